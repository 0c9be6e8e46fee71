<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Graph;
use Amicable\Rest\ActEvidence;
use Amicable\Rest\ChargesController;
use Amicable\Rest\ClosingsController;
use Amicable\Rest\ClosingShape;
use Amicable\Rest\Controller;
use Amicable\Rest\CustomerFinder;
use Amicable\Rest\EvidenceController;
use Amicable\Rest\EvidencePack;
use Amicable\Rest\EvidenceShape;
use Amicable\Rest\FactEvidence;
use Amicable\Rest\LockController;
use Amicable\Rest\ServicesController;
use Amicable\Runs\Sentences;
use Amicable\Storage\Disputes;
use Amicable\Storage\LogPages;
use Amicable\Storage\ServiceKinds;

/** What comes after the end of a case, put together once by constructor. A part of Graph that has a page of its own. */
final class Assembly {

	public function __construct( private readonly Graph $graph ) {
	}

	/** @return list<Controller> */
	public function controllers(): array {
		return [
			new ChargesController( $this->graph->charge_desk(), $this->graph->charge_shape() ),
			new EvidenceController( $this->graph->runs()->desk, $this->pack() ),
			new ServicesController( new ServiceKinds( $this->graph->database(), $this->graph->clock() ), $this->graph->stores( ... ), $this->graph->log() ),
			new ClosingsController( $this->graph->runs()->desk, $this->graph->closings(), new ClosingShape( $this->graph->closings(), $this->graph->runs()->room->letters ), $this->graph->log() ),
			new LockController( new CustomerFinder( $this->graph->customer_rows(), $this->graph->identity() ), $this->graph->customers(), new LockDesk( $this->graph->locks(), $this->graph->log() ), $this->graph->lock_shape(), new PassageTexts( $this->graph->runs()->room->fields, $this->graph->clock() ), $this->graph->locks(), new ForwardingNotes( $this->graph->locks(), $this->graph->runs()->room->fields ) ),
		];
	}

	public function notices(): SendClosingNotices {
		$graph  = $this->graph;
		$room   = $graph->runs()->room;
		$letter = new ClosingLetter( $graph->runs()->cases, $graph->customers(), $room->letters, $room->shelf, $room->finder, $room->sender, $graph->closings(), $graph->runs()->checkpoint );

		return new SendClosingNotices( $graph->closings(), $letter, $graph->runs()->mailer, $graph->clock() );
	}

	public function pack(): EvidencePack {
		$graph = $this->graph;
		$runs  = $graph->runs();
		$log   = new LogPages( $graph->database() );
		$facts = new FactEvidence( $graph->customer_facts(), $graph->order_facts(), $graph->flags(), new Disputes( $graph->database() ), new EvidenceShape( $graph->findings() ) );

		return new EvidencePack( $log, $graph->customers(), $facts, new ActEvidence( $log, $runs->room->letters, $runs->runs, $runs->steps, new Sentences() ), $graph->clock() );
	}
}
