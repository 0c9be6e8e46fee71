<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use DateTimeImmutable;

/** Whose turn it is among the steps of a run. */
final class Queue {

	/** @param list<Step> $steps In their order. */
	public function __construct( private readonly array $steps ) {
	}

	/**
	 * The first due step of the earliest phase that has anything under way. What failed or is unknown does not stop the others;
	 * what is held back waits for a person and stops nobody.
	 */
	public function turn( DateTimeImmutable $now ): Turn {
		foreach ( $this->phases() as $steps ) {
			$open = array_values( array_filter( $steps, fn ( Step $step ): bool => $step->state->is_open() && ! $this->is_held( $step ) ) );
			foreach ( $open as $step ) {
				if ( $step->is_due( $now ) ) {
					return new Turn( $step );
				}
			}
			if ( $open !== [] ) {
				return $this->later( $open );
			}
		}

		return new Turn();
	}

	/** A license ends, and a note is left, only when the money of every order it hangs on is back or never had to go. */
	public function is_held( Step $step ): bool {
		return $step->kind->waits_for_refunds() && $step->state === StepState::Pending && ! $this->is_free( $step );
	}

	/**
	 * Nobody can go on without a person.
	 *
	 * @return list<Step>
	 */
	public function unresolved(): array {
		return array_values( array_filter( $this->steps, static fn ( Step $step ): bool => ! $step->state->is_resolved() && ! $step->kind->follows_the_end() ) );
	}

	/** Whether some step waits for a person, whatever else may still happen. */
	public function needs_a_person(): bool {
		return array_filter( $this->steps, static fn ( Step $step ): bool => $step->state->needs_a_person() ) !== [];
	}

	/** Whether only a person knows what became of the mail to the customer. */
	public function asks_about_mail(): bool {
		return array_filter( $this->steps, static fn ( Step $step ): bool => $step->kind === StepKind::ReceiptMail && $step->state->can_be_settled() ) !== [];
	}

	/** Whether the refund of this order was made in this run. */
	public function was_refunded( string $order_key ): bool {
		foreach ( $this->refunds_of( [ $order_key ] ) as $refund ) {
			return $refund->state === StepState::Done;
		}

		return false;
	}

	private function is_free( Step $step ): bool {
		foreach ( $this->refunds_of( $step->order_keys() ) as $refund ) {
			if ( ! $refund->state->is_resolved() ) {
				return false;
			}
		}

		return true;
	}

	/**
	 * @param list<string> $order_keys
	 * @return list<Step>
	 */
	private function refunds_of( array $order_keys ): array {
		return array_values( array_filter( $this->steps, static fn ( Step $step ): bool => $step->kind->moves_money() && in_array( "$step->store:$step->target", $order_keys, true ) ) );
	}

	/** @return array<int, list<Step>> */
	private function phases(): array {
		$phases = [];
		foreach ( $this->steps as $step ) {
			$phases[ $step->phase() ][] = $step;
		}
		ksort( $phases );

		return $phases;
	}

	/** @param non-empty-list<Step> $open */
	private function later( array $open ): Turn {
		$at      = null;
		$outside = true;
		foreach ( $open as $step ) {
			$at      = $at === null ? $step->lease_until : min( $at, $step->lease_until );
			$outside = $outside && ( $step->state === StepState::Pending || ( $step->evidence[ Step::WAITING ] ?? false ) === true );
		}

		return new Turn( null, $at, $outside );
	}
}
