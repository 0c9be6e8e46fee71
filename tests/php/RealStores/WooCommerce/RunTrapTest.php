<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\MakesLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use Exception;
use PHPUnit\Framework\Attributes\DataProvider;

/** A run into the known trap: somebody throws after the gateway has paid, and WooCommerce forgets the refund. */
final class RunTrapTest extends IntegrationTestCase {

	use MakesLicenses;
	use MakesOrders;

	private bool $throws = true;

	protected function setUp(): void {
		parent::setUp();
		$this->as_role( 'administrator' );
		add_action(
			'woocommerce_order_refunded',
			function (): void {
				if ( $this->throws ) {
					throw new Exception( 'Somebody threw.' );
				}
			}
		);
	}

	/** @return iterable<string, array{string, int, string}> */
	public static function words(): iterable {
		yield 'the customer was paid' => [ 'paid', 1, 'done' ];
		yield 'the customer was not paid' => [ 'not_paid', 2, 'done' ];
	}

	#[DataProvider( 'words' )]
	public function test_the_order_ends_unknown_nothing_pays_again_and_a_person_decides( string $word, int $payouts, string $state ): void {
		$order   = $this->an_order();
		$license = $this->a_key_for( $order );
		$run     = $this->driven( $this->started( $order ) );

		self::assertSame( [ 'needs_attention', 'unknown' ], [ $run['state'], $this->refund_of( $run )['state'] ] );
		self::assertStringContainsString( 'the order reads refunded', $this->refund_of( $run )['message'] );
		self::assertSame( 4900, $this->paid_out( $order ), 'However often it is driven.' );
		self::assertFalse( is_wp_error( lmfwc_activate_license( $this->key_of( $license ), [] ) ), 'The license waits for the money.' );

		$this->throws = false;
		$this->rest( 'POST', "/offboardings/{$run['id']}/steps/refund:woocommerce:$order/settle", [ 'outcome' => $word, 'note' => 'Looked at the bank.' ] );
		$this->rest( 'POST', "/offboardings/{$run['id']}/resume" );
		$run = $this->driven( (int) $run['id'] );

		// Somebody who says "not paid" when it was paid has it paid twice: that is a person's word, and the log keeps it.
		self::assertSame( $payouts * 4900, $this->paid_out( $order ) );
		self::assertSame( $state, $this->refund_of( $run )['state'], (string) wp_json_encode( $run ) );
		self::assertSame( 0, $this->graph()->woocommerce()->order( $order )?->remaining()->minor );
	}

	private function started( int $order ): int {
		$this->graph()->importer()->slice( 'woocommerce', 60.0 );
		$request = [
			'customer_id' => (int) $this->graph()->identity()->find_by_email( 'buyer@example.com' ),
			'kind'        => 'refund',
			'scope'       => [ 'orders' => [ [ 'store' => 'woocommerce', 'id' => $order ] ] ],
		];
		$plan    = $this->json( $this->rest( 'POST', '/offboardings/plan', $request ) );
		$answer  = $this->rest( 'POST', '/offboardings', [ ...$request, 'plan_hash' => $plan['hash'], 'confirm_orders' => 1, 'confirm_totals' => $plan['totals'] ], [ 'Idempotency-Key' => wp_generate_uuid4() ] );
		self::assertSame( 202, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return (int) $this->json( $answer )['id'];
	}

	/** @return array<string, mixed> */
	private function driven( int $id ): array {
		$run = [];
		for ( $turn = 0; $turn < 12; $turn++ ) {
			$run = $this->json( $this->rest( 'POST', "/offboardings/$id/run" ) );
		}

		return $run;
	}

	/**
	 * @param array<string, mixed> $run
	 * @return array<string, mixed>
	 */
	private function refund_of( array $run ): array {
		return array_values( array_filter( $run['steps'], static fn ( array $step ): bool => $step['kind'] === 'refund' ) )[0];
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
