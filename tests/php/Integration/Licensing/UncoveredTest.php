<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Licensing;

use Amicable\Stores\EasyDigitalDownloads\Uncovered as UncoveredInEdd;
use Amicable\Stores\Obligation;
use Amicable\Stores\WooCommerce\Uncovered as UncoveredInWooCommerce;
use Amicable\Tests\Support\IntegrationTestCase;

/** Systems that nobody here can look into keep a receipt open, by name, and only while they are there. */
final class UncoveredTest extends IntegrationTestCase {

	public function test_a_system_that_cannot_be_read_is_named_when_it_is_there_and_only_then(): void {
		$systems = [
			'WC_Software'            => [ new UncoveredInWooCommerce(), 'plugin:woocommerce-software-add-on', 'WooCommerce Software Add-on' ],
			'WC_AM_Order_Data_Store' => [ new UncoveredInWooCommerce(), 'plugin:woocommerce-api-manager', 'WooCommerce API Manager' ],
			'EDD_All_Access'         => [ new UncoveredInEdd(), 'plugin:edd-all-access', 'EDD All Access' ],
		];
		foreach ( $systems as $class => [ $uncovered, $ref, $name ] ) {
			self::assertNotContains( $ref, array_column( $uncovered->obligations(), 'ref' ) );

			class_alias( Obligation::class, $class );

			$named = array_values( array_filter( $uncovered->obligations(), static fn ( Obligation $obligation ): bool => $obligation->ref === $ref ) );
			self::assertCount( 1, $named );
			self::assertSame( [ 17, true ], [ $named[0]->check, $named[0]->open ] );
			self::assertStringContainsString( $name, $named[0]->text );
		}
	}
}
