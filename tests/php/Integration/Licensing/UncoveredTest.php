<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Licensing;

use Amicable\Stores\EasyDigitalDownloads\Uncovered as UncoveredInEdd;
use Amicable\Stores\NamesUncovered;
use Amicable\Stores\Obligation;
use Amicable\Stores\WooCommerce\Uncovered as UncoveredInWooCommerce;
use Amicable\Tests\Support\ApiManager;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\SoftwareAddOn;

/** Systems that nobody here can look into keep a receipt open, by name, and only while they are there. */
final class UncoveredTest extends IntegrationTestCase {

	public function test_a_system_that_cannot_be_read_is_named_when_it_is_there_and_only_then(): void {
		global $wpdb;
		$systems = [
			'FS_WC_licenses_Manager' => [ new UncoveredInWooCommerce( $wpdb ), 'plugin:woocommerce-license-manager', 'WooCommerce License Manager' ],
			'WC_Memberships'         => [ new UncoveredInWooCommerce( $wpdb ), 'plugin:woocommerce-memberships', 'WooCommerce Memberships' ],
			'EDD_All_Access'         => [ new UncoveredInEdd(), 'plugin:edd-all-access', 'EDD All Access' ],
		];
		foreach ( $systems as $class => [ $uncovered, $ref, $name ] ) {
			self::assertNull( $this->named( $uncovered, $ref ) );

			class_alias( Obligation::class, $class );

			$named = $this->named( $uncovered, $ref );
			self::assertSame( [ 17, true ], [ $named?->check, $named?->open ] );
			self::assertStringContainsString( $name, (string) $named?->text );
		}
	}

	public function test_a_covered_system_is_named_only_while_its_tables_are_not_those_that_are_known(): void {
		global $wpdb;
		$uncovered = new UncoveredInWooCommerce( $wpdb );
		$manager   = new ApiManager( $wpdb );
		class_exists( 'WC_AM_Order_Data_Store', false ) || class_alias( Obligation::class, 'WC_AM_Order_Data_Store' );
		foreach ( [ [ $manager, 'plugin:woocommerce-api-manager' ], [ new SoftwareAddOn( $wpdb ), 'plugin:woocommerce-software-add-on' ] ] as [ $plugin, $ref ] ) {
			self::assertNotNull( $this->named( $uncovered, $ref ), 'An old version, or one that is not set up.' );

			$plugin->install();
			self::assertNull( $this->named( $uncovered, $ref ) );

			$plugin->remove();
		}
	}

	private function named( NamesUncovered $uncovered, string $ref ): ?Obligation {
		return array_values( array_filter( $uncovered->obligations(), static fn ( Obligation $obligation ): bool => $obligation->ref === $ref ) )[0] ?? null;
	}
}
