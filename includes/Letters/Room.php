<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Graph;
use Amicable\Mail\Mailer;
use Amicable\Playbook\Alignment;
use Amicable\Playbook\Completeness;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Phrases;
use Amicable\Rest\AlternativesController;
use Amicable\Rest\Controller;
use Amicable\Rest\ConversationController;
use Amicable\Rest\LetterReadController;
use Amicable\Rest\LettersController;
use Amicable\Rest\LetterSendController;
use Amicable\Rest\LetterShape;
use Amicable\Rest\PlaybookController;
use Amicable\Rest\PlaybookFileController;
use Amicable\Runs\CaseDesk;
use Amicable\Runs\Checkpoint;
use Amicable\Runs\PlanMaker;
use Amicable\Runs\Renewals;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Cases;
use Amicable\Storage\Disputes;
use Amicable\Storage\LetterFacts;
use Amicable\Storage\Letters;
use Amicable\Storage\LogChain;
use Amicable\Storage\PlaybookTexts;

/** Letters of one mode, put together once by constructor. A part of Runs\Assembly that has a page of its own. */
final class Room {

	public readonly Letters $letters;
	public readonly LetterDesk $desk;
	public readonly Sender $sender;
	public readonly SentLetters $sent;
	public readonly TemplateShelf $shelf;
	public readonly ShopFields $fields;
	private readonly Alternatives $alternatives;
	private readonly LetterFacts $facts;
	public readonly FactFinder $finder;
	private readonly LetterRules $rules;
	private readonly PlaybookTexts $texts;

	public function __construct( private readonly Graph $graph, private readonly CaseDesk $cases, private readonly Cases $case_rows, CaseEntries $entries, PlanMaker $plans, private readonly LogChain $log, Mailer $mailer, Checkpoint $checkpoint, private readonly Readers $readers ) {
		$database      = $graph->database();
		$this->texts   = new PlaybookTexts( $database, $graph->clock() );
		$this->letters = new Letters( $database, $graph->clock() );
		$this->facts   = new LetterFacts( $database );
		$this->shelf   = new TemplateShelf( $this->texts );
		$this->fields  = new ShopFields( $this->texts );
		$this->alternatives = new Alternatives( $this->texts );
		$this->rules   = new LetterRules( $cases, $this->letters, $graph->charge_desk() );
		$this->finder  = new FactFinder( $this->facts, $graph->customers(), new Purchases( $graph->order_facts(), $graph->stores( ... ), new Disputes( $database ) ), new CaseBook( $entries, $graph->clock() ), new EndDays( $graph->closings(), new Renewals( $graph->subscription_managers(), $graph->order_facts(), $graph->keyring() ), $graph->clock() ), $this->fields, $this->alternatives, $plans, $graph->settings(), new Phrases(), $graph->clock() );
		$this->desk    = new LetterDesk( $this->letters, $this->shelf, $this->finder, $graph->customers(), $this->rules );
		$this->sender  = new Sender( $this->letters, $mailer, $log, $checkpoint );
		$this->sent    = new SentLetters( $this->letters, $log );
	}

	/** @return list<Controller> */
	public function controllers(): array {
		$litmus    = new Lazy( Litmus::shipped( ... ) );
		$alignment = new Alignment();
		$judge     = new Judge( $litmus, new Lazy( Completeness::shipped( ... ) ), $alignment, $this->facts, $this->letters, $this->fields, $this->graph->settings() );
		$choice    = new LetterChoice( $this->shelf, $this->finder, $this->facts, $this->graph->customers(), $this->graph->flags(), $alignment );
		$view      = new PublicView( $this->facts, $this->letters, $this->graph->customers(), new WorstSentence( $litmus ) );
		$shape     = new LetterShape( $this->desk, $this->readers );
		$graph     = $this->graph;
		$copies    = new OwnCopies( $this->shelf, $this->texts, $this->log );
		$preview   = new Preview( $this->finder, $this->case_rows, $graph->customers(), $graph->identity(), $graph->settings(), $graph->clock() );
		$file      = new PlaybookFile( $this->shelf, $this->fields, $this->alternatives, $this->texts, $graph->rule_votes(), $graph->settings() );

		return [
			new LettersController( $this->cases, $this->desk, $this->letters, $choice, $shape, $this->graph->settings() ),
			new LetterReadController( $this->cases, $this->desk, $this->readers, $shape ),
			new LetterSendController( $this->cases, $this->desk, $this->shelf, $this->rules, $judge, $view, $this->sender, new DeskWays( $graph->desks( ... ), $graph->keyring() ), $shape ),
			new ConversationController( $this->cases, $this->facts, $this->letters ),
			new PlaybookController( $this->shelf, $copies, $this->fields, $preview ),
			new AlternativesController( $this->alternatives, $graph->gift_shops( ... ) ),
			new PlaybookFileController( $file, new PlaybookImport( $file, $this->shelf, $copies, $this->fields, $this->alternatives, $graph->rule_judge( ... ), $graph->settings(), $graph->database(), $graph->own_rules( ... ) ), $graph->settings() ),
		];
	}
}
