<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Cases\Machine;
use Amicable\Chances\ChanceDesk;
use Amicable\Chances\Gifts;
use Amicable\Chances\PublicComplaints;
use Amicable\Chances\SignReader;
use Amicable\Graph;
use Amicable\Letters\Readers;
use Amicable\Letters\Room;
use Amicable\Mail\Language;
use Amicable\Mail\Mailer;
use Amicable\Mail\PracticeMailer;
use Amicable\Mail\ReceiptMaker;
use Amicable\Mail\ReceiptText;
use Amicable\Mail\WordPressMailer;
use Amicable\Mode;
use Amicable\Offboarding\Planner;
use Amicable\Rest\BlocksController;
use Amicable\Rest\CaseListShape;
use Amicable\Rest\CasesController;
use Amicable\Rest\CaseShape;
use Amicable\Rest\ChancesController;
use Amicable\Rest\ChanceShape;
use Amicable\Rest\Controller;
use Amicable\Rest\EntryJudge;
use Amicable\Rest\FactShape;
use Amicable\Rest\GiftJudge;
use Amicable\Rest\LogController;
use Amicable\Rest\LogShape;
use Amicable\Rest\LooseEndsController;
use Amicable\Rest\LooseEndShape;
use Amicable\Rest\OffboardingsController;
use Amicable\Rest\PlanShape;
use Amicable\Rest\RunShape;
use Amicable\Rest\UndoShape;
use Amicable\Runs\Undoing\GiveLicense;
use Amicable\Runs\Undoing\LiftBlock;
use Amicable\Runs\Undoing\OpenFile;
use Amicable\Runs\Undoing\Undoer;
use Amicable\Runs\Undoing\Ways;
use Amicable\Storage\Accepted;
use Amicable\Storage\Blocks;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\CaseFacts;
use Amicable\Storage\CaseRows;
use Amicable\Storage\Cases;
use Amicable\Storage\Claims;
use Amicable\Storage\Disputes;
use Amicable\Storage\InBase;
use Amicable\Storage\Letters;
use Amicable\Storage\LogChain;
use Amicable\Storage\LogPages;
use Amicable\Storage\Places;
use Amicable\Storage\Proofs;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;

/** Cases and runs of one mode, put together once by constructor. A part of Graph that has a page of its own. */
final class Assembly {

	public readonly Blocks $blocks;
	public readonly Cases $cases;
	public readonly CaseEntries $entries;
	public readonly Gifts $gifts;
	public readonly ChanceDesk $chances;
	private readonly CaseFacts $case_facts;
	public readonly Claims $claims;
	public readonly LogChain $log;
	public readonly Runs $runs;
	public readonly Steps $steps;
	public readonly Blocker $blocker;
	public readonly CaseDesk $desk;
	public readonly PlanMaker $plans;
	public readonly Starter $starter;
	public readonly Effects $effects;
	public readonly Runner $runner;
	public readonly RunControl $control;
	public readonly RunJob $job;
	public readonly RepeatProofs $repeat;
	public readonly Proofs $proofs;
	private readonly ProofMaker $maker;
	private readonly ProofWatch $watch;
	public readonly Limits $limits;
	public readonly Room $room;
	private readonly Approvers $approvers;
	private readonly ReceiptMaker $receipts;
	private readonly ReceiptText $text;
	public readonly Mailer $mailer;
	private readonly Sentences $sentences;
	private readonly Disputes $disputes;
	private readonly Accepted $accepted;
	private readonly PayoutGuard $guard;
	private readonly Ending $ending;
	private readonly Ways $ways;
	public readonly Undoer $undoer;

