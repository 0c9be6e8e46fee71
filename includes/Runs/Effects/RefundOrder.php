<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\LooseEndKind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\Refundable;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\Why;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Runs\Sentences;
use Amicable\Storage\Disputes;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;
use Amicable\Stores\Store;
use Amicable\Stores\Stores;
use LogicException;

/** Gives the money of one order back. The only effect that must never happen twice. */
final class RefundOrder implements Effect {

	/** Providers keep a key for at least a day; repeating with one they forgot would be a new refund. */
	private const KEY_LIVES = '-23 hours';

	/** Before that, "no such refund" may only mean "not yet". */
	private const RECORD_TAKES = 300;

	public function __construct(
		private readonly Stores $stores,
		private readonly Disputes $disputes,
		private readonly LooseEnds $loose_ends,
		private readonly Sentences $sentences,
		private readonly Clock $clock,
	) {
	}

	public function kind(): StepKind {
		return StepKind::Refund;
	}

	public function before( Step $step ): array {
		return $this->stores->get( $step->store )->before_refund( (int) $step->target );
	}

	public function carry_out( Run $run, Step $step ): Result {
		if ( $step->was_paid_after_all() ) {
			return $this->late( $step );
		}
		try {
			$store = $this->stores->get( $step->store );
		} catch ( AmicableException $missing ) {
			return Result::refused( $missing->getMessage() );
		}
		if ( $step->before === null ) {
			// Without a picture of the order as it was, a payout could not be recognized afterwards.
			return Result::refused( __( 'The shop could not be asked how the order stands. Nothing was paid.', 'amicable' ) );
		}
		$request = $this->request( $run, $step );
		$earlier = $step->attempts > 1 ? $store->find_refund( $request ) : null;
		if ( $earlier !== null && in_array( $earlier->outcome, [ Outcome::Done, Outcome::Waiting ], true ) ) {
			return $earlier;
		}
		$order = $store->order( (int) $step->target );

		return $this->of_a_repeat( $step, $this->obstacle( $run, $order, $step ) ?? $store->refund( $request ) );
	}

	/** That a repeat was refused says nothing about the time before, of which nobody knows what came of it. */
	private function of_a_repeat( Step $step, Result $result ): Result {
		if ( $result->outcome !== Outcome::Refused || ( $step->evidence[ Step::REPEATED ] ?? false ) !== true ) {
			return $result;
		}

		/* translators: %s: a sentence that says why a refund was refused. */
		return Result::unknown( sprintf( __( 'The gateway was asked once before, and nobody knows what came of that: look there whether the customer was paid. This time: %s', 'amicable' ), (string) $result->message ), $result->evidence );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		if ( $step->was_paid_after_all() ) {
			return $this->late( $step );
		}
		try {
			$store = $this->stores->get( $step->store );
		} catch ( AmicableException $missing ) {
			return Result::unknown( $missing->getMessage() );
		}
		if ( ( $step->evidence[ Step::SETTLING ] ?? null ) === 'paid' ) {
			return $this->record( $run, $step );
		}
		if ( $step->asked_at() === null ) {
			return null;
		}

		return $this->verdict( $store, $step, $store->find_refund( $this->request( $run, $step ) ) );
	}

	/** Tells the store what a person said: the customer was paid. */
	public function record( Run $run, Step $step ): Result {
		if ( $run->kind === Kind::Finish && $step->method === Method::Manual && ! $this->was_undone( $run, $step ) ) {
			// The shop's books have this refund already: that is what was left open.
			return Result::done( null, __( 'Settled by a person: the customer was paid.', 'amicable' ) );
		}
		$result = $this->stores->get( $step->store )->record_refund( $this->request( $run, $step ) );

		return match ( $result->outcome ) {
			Outcome::Done, Outcome::Already => Result::done( $result->receipt, __( 'Settled by a person: the customer was paid.', 'amicable' ) ),
			default                         => Result::done( null, __( 'Settled by a person: the customer was paid. The shop could not book it; please do that there.', 'amicable' ) ),
		};
	}

	/** The shop took an earlier refund out of its books, so it has to be booked anew. */
	private function was_undone( Run $run, Step $step ): bool {
		$undone = array_filter( $this->loose_ends->find_all( $run->scope->loose_ends ), static fn ( array $row ): bool => $row['kind'] === LooseEndKind::FailedPayout->value && "{$row['store']}:{$row['order_id']}" === "$step->store:$step->target" );

		return $undone !== [];
	}

