<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Clock;
use Amicable\Graph;
use Amicable\HelpDesks\Intake\Agents;
use Amicable\Rest\PracticeController;
use Amicable\Storage\SampleStock;
use Closure;
use DateTimeImmutable;

/** Filling and emptying the practice shop, put together once by constructor. A part of Graph that has a page of its own. */
final class Assembly {

	private readonly Content $content;

	public readonly Loader $loader;

	/**
	 * @param Graph                 $graph    That of Practice, whichever shop somebody looks at.
	 * @param Closure(Clock): Graph $graph_by Practice by another clock, where what happens is not counted at once.
	 */
	public function __construct( private readonly Graph $graph, public readonly ProgressOption $progress, private readonly Closure $graph_by ) {
		$this->content = new Content( dirname( __DIR__ ) . '/Stores/Sample/content' );
		$this->loader  = new Loader( $progress, new WorldMaker( $this->content ), $graph->database(), $graph->migrations(), new SampleStock( $graph->database() ), $this->import(), $graph->settings(), $this->recount_all( ... ), $this->aftermath( ... ), $graph->clock() );
	}

	public function controller(): PracticeController {
		return new PracticeController( $this->loader, new Remover( $this->progress, $this->graph->migrations() ), new Cast( $this->content, $this->graph->identity() ), $this->graph->jobs() );
	}

	private function import(): Import {
		$graph = $this->graph;

		return new Import( $graph->sample()->store, $graph->identity(), $graph->order_facts(), $graph->imports(), $graph->customers(), $graph->tickets(), $graph->messages(), $graph->time_entries(), $graph->findings(), $graph->message_reader(), new Agents(), $graph->ticket_standings(), $graph->settings(), $graph->clock() );
	}

	/** What is said to have happened is done by the real services, with the clock of that moment. */
	private function aftermath( World $world ): void {
		( new Aftermath( fn ( DateTimeImmutable $at ): Graph => ( $this->graph_by )( new StoppedClock( $at ) ) ) )->act( $world );
		while ( $this->graph->recount_loose_ends()->due() !== [] ) {
			$this->graph->recount_loose_ends()->run( [] );
		}
	}

	/** True when every account is counted. */
	private function recount_all( bool $again ): bool {
		$this->graph->rebuild_accounts()->run( $again ? [ 'again' => 1 ] : [] );

		return $this->graph->rebuild_accounts()->due() === [] && $this->graph->rank_customers()->run( [] ) === null && $this->graph->read_renewals()->run( [] ) === null;
	}
}