	/**
	 * @param bool|null   $limited Null: as the mode has it, which in Practice keeps to no limit.
	 * @param Mailer|null $mailer  Null: as the mode has it, which in Practice sends nothing.
	 */
	public function __construct( private readonly Graph $graph, public readonly Checkpoint $checkpoint = new NoCheckpoint(), ?bool $limited = null, ?Mailer $mailer = null ) {
		$database        = $graph->database();
		$clock           = $graph->clock();
		$this->sentences = new Sentences();
		$this->guard     = new PayoutGuard( $graph->mode );
		$this->blocks    = new Blocks( $database, $clock );
		$this->cases     = new Cases( $database, $clock );
		$this->entries   = new CaseEntries( $database, $clock );
		$this->claims    = new Claims( $database, $clock );
		$this->log       = new LogChain( $database, $clock );
		$this->runs      = new Runs( $database, $clock );
		$this->steps     = new Steps( $database, $clock );
		$places          = new Places( $database, $clock );
		$this->limits    = new Limits( $graph->settings(), $places, new InBase( $database ), new LimitSentences(), $clock, $limited ?? $graph->mode === Mode::Live );
		$this->approvers = new Approvers( $graph->settings() );
		$this->disputes  = new Disputes( $database );
		$this->accepted  = new Accepted( $database, $clock );
		$this->blocker   = new Blocker( $this->blocks, $graph->keyring(), $graph->identity(), $graph->projector(), $this->log, $clock );
		$this->case_facts = new CaseFacts( $database, $clock );
		$manners         = new CaseManners( $graph->settings(), $this->entries, new Letters( $database, $clock ), $this->log );
		$this->desk      = new CaseDesk( $this->cases, $this->case_facts, $manners, $this->runs, new Machine(), new GateSentences(), $this->log, $graph->projector(), new PublicComplaints( $this->cases, $this->entries, $this->log, $clock ), $checkpoint, $clock );
		$this->gifts     = new Gifts( $database, $this->entries, $graph->customer_facts(), $graph->customers(), $graph->gift_shops( ... ), $graph->projector( ... ), $clock );
		$this->chances   = new ChanceDesk( $database, $this->cases, $this->entries, $this->gifts, new Renewals( $graph->subscription_managers(), $graph->order_facts(), $graph->keyring() ), $this->log, $graph->projector() );
		$this->plans     = new PlanMaker( $graph->stores(), $graph->sources(), new FinishFacts( $graph->loose_ends(), $graph->loose_end_finder(), $graph->sources(), $this->disputes, $this->claims, $graph->identity() ), new RefundWindows( $graph->stores(), $graph->settings() ), $graph->identity(), $graph->keyring(), $graph->customers(), $graph->order_facts(), $this->disputes, $this->blocks, $this->claims, new Planner(), $clock );
		$this->ways      = new Ways( new LiftBlock( $this->blocker ), new OpenFile( $graph->stores(), $graph->closures() ), new GiveLicense( $graph->license_managers() ) );
		$rights          = new ShopRights( $graph->stores() );
		$this->starter   = new Starter( $this->plans, $this->runs, $this->steps, $this->claims, $this->desk, $graph->identity(), $this->guard, $rights, $this->limits, $this->log, $graph->jobs(), $this->sentences, $this->ways, $checkpoint, $clock );
		$this->proofs    = new Proofs( $database, $clock );
		$this->maker     = new ProofMaker( $graph->sources(), $graph->stores(), $graph->keyring(), $graph->order_facts(), $graph->loose_ends(), $this->blocker, $this->steps, $this->accepted, $graph->undos(), $this->runs, $this->sentences, $clock );
		$this->watch     = new ProofWatch( new Payouts( $graph->stores(), $this->steps, $graph->jobs() ), $this->maker, $this->proofs, $this->runs, $this->log );
		$this->repeat    = new RepeatProofs( $this->watch, $this->proofs, $this->runs, $clock );
		$this->receipts  = new ReceiptMaker( $graph->customers(), $graph->sources(), $this->steps, $graph->settings(), $clock );
		$this->text      = new ReceiptText( new Language( dirname( __DIR__, 2 ) . '/languages' ) );
		$this->mailer    = $mailer ?? ( $graph->mode === Mode::Live ? new WordPressMailer() : new PracticeMailer() );
		$this->effects   = $this->effects();
		$this->ending    = new Ending( $this->runs, $this->steps, $this->claims, $this->limits, $this->desk, $this->log, $graph->projector(), $graph->loose_end_counter(), $checkpoint, $graph->services() );
		$this->runner    = new Runner( $this->runs, $this->steps, new Attempt( $this->steps, $this->effects, $this->log, $graph->projector(), new Watch( $this->steps ), $checkpoint, $clock ), $this->ending, $this->guard, $this->log, $clock );
		$this->control   = new RunControl( $this->runs, $this->steps, $this->ending, $this->desk, $this->approvers, $this->guard, $rights, $this->limits, $this->accepted, $this->watch, $graph->loose_ends(), $this->log, $graph->jobs(), $checkpoint, $clock );
		$this->undoer    = new Undoer( $this->runs, $this->steps, $graph->undos(), $this->claims, $this->watch, $this->log, $checkpoint, $this->ways );
		$this->room      = new Room( $graph, $this->desk, $this->cases, $this->entries, $this->plans, $this->log, $this->mailer, $checkpoint, new Readers( $this->entries, $manners, $this->log ) );
		$this->job       = new RunJob( $this->runner, $this->runs, $this->claims, $places, $this->ending, $clock );
	}

