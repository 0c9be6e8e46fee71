<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\Figures;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\Scale;
use Amicable\Tests\RealStores\Support\WebServer;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\Group;
use WP_Application_Passwords;
use WP_User;

/** Many requests at the same moment, over HTTP, each in a process of its own; the gateway takes 300 ms to pay. */
final class ParallelTest extends IntegrationTestCase {

	use MakesOrders;

	/** How many drive the one run, once it is started. */
	private const SCREENS = 4;

	private WebServer $server;

	private string $login;

	protected function setUp(): void {
		parent::setUp();
		$user         = $this->as_role( 'administrator' );
		$this->login  = $this->password_of( $user );
		$this->server = new WebServer( 16, 300 );
	}

	protected function tearDown(): void {
		$this->server->stop();
		parent::tearDown();
	}

	#[Group( 'faults' )]
	public function test_many_starts_with_one_key_give_one_run_and_one_payout_an_order(): void {
		$orders = [ $this->an_order(), $this->an_order( [ 'total' => 2500, 'gateway' => 'proof' ] ) ];
		$this->graph()->importer()->slice( 'woocommerce', 60.0 );
		$answers = $this->server->at_once( Scale::starts(), '/amicable/v1/offboardings', $this->confirmed( $orders ), $this->login, [ 'Idempotency-Key' => 'one-key-for-all' ] );
		$status  = array_count_values( array_column( $answers, 'status' ) );

		self::assertSame( [], array_diff( array_keys( $status ), [ 202, 409 ] ), (string) wp_json_encode( $answers ) );
		$runs = array_values( array_unique( array_filter( array_map( static fn ( array $answer ): int => (int) ( $answer['body']['id'] ?? 0 ), $answers ) ) ) );
		self::assertCount( 1, $runs );

		$state = '';
		for ( $round = 0; $round < 20 && $state !== 'completed'; $round++ ) {
			$steps = $this->server->at_once( self::SCREENS, "/amicable/v1/offboardings/{$runs[0]}/run", [], $this->login );
			$state = (string) ( $steps[ self::SCREENS - 1 ]['body']['state'] ?? '' );
		}

		$tally = new Tally( 'starts_woocommerce' );
		$tally->begin();
		foreach ( $orders as $order ) {
			$tally->order( count( Bank::payouts( $order ) ) );
		}
		self::assertSame( 'completed', $state );
		self::assertSame( [ [ '49.00' ], [ '25.00' ] ], array_map( Bank::payouts( ... ), $orders ) );
		$tally->pass();
		$tally->report();
		Figures::note( 'parallel_starts', Scale::starts() );
		Figures::note( 'payouts_an_order', 1 );
	}

	/** The baseline that is printed beside our own figure; it says nothing about us. */
	#[Group( 'evidence' )]
	#[Group( 'faults' )]
	public function test_what_woocommerce_itself_does_with_as_many_refunds_of_one_order(): void {
		$id = $this->an_order();

		$this->server->at_once( Scale::starts(), "/wc/v3/orders/$id/refunds", [ 'amount' => '49.00', 'api_refund' => true, 'api_restock' => false ], $this->login, [ 'Idempotency-Key' => 'one-key-for-all' ] );

		$tally = new Tally( 'woocommerce_itself' );
		$tally->begin();
		$tally->order( count( Bank::payouts( $id ) ) );
		$tally->pass();
		$tally->report();
		self::assertNotSame( [], Bank::payouts( $id ) );
		Figures::note( 'woocommerce_own_payouts', count( Bank::payouts( $id ) ) );
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}

	/**
	 * @param list<int> $orders
	 * @return array<string, mixed>
	 */
	private function confirmed( array $orders ): array {
		$request = [
			'customer_id' => (int) $this->graph()->identity()->find_by_email( 'buyer@example.com' ),
			'kind'        => 'refund',
			'scope'       => [ 'orders' => array_map( static fn ( int $id ): array => [ 'store' => 'woocommerce', 'id' => $id ], $orders ) ],
		];
		$plan    = $this->json( $this->rest( 'POST', '/offboardings/plan', $request ) );
		self::assertSame( [ [ 'minor' => 7400, 'currency' => 'USD' ] ], $plan['totals'] ?? null, (string) wp_json_encode( $plan ) );

		return [
			...$request,
			'plan_hash'      => $plan['hash'],
			'confirm_orders' => count( $orders ),
			'confirm_totals' => $plan['totals'],
		];
	}

	private function password_of( WP_User $user ): string {
		[ $password ] = WP_Application_Passwords::create_new_application_password( $user->ID, [ 'name' => 'Tests' ] );

		return "$user->user_login:$password";
	}
}
