<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract;

use Amicable\Licensing\RenewalList;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** What every subscription system has to do: end at once, at the gateway too, or say that it is not known. */
abstract class SubscriptionManagerContract extends IntegrationTestCase {

	abstract protected function manager(): SubscriptionManager;

	/**
	 * Makes an active subscription with a paid first order and a date for the next payment, and answers its id.
	 *
	 * - `email` of a guest, 'subscriber@example.com'; `user_id` 0
	 * - `gateway` 'ok' | 'breaks' (ending it there fails while the shop's side ends)
	 *
	 * @param array{email?: string, user_id?: int, gateway?: string} $spec
	 */
	abstract protected function a_subscription( array $spec = [] ): string;

	abstract protected function order_of( string $subscription_id ): OrderRef;

	/** A renewal that the gateway is charging at this moment. */
	abstract protected function a_renewal_being_charged( string $subscription_id ): void;

	/** Deletes it behind our back. */
	abstract protected function delete_subscription( string $subscription_id ): void;

	/** The question of the proof that this system answers. */
	protected function check(): int {
		return 6;
	}

	public function test_a_subscription_is_found_by_its_order(): void {
		$id    = $this->a_subscription();
		$other = $this->a_subscription( [ 'email' => 'somebody.else@example.com' ] );

		$found = $this->manager()->subscriptions_of( [ $this->order_of( $id ) ], new Keys( [], [] ) );

		self::assertSame( [ $id ], $this->ids( $found ) );
		self::assertNotSame( $other, $id );
		self::assertTrue( $found[0]->charging );
		self::assertNotNull( $found[0]->next_payment_at );
		self::assertTrue( $found[0]->amount->is_positive() );
		self::assertEquals( $this->order_of( $id ), $found[0]->orders[0] );
	}

	public function test_what_charges_soon_is_told_in_parts_by_id(): void {
		$manager = $this->manager();
		$ids     = array_map( 'intval', [ $this->a_subscription(), $this->a_subscription( [ 'email' => 'somebody.else@example.com' ] ) ] );
		sort( $ids );
		$told = static function ( string $until ) use ( $manager ): array {
			$all   = [];
			$after = 0;
			self::assertInstanceOf( RenewalList::class, $manager );
			while ( ( $part = $manager->renewals( new DateTimeImmutable( $until ), $after, 1 ) ) !== [] ) {
				self::assertCount( 1, $part );
				self::assertNotNull( $part[0]->next_payment_at );
				self::assertTrue( $part[0]->charging );
				$after = (int) $part[0]->id;
				$all[] = $after;
			}

			return $all;
		};

		self::assertSame( $ids, array_values( array_intersect( $told( '+100 years' ), $ids ) ) );
		self::assertSame( [], array_intersect( $told( '-1 year' ), $ids ) );
		$manager->cancel( (string) $ids[0] );
		self::assertSame( [ $ids[1] ], array_values( array_intersect( $told( '+100 years' ), $ids ) ), 'What has ended charges no more.' );
	}

	public function test_a_guest_is_found_by_email(): void {
		$id = $this->a_subscription( [ 'email' => 'Guest.Subscriber@Example.com' ] );

		self::assertSame( [ $id ], $this->ids( $this->manager()->subscriptions_of( [], new Keys( [], [ 'guest.subscriber@example.com' ] ) ) ) );
		self::assertSame( [], $this->manager()->subscriptions_of( [], new Keys( [], [] ) ) );
	}

	public function test_a_cancelled_subscription_never_charges_again(): void {
		$id = $this->a_subscription();

		self::assertSame( Outcome::Done, $this->manager()->cancel( $id )->outcome );
		self::assertSame( Outcome::Already, $this->manager()->cancel( $id )->outcome );

		self::assertFalse( $this->read( $id )->charging );
		self::assertNull( $this->read( $id )->next_payment_at );
	}

	public function test_while_a_renewal_is_charged_we_wait(): void {
		$id = $this->a_subscription();
		$this->a_renewal_being_charged( $id );

		self::assertSame( Outcome::Waiting, $this->manager()->cancel( $id )->outcome );
		self::assertTrue( $this->read( $id )->charging );
	}

	public function test_an_end_that_only_the_shop_knows_of_is_unknown(): void {
		$id = $this->a_subscription( [ 'gateway' => 'breaks' ] );

		$result = $this->manager()->cancel( $id );

		self::assertSame( Outcome::Unknown, $result->outcome );
		self::assertNotSame( '', (string) $result->message );
	}

	public function test_a_subscription_that_is_gone_needs_nothing(): void {
		$id = $this->a_subscription();
		$this->delete_subscription( $id );

		self::assertNull( $this->manager()->subscription( $id ) );
		self::assertSame( Outcome::Already, $this->manager()->cancel( $id )->outcome );
	}

	public function test_the_proof_names_what_may_still_charge(): void {
		$id = $this->a_subscription();
		self::assertContains( $this->check(), $this->open_checks( $id ) );

		$this->manager()->cancel( $id );

		self::assertSame( [], $this->open_checks( $id ) );
		self::assertNotSame( [], $this->manager()->obligations( [ $this->order_of( $id ) ], new Keys( [], [] ) ), 'Looked and found nothing is an answer too.' );
	}

	final protected function read( string $id ): Subscription {
		$subscription = $this->manager()->subscription( $id );
		self::assertNotNull( $subscription );

		return $subscription;
	}

	/**
	 * @param list<Subscription> $subscriptions
	 * @return list<string>
	 */
	private function ids( array $subscriptions ): array {
		return array_map( static fn ( Subscription $subscription ): string => $subscription->id, $subscriptions );
	}

	/** @return list<int> */
	private function open_checks( string $id ): array {
		$open = array_filter( $this->manager()->obligations( [ $this->order_of( $id ) ], new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->open );

		return array_values( array_unique( array_map( static fn ( Obligation $obligation ): int => $obligation->check, $open ) ) );
	}
}
