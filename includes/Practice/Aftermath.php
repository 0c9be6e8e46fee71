<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Capability;
use Amicable\Cases\Move;
use Amicable\Cases\Stage;
use Amicable\Graph;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Runs\Run;
use Amicable\Storage\CaseQuery;
use Amicable\Storage\Database;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Values\Money;
use Closure;
use DateTimeImmutable;
use RuntimeException;

/**
 * What people did about the stories, done by the real services at the time it is said to have happened: a coupon, four cases, a parting with its
 * receipt, a refund that waits for a person. Whatever is there already is not done again.
 */
final class Aftermath {

	/** Nobody runs through more steps than this. */
	private const STEPS = 200;

	/** The sample shop's staff have no accounts here. */
	private const STAFF = 0;

	/** @param Closure(DateTimeImmutable): Graph $graph_at Practice as of a moment. */
	public function __construct( private readonly Closure $graph_at ) {
	}

	public function act( World $world ): void {
		$at = static fn ( int $hours_ago ): DateTimeImmutable => $world->today->modify( "-$hours_ago hours" );
		$this->give_coupon( $world->stories->person( 'belle' ), $at( 640 ) );
		$this->move( $world->stories->person( 'belle' ), [ [ $at( 592 ), Stage::Open, '' ], [ $at( 590 ), Stage::Warned, '' ] ] );
		$this->move( $world->stories->person( 'legal_step' ), [ [ $at( 50 ), Stage::Open, '' ], [ $at( 49 ), Stage::Counsel, '“My lawyer will contact you”, read by a person' ] ] );
		$this->move( $world->stories->person( 'recovered' ), [ [ $at( 855 ), Stage::Open, '' ], [ $at( 850 ), Stage::Warned, '' ], [ $at( 139 ), Stage::Recovered, '' ] ] );
		$this->dispute( $world->stories->person( 'dispute' ), $at( 300 ) );
		$this->part_ways( $world->stories->person( 'closed' ), $at( 20 * 24 ) );
		$this->refund( $world->stories->person( 'payout' ), $at( 26 ) );
	}

	private function give_coupon( Person $person, DateTimeImmutable $at ): void {
		$graph    = ( $this->graph_at )( $at );
		$customer = $this->customer( $graph, $person );
		if ( $graph->customer_facts()->count( 'goodwill', $customer ) === 0 ) {
			$graph->customer_facts()->add_goodwill(
				[
					'customer_id' => $customer,
					'kind'        => 'coupon',
					'currency'    => 'USD',
					'value'       => 4_000,
					'cost'        => 4_000,
					'used'        => 0,
					'used_at'     => null,
					'note'        => 'For the slow gallery',
					'created_by'  => self::STAFF,
					'created_at'  => Database::time( $at ),
				]
			);
		}
	}

	/** The bank tells the shop, takes its fee, and waits for an answer. */
	private function dispute( Person $person, DateTimeImmutable $at ): void {
		$graph = ( $this->graph_at )( $at );
		foreach ( $graph->order_facts()->refs_of( $this->customer( $graph, $person ) ) as $order ) {
			$graph->dispute_recorder()->record( new DisputeNews( 'sample', "dispute-$order->id", "dispute-$order->id-opened", 'practice', DisputeStatus::Open, $at, $order, '', null, new Money( 15_000, $person->currency ), 'product_not_received', $at, $at->modify( '+20 days' ) ) );
		}
	}

	/** @param non-empty-list<array{DateTimeImmutable, Stage, string}> $moves The first one opens the case. */
	private function move( Person $person, array $moves ): void {
		$customer = $this->customer( ( $this->graph_at )( $moves[0][0] ), $person );
		if ( ( $this->graph_at )( $moves[0][0] )->runs()->cases->count( new CaseQuery( customer_id: $customer ) ) > 0 ) {
			return;
		}
		foreach ( $moves as [ $at, $stage, $reason ] ) {
			$desk   = ( $this->graph_at )( $at )->runs()->desk;
			[ $case ] = $desk->open( $customer, self::STAFF, null, null );
			if ( $stage !== Stage::Open ) {
				$desk->move( $case, new Move( $stage, true, $reason ), $case->version, self::STAFF );
			}
		}
	}

	/** The whole relation, with the override and the approval that it takes, down to the receipt. */
	private function part_ways( Person $person, DateTimeImmutable $at ): void {
		$graph    = ( $this->graph_at )( $at );
		$runs     = $graph->runs();
		$customer = $this->customer( $graph, $person );
		$approver = get_users(
			[
				'capability' => Capability::APPROVE,
				'number'     => 1,
				'orderby'    => 'ID',
				'fields'     => 'ID',
			]
		)[0] ?? null;
		if ( $approver === null || $runs->cases->count( new CaseQuery( customer_id: $customer ) ) > 0 ) {
			return;
		}
		[ $case ] = $runs->desk->open( $customer, self::STAFF, null, null );
		$run      = $this->start( $graph, $customer, Kind::PartWays, Scope::all(), $case->id, 'Agreed on the phone that another shop fits better' );
		$this->drive( $graph, $runs->control->approve( $run, (int) $approver ) );
	}

	/** The gateway pays and its answer is lost: a person has to look. */
	private function refund( Person $person, DateTimeImmutable $at ): void {
		$graph    = ( $this->graph_at )( $at );
		$customer = $this->customer( $graph, $person );
		$orders   = $graph->order_facts()->refs_of( $customer );
		if ( $graph->runs()->runs->open_of( $customer ) === [] ) {
			$this->drive( $graph, $this->start( $graph, $customer, Kind::Refund, Scope::orders( ...$orders ), null, 'Asked for by the customer' ) );
		}
	}

	private function start( Graph $graph, int $customer, Kind $kind, Scope $scope, ?int $case_id, string $reason ): Run {
		$plan = $graph->runs()->plans->make( $customer, $kind, $scope );

		return $graph->runs()->starter->start( $customer, $kind, $scope, $plan->hash( $graph->clock()->now()->getTimestamp() ), count( $plan->refunds() ), $plan->totals()->all(), $case_id, $reason, self::STAFF );
	}

	private function drive( Graph $graph, Run $run ): void {
		$runner = $graph->runs()->runner;
		for ( $step = 0; $step < self::STEPS && $runner->next_at( $run->id ) !== null; $step++ ) {
			$runner->advance( $run->id );
		}
	}

	private function customer( Graph $graph, Person $person ): int {
		return $graph->identity()->find_by_email( $person->email ) ?? throw new RuntimeException( "Not loaded: $person->email" );
	}
}
