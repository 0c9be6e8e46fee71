<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Clock;
use Amicable\Customers\Keyring;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Offboarding\Check;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Proof;
use Amicable\Offboarding\ProofLine;
use Amicable\Offboarding\Queue;
use Amicable\Offboarding\Scope;
use Amicable\Storage\Accepted;
use Amicable\Storage\Disputes;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Store;
use Amicable\Stores\Stores;

/** Asks every source what is still open, judges it against the scope of the run, and keeps the answer with the run. */
final class ProofMaker {

	/**
	 * @param list<LicenseManager>      $licenses
	 * @param list<SubscriptionManager> $subscriptions
	 */
	public function __construct(
		private readonly Stores $stores,
		private readonly array $licenses,
		private readonly array $subscriptions,
		private readonly Keyring $keyring,
		private readonly OrderFacts $facts,
		private readonly Disputes $disputes,
		private readonly Blocker $blocker,
		private readonly Steps $steps,
		private readonly Accepted $accepted,
		private readonly Runs $runs,
		private readonly Sentences $sentences,
		private readonly Clock $clock,
	) {
	}

	public function make( Run $run ): Proof {
		// Everything of the customer is looked at, whatever the scope: what lies outside is printed as outside.
		$keys  = $this->keyring->of( $run->customer_id );
		$refs  = $this->refs( $run, $keys );
		$proof = Proof::judge( $run->kind, $run->scope, [ ...$this->outside_answers( $refs, $keys ), ...$this->own_answers( $run, $refs ) ], $this->accepted->of( $run->id ) );
		$this->runs->save_proof(
			$run->id,
			[
				'checked_at'  => $this->clock->now()->format( 'Y-m-d\TH:i:s\Z' ),
				'obligations' => array_map( $this->shape( ... ), $proof->lines ),
			],
		);

		return $proof;
	}

	/** @return list<OrderRef> */
	private function refs( Run $run, Keys $keys ): array {
		$refs = [ ...$run->scope->orders, ...$this->facts->refs_of( $run->customer_id ) ];
		foreach ( $this->stores->all() as $store ) {
			foreach ( $store->order_ids_of( $keys ) as $id ) {
				$refs[] = new OrderRef( $store->id(), $id );
			}
		}

		return Scope::orders( ...$refs )->orders;
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<Obligation>
	 */
	private function outside_answers( array $refs, Keys $keys ): array {
		$ids = static fn ( Store $store ): array => array_values( array_map( static fn ( OrderRef $ref ): int => $ref->id, array_filter( $refs, static fn ( OrderRef $ref ): bool => $ref->store === $store->id() ) ) );

		return [
			...array_merge( [], ...array_map( static fn ( Store $store ): array => $store->obligations( $ids( $store ), $keys ), $this->stores->all() ) ),
			...array_merge( [], ...array_map( static fn ( LicenseManager $manager ): array => $manager->obligations( $refs, $keys ), $this->licenses ) ),
			...array_merge( [], ...array_map( static fn ( SubscriptionManager $manager ): array => $manager->obligations( $refs, $keys ), $this->subscriptions ) ),
		];
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<Obligation>
	 */
	private function own_answers( Run $run, array $refs ): array {
		$answers = [ ...$this->disputes( $refs ), ...$this->unresolved( $run ) ];
		if ( $run->kind === Kind::PartWays ) {
			$guarded   = $this->blocker->is_complete( $run->customer_id );
			$answers[] = new Obligation( Check::Guard->value, ! $guarded, $guarded ? null : "customer:$run->customer_id", $guarded ? __( 'New purchases are refused under every known name.', 'amicable' ) : __( 'New purchases are not refused under every known name.', 'amicable' ) );
		}

		return $answers;
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<Obligation>
	 */
	private function disputes( array $refs ): array {
		$answers = [];
		foreach ( $refs as $ref ) {
			$order  = $this->stores->has( $ref->store ) ? $this->stores->order( $ref ) : null;
			$status = [ $order->dispute ?? 'none', $this->disputes->of( $ref ) ];
			if ( in_array( 'open', $status, true ) ) {
				/* translators: %s: order number. */
				$answers[] = new Obligation( Check::Disputes->value, true, $ref->key(), sprintf( __( 'The payment of order %s is disputed.', 'amicable' ), $order->number ?? (string) $ref->id ), $ref );
			}
		}

		return $answers === [] ? [ new Obligation( Check::Disputes->value, false, null, __( 'No payment is disputed.', 'amicable' ) ) ] : $answers;
	}

	/** @return list<Obligation> */
	private function unresolved( Run $run ): array {
		$answers = [];
		foreach ( ( new Queue( $this->steps->of( $run->id ) ) )->unresolved() as $step ) {
			/* translators: %s: what the step is about, "Order 123". */
			$answers[] = new Obligation( Check::Steps->value, true, $step->key, sprintf( __( 'Not finished: %s.', 'amicable' ), $this->sentences->label( $step->kind, $step->label ) ), $step->orders[0] ?? null );
		}

		return $answers === [] ? [ new Obligation( Check::Steps->value, false, null, __( 'Every step of this run is finished.', 'amicable' ) ) ] : $answers;
	}

	/** @return array{check: int, state: string, ref: string|null, text: string} */
	private function shape( ProofLine $line ): array {
		return [
			'check' => $line->check->value,
			'state' => $line->state,
			'ref'   => $line->ref,
			'text'  => $line->text === '' ? $this->sentences->check( $line->check ) : $line->text,
		];
	}
}
