<?php
declare( strict_types=1 );

namespace Amicable\Licensing\DigitalLicenseManager;

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

/** Digital License Manager. Its trap: it reads a key of digits as the id of some other license, so licenses are changed by id. */
final class DigitalLicenseManager implements LicenseManager, KeepsBefore {

	public const ID = 'dlm';

	private const DISABLED = 5;

	public function __construct( private readonly LicenseRecords $records ) {
	}

	/** After all plugins are loaded. */
	public static function is_available(): bool {
		return function_exists( 'dlm_get_licenses' ) && function_exists( 'dlm_update_license' ) && get_option( 'dlm_db_version' ) !== false;
	}

	public static function create( wpdb $wpdb ): self {
		return new self( new LicenseRecords( $wpdb ) );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'Digital License Manager';
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

	public function deactivate( string $license_id, string $activation_id ): Result {
		$token = $this->records->token( (int) $license_id, (int) $activation_id );
		if ( $token === null ) {
			return Result::already();
		}
		try {
			dlm_deactivate_license( '', $token ); // By the token alone; its answer is about the key, and that is not asked here.
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->records->token( (int) $license_id, (int) $activation_id ) === null
			? Result::done( "activation:$activation_id" )
			: Result::unknown( __( 'The site is still registered.', 'amicable' ) );
	}

	public function disable( string $license_id ): Result {
		$before = $this->license( $license_id );
		if ( $before === null || $before->status === 'disabled' ) {
			return Result::already();
		}
		try {
			$answer = dlm_update_license( $license_id, [ 'status' => self::DISABLED ] );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}
		$after = $this->license( $license_id );
		if ( $after === null || $after->status === 'disabled' ) {
			return Result::done( "license:$license_id", evidence: [ 'status_before' => $before->status ] );
		}

		return Result::unknown( is_wp_error( $answer ) ? $answer->get_error_message() : __( 'The license can still be used.', 'amicable' ) );
	}

	public function before( string $license_id ): array {
		$status = $this->records->status_of( (int) $license_id );

		return $status === null ? [] : [ 'status' => $status ];
	}

	public function restore( string $license_id, array $before ): Result {
		$now = $this->records->status_of( (int) $license_id );
		if ( $now === null ) {
			return Result::manual( __( 'The license is not there any more. Give the customer a new key on the screen of the order.', 'amicable' ) );
		}
		if ( ! is_int( $before['status'] ?? null ) || $before['status'] === self::DISABLED ) {
			return Result::refused( __( 'Nobody wrote down how this license was.', 'amicable' ) );
		}
		if ( $now !== self::DISABLED ) {
			return Result::already();
		}
		try {
			$answer = dlm_update_license( $license_id, [ 'status' => $before['status'] ] );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->records->status_of( (int) $license_id ) === $before['status']
			? Result::done( "license:$license_id" )
			: Result::unknown( is_wp_error( $answer ) ? $answer->get_error_message() : __( 'The license was not changed.', 'amicable' ) );
	}

	public function obligations( array $orders, Keys $keys ): array {
		return OpenLicenses::of( $this->licenses_of( $orders, $keys ) );
	}
}
