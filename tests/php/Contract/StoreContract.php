<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract;

use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\Store;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * What every store has to do, whoever wrote it. A store's own suite extends this and says how an order of a given kind comes to be.
 *
 * The bank of these tests is the gateway's: an append-only list that only a payout writes to.
 */
abstract class StoreContract extends IntegrationTestCase {

	abstract protected function store(): Store;

	/**
	 * Makes an order the way the store itself would, and answers its id. Amounts are minor units of `currency`.
	 *
	 * - `currency` 'USD'; `total` 4900; `tax` 0 (on the goods) and `shipping` 0 (without tax), both part of `total`
	 * - `email` 'buyer@example.com' exactly as given, `user_id` 0 for a guest
	 * - `state` 'paid' | 'unpaid' | 'failed' | 'disputed' (an open dispute of a paid order)
	 * - `refunds` amounts already given back by hand, each booked as one lump
	 * - `gateway` how the gateway behaves when asked for a refund: 'ok'; 'decline' (nothing moves, says no); 'timeout' (pays, says it
	 *   failed); 'exception' (pays, throws an Exception); 'error' (pays, raises a TypeError); 'none' (cannot give back)
	 * - `downloads` number of open permissions
	 *
	 * @param array{currency?: string, total?: int, tax?: int, shipping?: int, email?: string, user_id?: int, state?: string, refunds?: list<int>, gateway?: string, downloads?: int} $spec
	 */
	abstract protected function an_order( array $spec = [] ): int;

	/** What the gateway's bank paid out on an order so far, in minor units. */
	abstract protected function paid_out( int $order_id ): int;

	/** Books a refund behind our back, without a gateway. */
	abstract protected function refund_elsewhere( int $order_id, int $minor ): void;

	abstract protected function delete_order( int $order_id ): void;

	/** Whether a refund stands in the shop's books before its gateway is asked; then a no of the gateway leaves it there, and a person pays. */
	protected function books_before_it_pays(): bool {
		return false;
	}

	/** @return iterable<string, array{string, int, int, int}> currency, total, tax, shipping */
	public static function currencies(): iterable {
		yield 'two decimals' => [ 'USD', 5939, 940, 500 ];
		yield 'no decimals' => [ 'KRW', 65_340, 5940, 0 ];
		yield 'three decimals' => [ 'KWD', 12_345, 588, 0 ];
	}

	#[DataProvider( 'currencies' )]
	public function test_an_order_reads_in_minor_units_of_its_own_currency( string $currency, int $total, int $tax, int $shipping ): void {
		$order = $this->read(
			$this->an_order(
				[
					'currency' => $currency,
					'total'    => $total,
					'tax'      => $tax,
					'shipping' => $shipping,
				]
			)
		);

		self::assertTrue( $order->paid );
		self::assertEquals( new Money( $total, $currency ), $order->total );
		self::assertEquals( new Money( $tax, $currency ), $order->tax );
		self::assertEquals( new Money( $shipping, $currency ), $order->shipping );
		self::assertEquals( new Money( $total, $currency ), $order->remaining() );
	}

	#[DataProvider( 'currencies' )]
	public function test_a_lump_given_back_is_split_so_that_a_full_refund_leaves_nothing( string $currency, int $total, int $tax, int $shipping ): void {
		$id = $this->an_order(
			[
				'currency' => $currency,
				'total'    => $total,
				'tax'      => $tax,
				'shipping' => $shipping,
				'refunds'  => [ 1111 ],
			]
		);
		self::assertSame( 1111, $this->read( $id )->refunded->minor );
		self::assertCount( 1, $this->read( $id )->refunds );
		self::assertSame( 1111, $this->read( $id )->refunds[0]->amount->minor, 'A refund is a positive amount, whatever sign the store keeps.' );
		self::assertFalse( $this->read( $id )->refunds[0]->by_gateway );

		$this->refund_elsewhere( $id, $total - 1111 );
		$order = $this->read( $id );

		self::assertSame( 0, $order->remaining()->minor );
		self::assertSame( $tax, $order->refunded_tax->minor );
		self::assertSame( $shipping, $order->refunded_shipping->minor );
	}

