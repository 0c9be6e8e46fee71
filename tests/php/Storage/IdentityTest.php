<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\AmicableException;
use Amicable\Stores\OrderRef;

final class IdentityTest extends StorageTestCase {

	public function test_letter_case_makes_nobody_else_but_an_accent_does(): void {
		$one = $this->take( $this->order( 1, 'Ea@example.com' ) );
		self::assertSame( $one, $this->take( $this->order( 2, ' eA@EXAMPLE.com' ) ) );
		self::assertNotSame( $one, $this->take( $this->order( 3, 'éa@example.com' ) ) );
		self::assertSame( $this->take( $this->order( 4, 'ÉA@example.com' ) ), $this->graph->identity()->find_by_email( 'éa@example.com' ) );
	}

	public function test_an_account_brings_its_guest_orders_along(): void {
		$guest = $this->take( $this->order( 1, 'ada@example.com' ) );
		self::assertSame( $guest, $this->take( $this->order( 2, 'ada@example.com', 77 ) ) );
		self::assertSame( $guest, $this->take( $this->order( 3, 'other@example.com', 77 ) ) );
		self::assertSame( $guest, $this->graph->identity()->find_by_email( 'other@example.com' ) );
	}

	public function test_two_strong_keys_in_conflict_are_noted_and_never_merged(): void {
		$ada = $this->take( $this->order( 1, 'ada@example.com', 77 ) );
		$ben = $this->take( $this->order( 2, 'ben@example.com' ) );
		self::assertSame( $ada, $this->take( $this->order( 3, 'ben@example.com', 77 ) ) );
		self::assertSame( $ada, $this->take( $this->order( 4, 'ben@example.com', 77 ) ) );
		self::assertSame( $ben, $this->graph->identity()->find_by_email( 'ben@example.com' ) );
		self::assertCount( 1, $this->graph->conflicts()->of( $ben ) );
	}

	public function test_who_asks_before_buying_is_the_same_customer_later(): void {
		$asked = $this->graph->identity()->for_requester( 'new@example.com', 'Neu', null, null );
		self::assertNotNull( $asked );
		$this->graph->projector()->project( $asked['customer_id'] );
		self::assertSame( [ '0', null, 'no_orders' ], array_values( array_intersect_key( (array) $this->graph->accounts()->row( $asked['customer_id'] ), [ 'orders' => 1, 'paid_base' => 1, 'reason' => 1 ] ) ) );
		self::assertSame( $asked['customer_id'], $this->take( $this->order( 1, 'NEW@example.com' ) ) );
	}

	public function test_an_order_that_a_desk_names_says_who_writes(): void {
		$ada   = $this->take( $this->order( 1, 'ada@example.com' ) );
		$asked = $this->graph->identity()->for_requester( 'private@example.net', null, null, new OrderRef( 'sample', 1 ) );
		self::assertSame( $ada, $asked['customer_id'] ?? null );
		self::assertSame( $ada, $this->graph->identity()->find_by_email( 'private@example.net' ) );
		self::assertNotNull( $this->graph->identity()->for_requester( 'nobody@example.net', null, null, new OrderRef( 'sample', 99 ) ) );
	}

	public function test_known_providers_ignore_dots_and_tags_and_others_are_not_guessed_at(): void {
		$ada = $this->take( $this->order( 1, 'ada.byron+shop@gmail.com' ) );
		self::assertSame( $ada, $this->take( $this->order( 2, 'adabyron@googlemail.com' ) ) );
		self::assertNotSame( $this->take( $this->order( 3, 'a+b@example.com' ) ), $this->take( $this->order( 4, 'a@example.com' ) ) );
	}

	public function test_who_works_here_is_no_customer(): void {
		$user = $this->as_role( 'administrator' );
		self::assertNull( $this->graph->identity()->for_requester( strtoupper( $user->user_email ), 'Boss', null, null ) );
	}

	public function test_an_order_without_any_name_is_a_customer_of_its_own(): void {
		self::assertNotSame( $this->take( $this->order( 1, '' ) ), $this->take( $this->order( 2, '' ) ) );
	}

	public function test_nothing_to_go_by_is_refused_with_the_field(): void {
		$this->expectException( AmicableException::class );
		$this->graph->identity()->for_requester( 'no address', null, null, null );
	}

	public function test_many_orders_at_once_are_the_same_people_as_one_by_one(): void {
		$orders = [ $this->order( 1, 'a@example.com' ), $this->order( 2, 'b@example.com', 9 ), $this->order( 3, 'A@example.com' ), $this->order( 4, 'c@example.com', 9 ), $this->order( 5, 'a@example.com' ) ];
		$owners = array_column( $this->graph->identity()->for_orders( $orders ), 'customer_id' );
		self::assertSame( [ true, true, true, 2 ], [ $owners[0] === $owners[2], $owners[0] === $owners[4], $owners[1] === $owners[3], count( array_unique( $owners ) ) ] );
		self::assertSame( $owners, array_column( array_map( $this->graph->identity()->for_order( ... ), $orders ), 'customer_id' ) );
	}
}
