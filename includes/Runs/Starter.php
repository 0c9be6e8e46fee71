<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Stage;
use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\Jobs\Jobs;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\PlanItem;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Undoing\Ways;
use Amicable\Storage\Claims;
use Amicable\Storage\LogChain;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use Amicable\Values\MoneyBag;
use Throwable;

/** Turns a confirmed plan into a run, once. */
final class Starter {

	public function __construct(
		private readonly PlanMaker $plans,
		private readonly Runs $runs,
		private readonly Steps $steps,
		private readonly Claims $claims,
		private readonly CaseDesk $cases,
		private readonly Identity $identity,
		private readonly PayoutGuard $guard,
		private readonly ShopRights $rights,
		private readonly Limits $limits,
		private readonly LogChain $log,
		private readonly Jobs $jobs,
		private readonly Sentences $sentences,
		private readonly Ways $ways,
		private readonly Checkpoint $checkpoint,
		private readonly Clock $clock,
	) {
	}

	/**
	 * The orders are claimed first and planned again under the claims: between this second look and the steps nobody else can act.
	 *
	 * @param list<Money> $confirmed_totals
	 * @throws AmicableException
	 */
	public function start( int $customer_id, Kind $kind, Scope $scope, string $plan_hash, int $confirmed_orders, array $confirmed_totals, ?int $case_id, string $reason, int $user_id, StartOptions $options = new StartOptions() ): Run {
		$refusal = $this->guard->refusal();
		if ( $refusal !== null ) {
			throw $refusal;
		}
		$plan = $this->plans->make( $customer_id, $kind, $scope );
		$this->rights->check( array_map( static fn ( PlanItem $item ): string => $item->store, $plan->refunds() ), $user_id );
		$this->check( $plan, $plan_hash, $confirmed_orders, $confirmed_totals );
		$case   = $this->case_of( $plan, $case_id, $reason );
		$run_id = $this->runs->draft( $plan->customer_id, $case?->id, $kind, $scope, $plan_hash, $reason, $user_id );
		$this->checkpoint->reach( 'start.drafted' );
		try {
			$this->begin( $run_id, $plan, $plan_hash, $confirmed_orders, $confirmed_totals, $options );
		} catch ( Throwable $refused ) {
			$this->steps->drop_draft( $run_id );
			$this->claims->release( $run_id );
			$this->limits->free( $run_id );
			$this->runs->discard( $run_id );
			throw $refused;
		}
		$this->checkpoint->reach( 'start.begun' );
		$run = $this->runs->find( $run_id ) ?? throw new AmicableException( 'amicable_run_missing', __( 'There is no such run.', 'amicable' ), 404 );
		$this->log->append( 'run_started', 'run', $run_id, $plan->customer_id, $user_id, [ 'kind' => $kind->value, 'plan' => $plan_hash, 'reason' => $reason ] );
		if ( ! $kind->needs_approval() ) {
			$this->jobs->enqueue( RunJob::NAME, [ 'run_id' => $run_id ], RunJob::wakes_in( $run, $this->clock->now() ) );
		}

		return $run;
	}

	/** @param list<Money> $confirmed_totals */
	private function begin( int $run_id, Plan $plan, string $plan_hash, int $confirmed_orders, array $confirmed_totals, StartOptions $options ): void {
		$claims = $this->wanted( $plan );
		if ( ! $this->claims->take( $run_id, $claims ) ) {
			throw $this->taken( $claims );
		}
		$this->checkpoint->reach( 'start.claimed' );
		$again = $this->plans->make( $plan->customer_id, $plan->kind, $plan->scope, $run_id );
		$this->check( $again, $plan_hash, $confirmed_orders, $confirmed_totals );
		$this->steps->add( $run_id, $this->rows( $again, $options ) );
		$this->checkpoint->reach( 'start.stepped' );
		$needs = $plan->kind->needs_approval();
		if ( ! $needs ) {
			$this->limits->take( $plan->kind, $run_id );
			$this->checkpoint->reach( 'start.placed' );
		}
		$start_at = $needs ? null : $this->limits->begins_at( $plan->kind );
		$state    = $needs ? RunState::AwaitingApproval : ( $start_at === null ? RunState::Running : RunState::Scheduled );
		if ( ! $this->runs->begin( $run_id, $state, $this->kept( $again ) + [ 'hold_mails' => $options->receipt && $options->hold_mails ], count( $claims ), $start_at ) ) {
			throw $this->taken( $claims );
		}
	}

	/** @param list<Money> $confirmed_totals */
	private function check( Plan $plan, string $plan_hash, int $confirmed_orders, array $confirmed_totals ): void {
		if ( ! $plan->is_named( $plan_hash, $this->clock->now()->getTimestamp() ) ) {
			throw new AmicableException( 'amicable_plan_stale', __( 'Something has changed since this plan was made, or it is older than a quarter of an hour. Nothing was started; look at the new plan.', 'amicable' ), 409 );
		}
		if ( ! $plan->has_work() ) {
			throw new AmicableException( 'amicable_nothing_to_do', __( 'There is nothing to do here.', 'amicable' ), 409 );
		}
		if ( count( $plan->refunds() ) !== $confirmed_orders ) {
			$sentence = __( 'This is not the number of orders in the plan.', 'amicable' );
			throw new AmicableException( 'amicable_not_confirmed', $sentence, 400, [ 'confirm_orders' => $sentence ] );
		}
		if ( self::sums( $plan->totals() ) !== self::sums( MoneyBag::of( ...$confirmed_totals ) ) || count( $confirmed_totals ) !== count( $plan->totals()->all() ) ) {
			$sentence = __( 'This is not the total of the plan.', 'amicable' );
			throw new AmicableException( 'amicable_not_confirmed', $sentence, 400, [ 'confirm_totals' => $sentence ] );
		}
	}