	public function test_what_was_not_paid_is_not_paid(): void {
		self::assertFalse( $this->read( $this->an_order( [ 'state' => 'unpaid' ] ) )->paid );
		self::assertFalse( $this->read( $this->an_order( [ 'state' => 'failed' ] ) )->paid );
	}

	public function test_an_order_that_does_not_exist_is_null(): void {
		$id = $this->an_order();
		$this->delete_order( $id );

		self::assertNull( $this->store()->order( $id ) );
		self::assertSame( [], $this->store()->orders( [ $id ] ) );
	}

	public function test_a_guest_is_found_by_email_in_any_letter_case(): void {
		$mixed = $this->an_order( [ 'email' => 'Guest.Buyer@Contract.Example' ] );
		$lower = $this->an_order( [ 'email' => 'guest.buyer@contract.example' ] );
		$other = $this->an_order( [ 'email' => 'xguest.buyer@contract.example' ] );

		$found = $this->store()->order_ids_of( new Keys( [], [ 'guest.buyer@contract.example' ] ) );
		sort( $found );

		self::assertSame( [ $mixed, $lower ], $found );
		self::assertNotContains( $other, $found );
	}

	public function test_orders_of_a_user_are_found_under_another_email_too_and_once_each(): void {
		$user  = $this->a_user();
		$first = $this->an_order(
			[
				'email'   => 'first@contract.example',
				'user_id' => $user,
			]
		);
		$other = $this->an_order(
			[
				'email'   => 'second@contract.example',
				'user_id' => $user,
				'state'   => 'unpaid',
			]
		);
		$guest = $this->an_order( [ 'email' => 'first@contract.example' ] );

		$found = $this->store()->order_ids_of( new Keys( [ $user ], [ 'first@contract.example' ] ) );
		sort( $found );

		self::assertSame( [ $first, $other, $guest ], $found );
		self::assertSame( [], $this->store()->order_ids_of( new Keys( [], [] ) ) );
	}

	public function test_refunds_are_no_orders_and_the_walk_goes_down(): void {
		$before = $this->store()->count_orders();
		$low    = $this->an_order( [ 'refunds' => [ 100 ] ] );
		$high   = $this->an_order();

		self::assertSame( $before + 2, $this->store()->count_orders() );
		self::assertSame( [ $high, $low ], array_slice( $this->store()->order_ids_below( PHP_INT_MAX, 2 ), 0, 2 ) );
		self::assertSame( [ $low ], $this->store()->order_ids_below( $high, 1 ) );
		self::assertCount( 2, $this->store()->orders( [ $low, $high ] ) );
	}

	public function test_a_change_calls_back_with_the_id_of_the_order(): void {
		$id    = $this->an_order();
		$heard = [];
		$this->store()->on_change(
			static function ( int $order_id ) use ( &$heard ): void {
				$heard[] = $order_id;
			}
		);

		$this->store()->refund( $this->request( $id ) );
		self::assertContains( $id, $heard, 'after a refund' );

		$heard = [];
		$this->delete_order( $id );
		self::assertContains( $id, $heard, 'after deleting' );
	}

	public function test_a_refund_pays_what_remains_once_with_proof(): void {
		$id = $this->an_order(
			[
				'total'   => 4900,
				'refunds' => [ 900 ],
			]
		);

		$result = $this->store()->refund( $this->request( $id ) );

		self::assertSame( Outcome::Done, $result->outcome, (string) $result->message );
		self::assertNotNull( $result->receipt );
		self::assertSame( 4000, $this->paid_out( $id ) );
		self::assertSame( 0, $this->read( $id )->remaining()->minor );
		self::assertContains( true, array_map( static fn ( $refund ): bool => $refund->by_gateway, $this->read( $id )->refunds ) );
	}

