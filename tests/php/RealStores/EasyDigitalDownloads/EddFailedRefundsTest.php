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
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\StripeWire;
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
		self::assertNotNull( $this->broken_at( (int) $run['id'] ), 'And the run says so when it is read back.' );
	}

	/** Stripe's message that it paid came before its answer, which was lost: EDD has written the number of the charge on the refund, and no other. */
	public function test_a_payout_that_only_a_message_proves_can_fail_too(): void {
		$this->as_role( 'administrator' );
		$order = $this->an_order( [ 'gateway' => 'stripe_early_lost', 'email' => 'robin@example.com' ] );
		$run   = $this->refunded( $order );
		self::assertSame( [ 'completed', edd_get_order( $order )->get_transaction_id() ], [ $run['state'], $run['steps'][0]['receipt'] ], (string) wp_json_encode( $run ) );
		$this->look_again( (int) $run['id'] );
		self::assertSame( [], $this->unpaid( $order ), 'A refund that stands.' );

		StripeWire::$fates = [ "re_$order" => 'failed' ];
		$this->look_again( (int) $run['id'] );
		self::assertStringContainsString( 'failed after all', $this->unpaid( $order )[0] ?? '' );
	}

	public function test_a_message_that_could_not_be_kept_is_asked_for_again(): void {
		$this->as_role( 'administrator' );
		$order = $this->an_order( [ 'gateway' => 'stripe', 'email' => 'robin@example.com' ] );
		$this->refunded( $order );
		$full  = static fn ( string $sql ): string => str_starts_with( $sql, 'UPDATE' ) && str_contains( $sql, 'order_transactions' ) ? 'UPDATE nowhere SET a = 1' : $sql;
		add_filter( 'query', $full );
		$GLOBALS['wpdb']->suppress_errors( true );
		$told = null;
		try {
			$this->tell( $order, 'refund.failed', 'failed' );
		} catch ( \EDD_Exception $told ) { // phpcs:ignore Generic.CodeAnalysis.EmptyStatement -- what EDD answers with a failure.
		}
		$GLOBALS['wpdb']->suppress_errors( false );
		remove_filter( 'query', $full );
		self::assertInstanceOf( \EDD_Exception::class, $told );
		self::assertSame( [], $this->unpaid( $order ), 'The test must be able to fail.' );

		$this->tell( $order, 'refund.failed', 'failed' );
		self::assertCount( 1, $this->unpaid( $order ) );
	}

	public function test_a_message_that_never_came_is_found_when_the_run_is_read_back(): void {
		$this->as_role( 'administrator' );
		$order = $this->an_order( [ 'gateway' => 'stripe', 'email' => 'robin@example.com' ] );
		$run   = $this->refunded( $order );
		$this->look_again( (int) $run['id'] );
		self::assertSame( [ [], null ], [ $this->unpaid( $order ), $this->broken_at( (int) $run['id'] ) ], 'A refund that stands.' );

		StripeWire::$fates = [ "re_$order" => 'failed' ];
		$this->look_again( (int) $run['id'] );
		$this->run_jobs();

		self::assertStringContainsString( 'failed after all', $this->unpaid( $order )[0] ?? '' );
		self::assertSame( [ [ 'unpaid_refund', 4900 ] ], $this->ends() );
		self::assertNotNull( $this->broken_at( (int) $run['id'] ) );
		self::assertSame( [ '49.00' ], Bank::payouts( $order ) );
	}

	public function test_paypal_which_sends_no_such_message_is_asked_too(): void {
		$this->as_role( 'administrator' );
		$order = $this->an_order( [ 'email' => 'robin@example.com' ] );
		$run   = $this->refunded( $order );
		$this->look_again( (int) $run['id'] );
		self::assertSame( [], $this->unpaid( $order ), 'A refund that stands.' );

		EddProviders::$fates = [ (string) $run['steps'][0]['receipt'] => 'FAILED' ];
		$this->look_again( (int) $run['id'] );
		self::assertStringContainsString( 'failed after all', $this->unpaid( $order )[0] ?? '' );
	}

	/** The next of the three looks, as if its time had come. */
	private function look_again( int $run ): void {
		$this->graph()->database()->write( "UPDATE {$this->graph()->database()->table( 'runs' )} SET next_proof_at = '2020-01-01 00:00:00' WHERE id = %d", [ $run ] );
		$this->graph()->runs()->repeat->run( [ 'run_id' => $run ] );
	}

	private function broken_at( int $run ): ?string {
		return $this->graph()->database()->value( "SELECT broken_at FROM {$this->graph()->database()->table( 'runs' )} WHERE id = %d", [ $run ] );
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
