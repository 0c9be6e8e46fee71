<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Together;

use Amicable\Licensing\WooCommerceSoftwareAddOn\WooCommerceSoftwareAddOn;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\FinishesLooseEnds;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\SoftwareAddOn;
use Amicable\Tests\Support\WpCli;
use ReflectionProperty;

/**
 * Real orders whose licenses lie in a plugin that cannot be had here, or nobody knows where. The license plugin is a stand-in,
 * whose class stays for the rest of the process: no test comes after this one.
 */
final class SoldLicensesTest extends IntegrationTestCase {

	use FinishesLooseEnds;
	use MakesOrders;
	use PartsWays;

	private SoftwareAddOn $plugin;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->plugin = new SoftwareAddOn( $wpdb );
		$this->plugin->install();
		( new ReflectionProperty( Plugin::class, 'graphs' ) )->setValue( Plugin::instance(), [] );
		$this->two_people();
	}

	protected function tearDown(): void {
		$this->plugin->remove();
		( new ReflectionProperty( Plugin::class, 'graphs' ) )->setValue( Plugin::instance(), [] );
		parent::tearDown();
	}

	public function test_a_parting_ends_a_key_keeps_what_stood_there_and_gives_it_back_when_asked(): void {
		$order = $this->an_order( [ 'total' => 4900, 'email' => 'robin@example.com' ] );
		$key   = $this->plugin->sell( $order, 'robin@example.com', 'wc0123456789', 'FORMS' );
		self::assertTrue( $this->plugin->activate( 'wc0123456789', 'FORMS', 'robin@example.com', 'https://one.example' ) );
		$customer = $this->customer();

		$run = $this->run_to_its_end( $this->started( $customer, $this->plan( $customer ) ) );

		self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		self::assertFalse( $this->plugin->knows( 'wc0123456789', 'FORMS', 'robin@example.com' ) );
		$steps = array_column( $run['steps'], 'state', 'kind' );
		self::assertSame( [ 'done', 'done' ], [ $steps['deactivate_site'], $steps['disable_license'] ] );

		$command = $this->graph()->license_command();
		foreach ( [ [ 1, 'lmfwc', '1' ], [ 1, WooCommerceSoftwareAddOn::ID, '999' ], [ 0, WooCommerceSoftwareAddOn::ID, (string) $key ] ] as [ $code, $system, $license ] ) {
			$cli = WpCli::open();
			$cli->run( static fn () => $command->restore( [ $system, $license ] ) );
			self::assertSame( $code, $cli->exit_code, $cli->said );
		}
		self::assertTrue( $this->plugin->knows( 'wc0123456789', 'FORMS', 'robin@example.com' ) );
	}

	public function test_a_key_that_an_earlier_refund_left_is_found_and_finished(): void {
		$order = $this->an_order( [ 'total' => 4900, 'email' => 'robin@example.com' ] );
		$key   = $this->plugin->sell( $order, 'robin@example.com', 'wc0123456789', 'FORMS' );
		wc_create_refund( [ 'order_id' => $order, 'amount' => '49.00', 'refund_payment' => true ] );
		$this->look_for_loose_ends();
		self::assertSame( [ 'license:' . WooCommerceSoftwareAddOn::ID . ":$key" ], array_column( $this->loose_ends(), 'ref' ) );

		$this->finish_loose_ends();

		$this->look_for_loose_ends();
		self::assertSame( [], $this->loose_ends() );
		self::assertFalse( $this->plugin->knows( 'wc0123456789', 'FORMS', 'robin@example.com' ) );
	}

	public function test_a_key_that_no_system_knows_is_named_in_the_plan_and_in_the_receipt(): void {
		$known   = $this->an_order( [ 'total' => 4900, 'email' => 'robin@example.com' ] );
		$unknown = $this->an_order( [ 'total' => 1900, 'email' => 'robin@example.com' ] );
		$this->plugin->sell( $known, 'robin@example.com', 'wc0123456789', 'FORMS' );
		foreach ( [ $known, $unknown ] as $order ) {
			wc_add_order_item_meta( array_key_first( $this->wc_order( $order )->get_items() ), 'License key', '4F2A-99C1-ABCD-0007' );
		}
		$customer = $this->customer();

		$plan  = $this->plan( $customer );
		$named = array_values( array_filter( $plan['warnings'], static fn ( string $warning ): bool => str_contains( $warning, 'License key' ) ) );
		self::assertCount( 1, $named );
		self::assertStringContainsString( (string) $unknown, $named[0] );

		$run  = $this->run_to_its_end( $this->started( $customer, $plan ) );
		$open = array_values( array_filter( $run['proof']['obligations'], static fn ( array $line ): bool => $line['state'] === 'open' ) );
		self::assertSame( [ [ 17, "license_field:woocommerce:$unknown", $named[0] ] ], array_map( static fn ( array $line ): array => [ $line['check'], $line['ref'], $line['text'] ], $open ) );
	}

	private function customer(): int {
		$this->graph()->importer()->slice( 'woocommerce', 60.0 );

		return (int) $this->graph()->identity()->find_by_email( 'robin@example.com' );
	}
}