	public function test_a_refund_that_was_made_is_not_made_again(): void {
		$id      = $this->an_order();
		$request = $this->request( $id );
		$this->store()->refund( $request );

		$again = $this->store()->refund( $request );

		self::assertSame( Outcome::Already, $again->outcome );
		self::assertSame( 4900, $this->paid_out( $id ) );
		self::assertSame( Outcome::Done, $this->store()->find_refund( $request )->outcome );
		self::assertSame( 4900, $this->paid_out( $id ) );
	}

	/** @return iterable<string, array{string, int}> */
	public static function amounts_that_are_not_what_remains(): iterable {
		yield 'less' => [ 'USD', 4899 ];
		yield 'more' => [ 'USD', 4901 ];
		yield 'another currency' => [ 'EUR', 4900 ];
	}

	#[DataProvider( 'amounts_that_are_not_what_remains' )]
	public function test_another_amount_than_what_remains_is_refused_before_anything_moves( string $currency, int $minor ): void {
		$id = $this->an_order();

		$result = $this->store()->refund( $this->request( $id, new Money( $minor, $currency ) ) );

		self::assertSame( Outcome::Refused, $result->outcome );
		self::assertNotSame( '', (string) $result->message );
		self::assertSame( 0, $this->paid_out( $id ) );
		self::assertSame( 4900, $this->read( $id )->remaining()->minor );
	}

	/** @return iterable<string, array{string}> */
	public static function states_that_are_never_refunded(): iterable {
		yield 'unpaid' => [ 'unpaid' ];
		yield 'failed' => [ 'failed' ];
		yield 'an open dispute' => [ 'disputed' ];
	}

	#[DataProvider( 'states_that_are_never_refunded' )]
	public function test_some_orders_are_never_refunded( string $state ): void {
		$id = $this->an_order( [ 'state' => $state ] );

		$result = $this->store()->refund( $this->request( $id, new Money( 4900, 'USD' ) ) );

		self::assertNotNull( $this->read( $id )->why_not, 'The plan has to say so beforehand.' );
		self::assertSame( Outcome::Refused, $result->outcome );
		self::assertSame( 0, $this->paid_out( $id ) );
	}

	public function test_an_order_deleted_meanwhile_is_refused_and_never_an_exception(): void {
		$id      = $this->an_order();
		$request = $this->request( $id );
		$this->delete_order( $id );

		self::assertSame( Outcome::Refused, $this->store()->refund( $request )->outcome );
		self::assertNotSame( Outcome::Done, $this->store()->find_refund( $request )->outcome );
		self::assertNotSame( Outcome::Done, $this->store()->record_refund( $request )->outcome );
	}

	public function test_a_no_of_the_gateway_never_reads_as_paid(): void {
		$id      = $this->an_order( [ 'gateway' => 'decline' ] );
		$request = $this->request( $id );

		$result = $this->store()->refund( $request );

		self::assertContains( $result->outcome, $this->books_before_it_pays() ? [ Outcome::Manual ] : [ Outcome::Refused, Outcome::Unknown ] );
		self::assertNotSame( '', (string) $result->message );
		self::assertSame( 0, $this->paid_out( $id ) );
		self::assertNotSame( Outcome::Done, $this->store()->find_refund( $request )->outcome );
		if ( $this->books_before_it_pays() ) {
			self::assertArrayHasKey( 2, $this->open_obligations( [ $id ], $this->keys() ), 'Booked, and nobody paid.' );
		} else {
			self::assertSame( 4900, $this->read( $id )->remaining()->minor );
		}
	}

	/** @return iterable<string, array{string}> */
	public static function ways_to_lose_the_answer(): iterable {
		yield 'the gateway pays and says that it failed' => [ 'timeout' ];
		yield 'the gateway pays and throws an exception' => [ 'exception' ];
		yield 'the gateway pays and raises an error' => [ 'error' ];
	}

