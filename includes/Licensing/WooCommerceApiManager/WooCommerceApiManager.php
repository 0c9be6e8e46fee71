<?php
declare( strict_types=1 );

namespace Amicable\Licensing\WooCommerceApiManager;

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
 * WooCommerce API Manager 2 and 3. A license is a resource: what one line of one order opens. Each of its requests looks at the resource's end, so an end in the
 * past stops every key that leads to it; so long ago, that no grace period reaches until today.
 */
final class WooCommerceApiManager implements LicenseManager, KeepsBefore {

	public const ID = 'wc_am';

	public function __construct( private readonly ResourceRecords $records ) {
	}

	/** After all plugins are loaded. */
	public static function is_available( wpdb $wpdb ): bool {
		return function_exists( 'WC_AM_USER' ) && function_exists( 'WC_AM_API_ACTIVATION_DATA_STORE' ) && ( new ResourceRecords( $wpdb ) )->are_there();
	}

	public static function create( wpdb $wpdb ): self {
		return new self( new ResourceRecords( $wpdb ) );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'WooCommerce API Manager';
	}

	public function licenses_of( array $orders, Keys $keys ): array {
		return $this->records->find( OrderRef::ids_in( WooCommerceStore::ID, $orders ), $keys->user_ids );
	}

	public function license( string $id ): ?License {
		return $this->records->one( (int) $id );
	}

	public function search( string $text ): array {
		return $this->records->search( $text, SiteNames::of( $text ) );
	}

	/** Its own function counts the sites of the resource down too, but takes the first site of that name, whosever it is. */
	public function deactivate( string $license_id, string $activation_id ): Result {
		$instance = $this->records->instance( (int) $license_id, (int) $activation_id );
		if ( $instance === null ) {
			return Result::already();
		}
		try {
			$this->records->is_alone( $instance )
				? WC_AM_API_ACTIVATION_DATA_STORE()->delete_api_key_activation_by_instance_id( $instance )
				: WC_AM_API_ACTIVATION_DATA_STORE()->delete_api_key_activation_by_activation_id( (int) $activation_id );
			$this->records->forget( (int) $license_id );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->records->instance( (int) $license_id, (int) $activation_id ) === null
			? Result::done( "activation:$activation_id" )
			: Result::unknown( __( 'The site is still registered.', 'amicable' ) );
	}

	public function disable( string $license_id ): Result {
		$before = $this->license( $license_id );
		if ( $before === null || $before->status === 'disabled' ) {
			return Result::already();
		}
		try {
			$this->records->set_end( (int) $license_id, ResourceRecords::LONG_AGO );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}
		$after = $this->license( $license_id );

		return $after !== null && $after->is_usable()
			? Result::unknown( __( 'The license can still be used.', 'amicable' ) )
			: Result::done( "license:$license_id" );
	}

	public function before( string $license_id ): array {
		$end = $this->records->end( (int) $license_id );

		return $end === null ? [] : [ 'access_expires' => $end ];
	}

	public function restore( string $license_id, array $before ): Result {
		$end = $before['access_expires'] ?? null;
		$now = $this->records->end( (int) $license_id );
		if ( $now === null ) {
			return Result::manual( __( 'The license is not there any more: the plugin removes what has ended. Set its order to completed again, and it makes a new one.', 'amicable' ) );
		}
		if ( ! is_int( $end ) ) {
			return Result::refused( __( 'Nobody wrote down until when this license ran.', 'amicable' ) );
		}
		if ( $now !== ResourceRecords::LONG_AGO ) {
			return Result::already();
		}
		$this->records->set_end( (int) $license_id, $end );

		return $this->records->end( (int) $license_id ) === $end ? Result::done( "license:$license_id" ) : Result::unknown( __( 'The license was not changed.', 'amicable' ) );
	}

	public function obligations( array $orders, Keys $keys ): array {
		return OpenLicenses::of( $this->licenses_of( $orders, $keys ) );
	}
}
