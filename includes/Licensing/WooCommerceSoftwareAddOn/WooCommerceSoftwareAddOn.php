<?php
declare( strict_types=1 );

namespace Amicable\Licensing\WooCommerceSoftwareAddOn;

use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\Proof\OpenLicenses;
use Amicable\Licensing\SiteNames;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use Throwable;
use wpdb;

/**
 * WooCommerce Software Add-on. Its keys have no status, no end, and a limit of none means no limit. Each of its requests asks for a key, its product and its email
 * together; so the key of a product that does not exist answers to nobody, and its row stays where it is.
 */
final class WooCommerceSoftwareAddOn implements LicenseManager, KeepsBefore {

	public const ID = 'wc_software';

	public function __construct( private readonly KeyRecords $records ) {
	}

	/** After all plugins are loaded. */
	public static function is_available( wpdb $wpdb ): bool {
		return class_exists( 'WC_Software', false ) && ( new KeyRecords( $wpdb ) )->are_there();
	}

	public static function create( wpdb $wpdb ): self {
		return new self( new KeyRecords( $wpdb ) );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'WooCommerce Software Add-on';
	}

	public function licenses_of( array $orders, Keys $keys ): array {
		return $this->records->find( OrderRef::ids_in( WooCommerceStore::ID, $orders ), $keys->emails );
	}

	public function license( string $id ): ?License {
		return $this->records->one( (int) $id );
	}

	public function search( string $text ): array {
		return $this->records->search( $text, SiteNames::of( $text ) );
	}

	public function deactivate( string $license_id, string $activation_id ): Result {
		if ( ! $this->records->is_active( (int) $license_id, (int) $activation_id ) ) {
			return Result::already();
		}
		try {
			$this->records->deactivate( (int) $activation_id );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->records->is_active( (int) $license_id, (int) $activation_id )
			? Result::unknown( __( 'The site is still registered.', 'amicable' ) )
			: Result::done( "activation:$activation_id" );
	}

	public function disable( string $license_id ): Result {
		$product = $this->records->product( (int) $license_id );
		if ( $product === null || KeyRecords::is_ended( $product ) ) {
			return Result::already();
		}
		try {
			$this->records->set_product( (int) $license_id, $product, KeyRecords::ended( $product ) );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}
		$after = $this->license( $license_id );

		return $after !== null && $after->is_usable()
			? Result::unknown( __( 'The license can still be used.', 'amicable' ) )
			: Result::done( "license:$license_id" );
	}

	public function before( string $license_id ): array {
		$product = $this->records->product( (int) $license_id );

		return $product === null ? [] : [ 'software_product_id' => $product ];
	}

	public function restore( string $license_id, array $before ): Result {
		$product = $before['software_product_id'] ?? null;
		$now     = $this->records->product( (int) $license_id );
		if ( $now === null ) {
			return Result::manual( __( 'The license is not there any more. Give the customer a new key on the screen of the order.', 'amicable' ) );
		}
		if ( ! is_string( $product ) || KeyRecords::is_ended( $product ) ) {
			return Result::refused( __( 'Nobody wrote down for which product this license was.', 'amicable' ) );
		}
		if ( ! KeyRecords::is_ended( $now ) ) {
			return Result::already();
		}
		$this->records->set_product( (int) $license_id, $now, $product );

		return $this->records->product( (int) $license_id ) === $product ? Result::done( "license:$license_id" ) : Result::unknown( __( 'The license was not changed.', 'amicable' ) );
	}

	public function obligations( array $orders, Keys $keys ): array {
		return OpenLicenses::of( $this->licenses_of( $orders, $keys ) );
	}
}