	#[DataProvider( 'ways_to_lose_the_answer' )]
	public function test_money_that_may_have_moved_is_never_called_refused( string $gateway ): void {
		$id      = $this->an_order( [ 'gateway' => $gateway ] );
		$request = $this->request( $id );

		$result = $this->store()->refund( $request );
		self::assertContains( $result->outcome, [ Outcome::Unknown, Outcome::Done ] );
		self::assertSame( 4900, $this->paid_out( $id ) );

		$found = $this->store()->find_refund( $request );
		self::assertContains( $found->outcome, [ Outcome::Unknown, Outcome::Done ] );
		self::assertSame( 4900, $this->paid_out( $id ), 'Looking it up pays nothing.' );
	}

	public function test_after_a_person_said_paid_the_refund_is_booked_once_and_without_the_gateway(): void {
		$id      = $this->an_order( [ 'gateway' => 'timeout' ] );
		$request = $this->request( $id );
		$this->store()->refund( $request );

		self::assertSame( Outcome::Done, $this->store()->record_refund( $request )->outcome );
		self::assertSame( Outcome::Already, $this->store()->record_refund( $request )->outcome );
		self::assertSame( 0, $this->read( $id )->remaining()->minor );
		self::assertSame( 4900, $this->paid_out( $id ) );
	}

	public function test_a_gateway_that_cannot_give_back_leaves_it_to_a_person(): void {
		$id      = $this->an_order( [ 'gateway' => 'none' ] );
		$request = $this->request( $id );
		self::assertFalse( $this->read( $id )->gateway_refunds );
		self::assertNull( $this->read( $id )->why_not, 'By hand it is possible.' );

		self::assertSame( Outcome::Manual, $this->store()->refund( $request )->outcome );
		self::assertSame( 4900, $this->read( $id )->remaining()->minor, 'Nothing is booked before somebody paid.' );

		self::assertSame( Outcome::Done, $this->store()->record_refund( $request )->outcome );
		self::assertSame( 0, $this->read( $id )->remaining()->minor );
		self::assertFalse( $this->read( $id )->refunds[0]->by_gateway );
		self::assertSame( 0, $this->paid_out( $id ) );
	}

	public function test_what_is_remembered_before_a_refund_survives_json(): void {
		$before = $this->store()->before_refund( $this->an_order( [ 'refunds' => [ 100 ] ] ) );

		self::assertSame( $before, json_decode( (string) json_encode( $before ), true ) );
	}

	public function test_the_person_who_asked_is_forgotten_after_the_call(): void {
		wp_set_current_user( 0 );

		$this->store()->refund( $this->request( $this->an_order() ) );
		$this->store()->refund( $this->request( $this->an_order( [ 'gateway' => 'error' ] ) ) );

		self::assertSame( 0, get_current_user_id() );
	}

	public function test_a_download_is_closed_once_and_stays_listed(): void {
		$id        = $this->an_order( [ 'downloads' => 2 ] );
		$downloads = $this->store()->downloads( [ $id ], $this->keys() );
		self::assertCount( 2, $downloads );
		self::assertTrue( $downloads[0]->open && $downloads[1]->open );

		self::assertSame( Outcome::Done, $this->store()->revoke_download( $downloads[0]->id )->outcome );
		self::assertSame( Outcome::Already, $this->store()->revoke_download( $downloads[0]->id )->outcome );

		$open = [];
		foreach ( $this->store()->downloads( [ $id ], $this->keys() ) as $download ) {
			$open[ $download->id ] = $download->open;
		}
		self::assertSame( [ false, true ], [ $open[ $downloads[0]->id ], $open[ $downloads[1]->id ] ] );
	}

