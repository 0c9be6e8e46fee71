<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;
use WP_REST_Response;

/** A disputed payment silences us about that order, about no other, and only until a person says otherwise. */
final class DisputedChargeTest extends RunsTestCase {

	use AssertsShapes;

	private const COUPON = [ 'kind' => 'move', 'what' => 'coupon', 'note' => 'For the trouble', 'store' => 'sample', 'amount' => [ 'minor' => 100, 'currency' => 'USD' ], 'cost' => [ 'minor' => 100, 'currency' => 'USD' ], 'departure' => 'A test' ];

	public function test_about_that_order_only_the_texts_for_a_dispute_are_written_and_nothing_is_given(): void {
		$order = $this->order();
		$case  = $this->case_about( $order );
		$this->dispute( $order, 'warning' );
		self::assertSame( [ 'warning', false ], [ $this->read( $case )['charge']['status'], $this->read( $case )['charge']['holds'] ] );
		self::assertSame( 201, $this->write( $case, 'how_we_work' )->get_status(), 'An inquiry is settled by talking.' );

		$this->dispute( $order, 'open' );
		$shown = $this->read( $case );
		self::assert_shape( 'cases.case', $shown );
		self::assertSame( [ 'open', true, '2031-03-20T00:00:00Z' ], [ $shown['charge']['status'], $shown['charge']['holds'], $shown['charge']['deadline_at'] ] );
		$card = $this->ask( 'GET', "/orders/sample/$order->id/customer" );
		self::assert_shape( 'orders.card', $card );
		self::assertSame( $shown['charge'], $card['charge'] );
		foreach ( [ $this->write( $case, 'how_we_work' ), $this->write( $case, null ), $this->entry( $case, self::COUPON ) ] as $refused ) {
			self::assertSame( [ 422, 'amicable_charge_disputed' ], [ $refused->get_status(), $refused->get_data()['code'] ?? '' ] );
		}
		self::assertSame( [ 201, 201 ], [ $this->write( $case, 'dispute_opened' )->get_status(), $this->write( $case, 'lock_invoice' )->get_status() ], 'The text for it, and what everybody has a right to.' );
		self::assertSame( 201, $this->entry( $case, [ 'kind' => 'move', 'what' => 'call', 'contact' => '+1 555', 'note' => 'About another order' ] )->get_status() );
	}

	public function test_other_orders_keep_their_support(): void {
		$order = $this->order();
		$other = $this->order();
		$case  = $this->case_about( $other );
		$this->dispute( $order, 'open' );

		self::assertNull( $this->read( $case )['charge'] );
		$letter = $this->write( $case, 'how_we_work' );
		self::assertSame( [ 201, 201 ], [ $letter->get_status(), $this->entry( $case, self::COUPON )->get_status() ] );
		self::assertNull( $this->ask( 'GET', "/orders/sample/$other->id/customer" )['charge'] );
	}

	public function test_a_person_talks_about_it_again_with_a_reason_and_from_what_they_saw(): void {
		$order = $this->order();
		$case  = $this->case_about( $order );
		$this->dispute( $order, 'open' );
		$charge = $this->read( $case )['charge'];
		$unlock = fn ( array $body ): WP_REST_Response => $this->send( 'POST', "/disputes/{$charge['dispute_id']}/unlock", $body );

		self::assertSame( 400, $unlock( [ 'version' => $charge['version'], 'reason' => ' ' ] )->get_status() );
		self::assertSame( 409, $unlock( [ 'version' => $charge['version'] + 1, 'reason' => 'They withdraw it' ] )->get_status() );
		$free = $this->json( $unlock( [ 'version' => $charge['version'], 'reason' => 'They withdraw it' ] ) );
		self::assert_shape( 'disputes.charge', $free );
		self::assertFalse( $free['holds'] );
		self::assertSame( 409, $unlock( [ 'version' => $charge['version'], 'reason' => 'Twice' ] )->get_status() );
		self::assertSame( 201, $this->write( $case, 'how_we_work' )->get_status() );
		self::assertSame( [ 'They withdraw it' ], array_column( array_column( $this->house->log->of( 'order', $order->id ), 'payload' ), 'reason' ) );
	}

	private function dispute( OrderRef $order, string $status ): void {
		$this->ask( 'POST', "/orders/sample/$order->id/dispute", [ 'status' => $status, 'deadline_at' => '2031-03-20T00:00:00Z' ] );
	}

	private function case_about( OrderRef $order ): int {
		return (int) $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ), 'order' => $order->to_array() ] )['id'];
	}

	/** @return array<string, mixed> */
	private function read( int $case ): array {
		return $this->ask( 'GET', "/cases/$case" );
	}

	private function write( int $case, ?string $template ): WP_REST_Response {
		return $this->send( 'POST', "/cases/$case/messages", $template === null ? [ 'language' => 'en' ] : [ 'template' => $template, 'language' => 'en' ] );
	}

	/** @param array<string, mixed> $entry */
	private function entry( int $case, array $entry ): WP_REST_Response {
		return $this->send( 'POST', "/cases/$case/entries", [ 'version' => $this->read( $case )['version'] ] + $entry );
	}

	/** @param array<string, mixed> $body */
	private function ask( string $method, string $path, array $body = [] ): mixed {
		$answer = $this->send( $method, $path, $body );
		self::assertLessThan( 300, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice' ] );
	}
}