	/** Whether what was found out ends the matter; null: one repeat with the same key is right. */
	private function verdict( Store $store, Step $step, Result $found ): ?Result {
		if ( $found->outcome !== Outcome::Refused && $found->outcome !== Outcome::Unknown ) {
			return $found;
		}
		$repeatable = $this->key_lives( $step ) && $store->refund_is_repeatable( (int) $step->target );
		$just_asked = $this->clock->now()->getTimestamp() - (int) $step->asked_at() < self::RECORD_TAKES;
		if ( $found->outcome === Outcome::Refused && $just_asked && ! $repeatable ) {
			return Result::unknown( __( 'The provider has no record of it yet, and may still get one. Have it looked up again in a few minutes.', 'amicable' ) );
		}
		$taken    = ( $step->evidence[ Step::WAITING ] ?? false ) === true;
		$repeated = ( $step->evidence[ Step::REPEATED ] ?? false ) === true;

		return $taken || $repeated || ( $found->outcome === Outcome::Unknown && ! $repeatable ) ? $found : null;
	}

	private function key_lives( Step $step ): bool {
		return $step->started_at !== null && $step->started_at > $this->clock->now()->modify( self::KEY_LIVES );
	}

	/** What changed since the plan was made. Nothing has been sent when this answers. */
	private function obstacle( Run $run, ?Order $order, Step $step ): ?Result {
		if ( $order === null ) {
			return Result::refused( __( 'This order does not exist in the shop any more. Nothing was paid.', 'amicable' ) );
		}
		$why = Refundable::why_not( $order, $this->disputes->of( $order->ref ) );
		if ( $run->kind === Kind::Finish && $step->method === Method::Manual && ! in_array( $why, [ Why::DisputeOpen, Why::DisputeLost ], true ) ) {
			return Result::manual( __( 'Look whether the customer got this money; pay by hand if not. Then say here whether the customer was paid.', 'amicable' ) );
		}
		if ( $why === Why::AlreadyRefunded && $this->is_doubtful( $step ) ) {
			return $this->booked_without_proof( $step );
		}
		if ( $why !== null ) {
			$sentence = $this->sentences->because( $why, (string) $order->why_not );

			return in_array( $why, [ Why::AlreadyRefunded, Why::DisputeOpen, Why::DisputeLost ], true ) ? Result::already( $sentence ) : Result::refused( $sentence );
		}
		if ( $step->amount === null || ! $order->remaining()->equals( $step->amount ) ) {
			return Result::refused( __( 'What remains on this order has changed since the plan was confirmed. Nothing was paid.', 'amicable' ) );
		}

		return $step->method === Method::Manual || ! $order->gateway_refunds
			? Result::manual( __( 'Pay the customer by hand, then say here whether the customer was paid.', 'amicable' ) )
			: null;
	}

	/** We asked before, and nobody can say what came of it. */
	private function is_doubtful( Step $step ): bool {
		return ( $step->evidence[ Step::REPEATED ] ?? false ) === true || ( $step->evidence[ Step::SETTLING ] ?? null ) === 'not_paid';
	}

	/** A refund in the shop's books alone proves nothing: some shops write it first and ask the gateway afterwards. */
	private function booked_without_proof( Step $step ): Result {
		return ( $step->evidence[ Step::SETTLING ] ?? null ) === 'not_paid'
			? Result::manual( __( 'The shop has this order as given back, though the customer was not paid. Pay by hand, then say so here.', 'amicable' ) )
			: Result::unknown( __( 'The shop has this order as given back, but nothing proves that the customer was paid. Look at the gateway.', 'amicable' ) );
	}

	private function late( Step $step ): Result {
		$receipt = $step->evidence['late_receipt'] ?? null;

		return Result::done( is_string( $receipt ) ? $receipt : null );
	}

	private function request( Run $run, Step $step ): RefundRequest {
		return new RefundRequest(
			new OrderRef( $step->store, (int) $step->target ),
			$step->amount ?? throw new LogicException( 'A refund without an amount.' ),
			$step->provider_key ?? throw new LogicException( 'A refund without a key.' ),
			$this->sentences->note( $run->id ),
			$run->actor(),
			$step->before ?? [],
			$this->disputes->of( new OrderRef( $step->store, (int) $step->target ) ) === DisputeStatus::Won->value,
		);
	}
}