	public function test_a_note_is_left_once_a_key(): void {
		$id = $this->an_order();

		self::assertSame( Outcome::Done, $this->store()->add_note( $id, 'Refunded in full, run 12', 'run-12' )->outcome );
		self::assertSame( Outcome::Already, $this->store()->add_note( $id, 'Refunded in full, run 12', 'run-12' )->outcome );
		self::assertSame( Outcome::Done, $this->store()->add_note( $id, 'Refunded in full, run 13', 'run-13' )->outcome );
	}

	public function test_the_proof_names_what_is_open_and_then_finds_nothing(): void {
		$keys = $this->keys();
		$id   = $this->an_order( [ 'downloads' => 1 ] );

		$open = $this->open_obligations( [ $id ], $keys );
		self::assertArrayHasKey( 1, $open, 'Paid and not given back.' );
		self::assertEquals( new OrderRef( $this->store()->id(), $id ), $open[1]->order );
		self::assertArrayHasKey( 7, $open, 'A file can still be fetched.' );

		$this->store()->refund( $this->request( $id ) );
		foreach ( $this->store()->downloads( [ $id ], $keys ) as $download ) {
			$this->store()->revoke_download( $download->id );
		}

		self::assertSame( [], $this->open_obligations( [ $id ], $keys ) );
		self::assertContains( 1, $this->answered( [ $id ], $keys ), 'Looked and found nothing is an answer too.' );
	}

	public function test_the_proof_sees_an_unpaid_order_that_could_still_be_paid(): void {
		$id = $this->an_order( [ 'state' => 'unpaid' ] );

		self::assertArrayHasKey( 5, $this->open_obligations( [ $id ], $this->keys() ) );
	}

	public function test_the_proof_sees_a_refund_that_nobody_is_known_to_have_paid(): void {
		$id = $this->an_order( [ 'refunds' => [ 4900 ] ] );

		self::assertArrayHasKey( 2, $this->open_obligations( [ $id ], $this->keys() ) );
	}

	final protected function read( int $id ): Order {
		$order = $this->store()->order( $id );
		self::assertNotNull( $order );

		return $order;
	}

	/** A request as the runner makes it: for what remains, with what was remembered just before. */
	final protected function request( int $id, ?Money $amount = null, string $key = 'contract' ): RefundRequest {
		$order = $this->read( $id );

		return new RefundRequest(
			$order->ref,
			$amount ?? $order->remaining(),
			hash( 'sha256', $key . $id ),
			'Refunded in full',
			$this->a_user(),
			$this->store()->before_refund( $id ),
		);
	}

	final protected function keys( string $email = 'buyer@example.com' ): Keys {
		return new Keys( [], [ $email ] );
	}

	/** The number of a question, where a store has one of its own for it. */
	protected function general( int $check ): int {
		return $check;
	}

	/** Somebody who exists. */
	protected function a_user(): int {
		$name = 'contract_' . wp_generate_password( 12, false );
		$id   = wp_insert_user(
			[
				'user_login' => $name,
				'user_email' => "$name@staff.example",
				'user_pass'  => wp_generate_password(),
				'role'       => 'administrator',
			]
		);
		self::assertIsInt( $id );

		return $id;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Obligation> The first open one a check.
	 */
	final protected function open_obligations( array $ids, Keys $keys ): array {
		$open = [];
		foreach ( $this->store()->obligations( $ids, $keys ) as $obligation ) {
			if ( $obligation->open && $this->concerns( $obligation, $ids ) ) {
				$open[ $this->general( $obligation->check ) ] ??= $obligation;
			}
		}

		return $open;
	}

	/**
	 * @param list<int> $ids
	 * @return list<int>
	 */
	private function answered( array $ids, Keys $keys ): array {
		return array_values( array_unique( array_map( fn ( Obligation $obligation ): int => $this->general( $obligation->check ), $this->store()->obligations( $ids, $keys ) ) ) );
	}

	/** @param list<int> $ids */
	private function concerns( Obligation $obligation, array $ids ): bool {
		return $obligation->order === null || in_array( $obligation->order->id, $ids, true );
	}
}