	/** @return array<string, int> */
	private static function sums( MoneyBag $bag ): array {
		$sums = array_column( $bag->to_array(), 'minor', 'currency' );
		ksort( $sums );

		return $sums;
	}

	private function case_of( Plan $plan, ?int $case_id, string $reason ): ?CaseRecord {
		if ( $case_id === null ) {
			if ( $plan->kind->needs_case() ) {
				$sentence = __( 'Parting ways needs an open case.', 'amicable' );
				throw new AmicableException( 'amicable_case_needed', $sentence, 400, [ 'case_id' => $sentence ] );
			}

			return null;
		}
		$case = $this->cases->find( $case_id );
		if ( $this->identity->current( $case->customer_id ) !== $plan->customer_id || ! $case->state->stage->is_open() ) {
			$sentence = __( 'This is no open case of this customer.', 'amicable' );
			throw new AmicableException( 'amicable_case_needed', $sentence, 400, [ 'case_id' => $sentence ] );
		}
		if ( $plan->kind->needs_case() && $case->state->stage !== Stage::Offboarding ) {
			$this->cases->check_way_to_offboarding( $case, $reason );
		}

		return $case;
	}

	/** @return non-empty-list<string> Every order whose money or access is touched, and the customer where the whole relation ends. */
	private function wanted( Plan $plan ): array {
		$claims = array_map( static fn ( PlanItem $item ): string => Claims::of_order( "$item->store:$item->target" ), $plan->refunds() );
		foreach ( [ ...$plan->scope->orders, ...$this->finished( $plan ) ] as $ref ) {
			$claims[] = Claims::of_order( $ref->key() );
		}
		if ( $plan->kind->claims_customer() ) {
			$claims[] = Claims::of_customer( $plan->customer_id );
		}
		$claims = array_values( array_unique( $claims ) );

		return $claims === [] ? [ Claims::of_customer( $plan->customer_id ) ] : $claims;
	}

	/** @return list<OrderRef> What loose ends hang on. */
	private function finished( Plan $plan ): array {
		return $plan->kind === Kind::Finish ? array_merge( [], ...array_map( static fn ( PlanItem $item ): array => $item->orders, $plan->items ) ) : [];
	}

	/** @param list<string> $claims */
	private function taken( array $claims ): AmicableException {
		$run_id = array_values( $this->claims->holders( $claims ) )[0] ?? null;
		/* translators: %d: number of the other run. */
		$sentence = $run_id === null ? __( 'Somebody else started at the same moment. Nothing was started here; try again.', 'amicable' ) : sprintf( __( 'Run %d is already at work on this.', 'amicable' ), $run_id );

		return new AmicableException( 'amicable_claimed', $sentence, 409, [], [ 'run_id' => $run_id ] );
	}

	/**
	 * @return non-empty-list<array{key: string, kind: StepKind, store: string, target: string, label: string, state: StepState, amount: Money|null, method: \Amicable\Offboarding\Method|null, orders: list<string>, message: string|null, provider_key: string|null, not_before: \DateTimeImmutable|null, was: array<string, scalar|null>}>
	 */
	private function rows( Plan $plan, StartOptions $options ): array {
		$rows  = [];
		$items = $options->receipt && $plan->kind !== Kind::Finish ? [ ...$plan->items, new PlanItem( StepKind::ReceiptMail, 'amicable', (string) $plan->customer_id, '', true ) ] : $plan->items;
		foreach ( $items as $item ) {
			$later  = $item->will && $item->kind->may_wait_for_a_day() ? $options->licenses_end : null;
			$rows[] = [
				'key'          => $item->key(),
				'kind'         => $item->kind,
				'store'        => $item->store,
				'target'       => $item->target,
				'label'        => mb_substr( $item->subject, 0, 190 ),
				'state'        => $item->will ? StepState::Pending : StepState::Skipped,
				'amount'       => $item->amount,
				'method'       => $item->method,
				'orders'       => $item->order_keys(),
				'message'      => $item->will ? ( $later === null ? null : $this->sentences->until( $later ) ) : mb_substr( (string) $this->sentences->why( $item ), 0, 500 ),
				'not_before'   => $later,
				'was'          => $item->will ? $this->ways->standing( $item->kind, $item->store, $item->target ) : [],
				// The same for every attempt; random, so that no other run, site or copy of this one ever has it.
				'provider_key' => $item->will_refund() ? bin2hex( random_bytes( 32 ) ) : null,
			];
		}
		assert( $rows !== [] );

		return $rows;
	}

	/** @return array<string, mixed> What the person confirmed, for whoever asks later. No names, no addresses, no sites. */
	private function kept( Plan $plan ): array {
		return [
			'orders' => count( $plan->refunds() ),
			'totals' => $plan->totals()->to_array(),
			'fees'   => $plan->fees->to_array(),
		];
	}
}
