<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseManagerForWooCommerce;

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

/**
 * License Manager for WooCommerce. Its traps: "active" means in stock, to be sold again, so a key is never given that status;
 * activation looks at nothing but the expiry date and the number of sites, so a date in the past is the only stop that holds.
 */
final class LicenseManagerForWooCommerce implements LicenseManager, KeepsBefore {

	public const ID = 'lmfwc';

	private const INACTIVE = 4;

	/** A key that was handed out; never 3, which would sell it again. */
	private const DELIVERED = 2;

	public function __construct( private readonly LicenseRecords $records ) {
	}

	/** After all plugins are loaded. */
	public static function is_available(): bool {
		return function_exists( 'lmfwc_get_licenses' ) && function_exists( 'lmfwc_update_license' ) && function_exists( 'lmfwc_deactivate_license' );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'License Manager for WooCommerce';
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
		$key   = $this->records->key( (int) $license_id );
		if ( $token === null || $key === null ) {
			return Result::already();
		}
		try {
			$answer = lmfwc_deactivate_license( $key, [ 'token' => $token ] );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}
		if ( $this->records->token( (int) $license_id, (int) $activation_id ) === null ) {
			return Result::done( "activation:$activation_id" );
		}

		return Result::unknown( is_wp_error( $answer ) ? $answer->get_error_message() : __( 'The site is still registered.', 'amicable' ) );
	}

	public function disable( string $license_id ): Result {
		$before = $this->license( $license_id );
		$key    = $this->records->key( (int) $license_id );
		if ( $before === null || $key === null || $before->status === 'disabled' ) {
			return Result::already();
		}
		try {
			lmfwc_update_license(
				$key,
				[
					'status'     => self::INACTIVE,
					'expires_at' => gmdate( 'Y-m-d H:i:s', time() - DAY_IN_SECONDS ),
				]
			);
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}
		$after = $this->license( $license_id );

		return $after !== null && $after->is_usable()
			? Result::unknown( __( 'The license can still be used.', 'amicable' ) )
			: Result::done( "license:$license_id", evidence: [ 'expired_before' => $before->expires_at?->format( DATE_ATOM ) ] );
	}

	public function before( string $license_id ): array {
		return $this->records->standing( (int) $license_id ) ?? [];
	}

	public function restore( string $license_id, array $before ): Result {
		$now = $this->license( $license_id );
		$key = $this->records->key( (int) $license_id );
		if ( $now === null || $key === null ) {
			return Result::manual( __( 'The license is not there any more. Give the customer a new key on the screen of the order.', 'amicable' ) );
		}
		if ( ! is_int( $before['status'] ?? null ) || ! array_key_exists( 'expires_at', $before ) ) {
			return Result::refused( __( 'Nobody wrote down how this license was.', 'amicable' ) );
		}
		if ( $now->status !== 'disabled' ) {
			return Result::already();
		}
		try {
			lmfwc_update_license(
				$key,
				[
					'status'     => in_array( $before['status'], [ 1, self::INACTIVE ], true ) ? $before['status'] : self::DELIVERED,
					'expires_at' => is_string( $before['expires_at'] ) ? $before['expires_at'] : null,
				]
			);
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->license( $license_id )?->status === 'disabled' ? Result::unknown( __( 'The license was not changed.', 'amicable' ) ) : Result::done( "license:$license_id" );
	}

	public function obligations( array $orders, Keys $keys ): array {
		return OpenLicenses::of( $this->licenses_of( $orders, $keys ) );
	}
}
