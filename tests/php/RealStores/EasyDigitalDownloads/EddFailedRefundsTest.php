<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\StepState;
use Amicable\Plugin;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use EDD\Vendor\Stripe\Event;

/** A refund of the real EDD's Stripe fails days later. The events are FIXTURES, fired as EDD's own listener fires them; EDD does nothing about them. */
final class EddFailedRefundsTest extends IntegrationTestCase {

	use MakesEddOrders;

	public function test_what_failed_at_the_bank_is_owed_again_and_nobody_is_paid_by_it(): void {
		$this->as_role( 'administrator' );
		$order = $this->an_order( [ 'gateway' => 'stripe', 'email' => 'robin@example.com' ] );
		$run   = $this->refunded( $order );
		self::assertSame( [ 'completed', StepState::Done->value ], [ $run['state'], $run['steps'][0]['state'] ], (string) wp_json_encode( $run ) );
		self::assertSame( [ [], [] ], [ $this->unpaid( $order ), $this->ends() ], 'The test must be able to fail.' );

		$this->tell( $order, 'charge.refund.updated', 'succeeded' );
		self::assertSame( [], $this->unpaid( $order ), 'A refund that stands.' );

		$this->tell( $order, 'charge.refund.updated', 'failed' );
		$this->tell( $order, 'refund.failed', 'failed' );
		$this->run_jobs();

		self::assertStringContainsString( 'failed after all', $this->unpaid( $order )[0] ?? '' );
		self::assertSame( [ [ 'unpaid_refund', 4900 ] ], $this->ends() );
		self::assertFalse( $this->graph()->edd()->order( $order )?->refunds[0]->by_gateway );
		self::assertSame( [ '49.00' ], Bank::payouts( $order ) );
		$notes = array_filter( edd_get_notes( [ 'object_id' => $order, 'object_type' => 'order', 'number' => 99 ] ), static fn ( object $note ): bool => str_contains( $note->content, 'The gateway says' ) );
		self::assertCount( 1, $notes );

		$this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/check" ) );
		self::assertNotNull( $this->graph()->database()->value( "SELECT broken_at FROM {$this->graph()->database()->table( 'runs' )} WHERE id = %d", [ $run['id'] ] ), 'And the run says so when it is read back.' );
	}

	/** @return array<string, mixed> */
	private function refunded( int $order ): array {
		$this->graph()->importer()->slice( 'edd', 60.0 );
		$request = [ 'customer_id' => (int) $this->graph()->identity()->find_by_email( 'robin@example.com' ), 'kind' => 'refund', 'scope' => [ 'orders' => [ [ 'store' => 'edd', 'id' => $order ] ] ] ];
		$plan    = $this->json( $this->rest( 'POST', '/offboardings/plan', $request ) );
		$run     = $this->json( $this->rest( 'POST', '/offboardings', [ ...$request, 'plan_hash' => $plan['hash'], 'confirm_orders' => 1, 'confirm_totals' => $plan['totals'] ], [ 'Idempotency-Key' => wp_generate_uuid4() ] ) );
		for ( $turn = 0; $turn < 12 && $run['state'] !== 'completed'; $turn++ ) {
			$run = $this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/run" ) );
		}

		return $run;
	}

	private function tell( int $order, string $type, string $status ): void {
		$refund = [ 'id' => "re_$order", 'object' => 'refund', 'charge' => (string) edd_get_order( $order )->get_transaction_id(), 'amount' => 4900, 'currency' => 'usd', 'status' => $status ];
		do_action( "edds_stripe_event_$type", Event::constructFrom( [ 'id' => "evt_$type", 'object' => 'event', 'type' => $type, 'livemode' => true, 'created' => time(), 'data' => [ 'object' => $refund ] ] ) );
	}

	/** @return list<string> */
	private function unpaid( int $order ): array {
		$open = array_filter( $this->graph()->edd()->obligations( [ $order ], new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->check === 10 && $obligation->open );

		return array_values( array_map( static fn ( Obligation $obligation ): string => $obligation->text, $open ) );
	}

	/** @return list<array{string, int}> */
	private function ends(): array {
		$rows = $this->graph()->database()->rows( "SELECT kind, amount FROM {$this->graph()->database()->table( 'loose_ends' )} WHERE state = 'open'" );

		return array_map( static fn ( array $row ): array => [ (string) $row['kind'], (int) $row['amount'] ], $rows );
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
