<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract\Fixtures;

use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\WooCommerceSoftwareAddOn\WooCommerceSoftwareAddOn;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Contract\LicenseManagerContract;
use Amicable\Tests\Support\SoftwareAddOn;

/** Against its tables and its requests as they are documented, not against the plugin itself. */
final class WooCommerceSoftwareAddOnTest extends LicenseManagerContract {

	private const PRODUCT = 'HARBORLINE-FORMS';

	private SoftwareAddOn $plugin;

	private int $order = 500;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->plugin = new SoftwareAddOn( $wpdb );
		$this->plugin->install();
	}

	protected function tearDown(): void {
		$this->plugin->remove();
		parent::tearDown();
	}

	protected function manager(): LicenseManager {
		return $this->adapter();
	}

	protected function knows_an_end(): bool {
		return false;
	}

	protected function a_license( array $spec = [] ): string {
		$id = (string) $this->plugin->sell( ++$this->order, "buyer$this->order@example.com", 'wc' . strtolower( wp_generate_password( 20, false ) ), self::PRODUCT );
		foreach ( $spec['sites'] ?? [] as $site ) {
			self::assertTrue( $this->takes_a_new_site( $id, $site ) );
		}

		return $id;
	}

	protected function order_of( string $license_id ): OrderRef {
		return new OrderRef( 'woocommerce', (int) $this->row( $license_id )->order_id );
	}

	protected function keys_of( string $license_id ): Keys {
		return new Keys( [], [ $this->row( $license_id )->activation_email ] );
	}

	protected function key_of( string $license_id ): string {
		return $this->row( $license_id )->license_key;
	}

	protected function takes_a_new_site( string $license_id, string $site ): bool {
		return $this->plugin->activate( $this->key_of( $license_id ), self::PRODUCT, $this->row( $license_id )->activation_email, $site );
	}

	protected function delete_license( string $license_id ): void {
		$this->plugin->delete( (int) $license_id );
	}

	public function test_it_is_found_by_its_class_and_its_table(): void {
		global $wpdb;
		self::assertTrue( WooCommerceSoftwareAddOn::is_available( $wpdb ) );

		$this->plugin->remove();

		self::assertFalse( WooCommerceSoftwareAddOn::is_available( $wpdb ) );
	}

	public function test_a_key_without_an_order_is_found_by_the_email_it_was_made_for(): void {
		$id = $this->plugin->sell( 0, 'Gift@Example.com', 'wcgift-0123456789', self::PRODUCT );

		self::assertSame( [ (string) $id ], array_column( $this->manager()->licenses_of( [], new Keys( [], [ 'gift@example.com' ] ) ), 'id' ) );
		self::assertSame( [], $this->manager()->licenses_of( [ new OrderRef( 'edd', 500 ) ], new Keys( [], [] ) ), 'An order of another store with the same number.' );
	}

	public function test_an_ended_key_answers_to_no_request_and_comes_back_as_it_was(): void {
		$id     = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		$key    = $this->row( $id );
		$before = $this->adapter()->before( $id );

		$this->adapter()->disable( $id );
		self::assertFalse( $this->plugin->knows( $key->license_key, self::PRODUCT, $key->activation_email ) );
		self::assertSame( [ 'software_product_id' => self::PRODUCT ], $before, 'No key and no name stays with the run.' );
		self::assertSame( self::PRODUCT, $this->read( $id )->product );

		self::assertSame( 'done', $this->adapter()->restore( $id, $before )->outcome->value );
		self::assertSame( 'already', $this->adapter()->restore( $id, $before )->outcome->value );
		self::assertEquals( $key, $this->row( $id ) );
		self::assertSame( 'refused', $this->adapter()->restore( $id, [] )->outcome->value );
	}

	private function adapter(): WooCommerceSoftwareAddOn {
		global $wpdb;

		return WooCommerceSoftwareAddOn::create( $wpdb );
	}

	private function row( string $license_id ): object {
		return $this->plugin->key( (int) $license_id ) ?? self::fail( 'There is no such key.' );
	}
}