	/** @return list<Controller> */
	public function controllers(): array {
		$graph = $this->graph;
		$signs = new SignReader( $this->case_facts, $graph->flags(), new Letters( $graph->database(), $graph->clock() ), $graph->clock() );
		$judge = new GiftJudge( $this->gifts, $signs, $graph->accounts(), $graph->settings(), $graph->charge_desk() );

		return [
			new CasesController( $this->desk, $this->chances, new CaseNotes( $this->desk, $this->cases, $graph->customers(), $this->log ), $this->cases, $graph->customers(), $graph->identity(), $graph->order_facts(), $this->room->sent, new CaseShape( $this->desk, $graph->customers(), $this->runs, $this->log, $graph->flags(), $this->entries, $graph->charge_shape() ), new CaseListShape( new CaseRows( $graph->database() ) ) ),
			new OffboardingsController( $this->plans, $this->starter, $this->runner, $this->control, $this->undoer, new PlanShape( $this->sentences, $this->limits, $this->approvers, $this->receipts, $this->text, $graph->services(), $graph->clock() ), new RunShape( $this->steps, $this->proofs, $graph->customers(), $this->approvers, $this->sentences, $this->disputes, new UndoShape( $graph->undos(), $this->ways ) ), $graph->clock() ),
			new BlocksController( $this->blocker, $graph->customers(), $graph->identity(), $graph->customer_detail( ... ) ),
			new LooseEndsController( $graph->loose_end_list(), $graph->loose_ends(), new LooseEndShape( new FactShape( $graph->stores( ... ) ), $this->claims ), $this->log ),
			...$this->room->controllers(),
			new ChancesController(
				$this->desk,
				$this->entries,
				$this->chances,
				new EntryJudge( $this->case_facts, $judge, $graph->clock() ),
				$this->gifts,
				new ChanceShape( $this->entries, $this->case_facts, $signs, $judge, $this->gifts, $graph->customers(), $this->log, $graph->settings() ),
			),
			new LogController( $this->log, new LogPages( $graph->database() ), $graph->customers(), new LogShape( $graph->customers(), $graph->order_facts(), new FactShape( $graph->stores( ... ) ) ) ),
		];
	}

	private function effects(): Effects {
		$graph = $this->graph;

		return new Effects(
			new Effects\BlockCustomer( $this->blocker ),
			new Effects\CancelSubscription( $graph->subscription_managers() ),
			new Effects\DeactivateSite( $graph->license_managers() ),
			new Effects\RefundOrder( $graph->stores(), $this->disputes, $graph->loose_ends(), $this->sentences, $graph->clock() ),
			new Effects\RevokeDownload( $graph->stores() ),
			new Effects\DisableLicense( $graph->license_managers() ),
			new Effects\LeaveNote( $graph->stores(), $this->steps, $this->sentences ),
			new Effects\CheckProof( $this->maker, new FileCloser( $this->steps, $graph->closures(), $graph->sources() ) ),
			new Effects\SendReceipt( $this->receipts, $this->text, $this->mailer ),
		);
	}
}
