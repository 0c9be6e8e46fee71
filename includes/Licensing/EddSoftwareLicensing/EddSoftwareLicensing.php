<?php
declare( strict_types=1 );

namespace Amicable\Licensing\EddSoftwareLicensing;

use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\SiteNames;
use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\EasyDigitalDownloads\OrderTables;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use DateTimeImmutable;
use Throwable;
use wpdb;

/**
 * EDD Software Licensing. Its traps: the refund of a renewal moves the expiry and can make a disabled key active again, so keys are
 * disabled after all refunds and read again; and disabling a disabled key does nothing, even if a key of its bundle is still alive.
 */
final class EddSoftwareLicensing implements LicenseManager, KeepsBefore {

	public const ID = 'edd_sl';

	public function __construct(
		private readonly LicenseRecords $records,
		private readonly ActivationRecords $activations,
	) {
	}

	/** After all plugins are loaded. */
	public static function is_available(): bool {
		return function_exists( 'edd_software_licensing' ) && class_exists( 'EDD_SL_License' );
	}

	public static function create( wpdb $wpdb ): self {
		$activations = new ActivationRecords( $wpdb );

		return new self( new LicenseRecords( $wpdb, new OrderTables( $wpdb ), $activations ), $activations );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'EDD Software Licensing';
	}

	public function licenses_of( array $orders, Keys $keys ): array {
		return $this->records->find( OrderRef::ids_in( EddStore::ID, $orders ), $keys );
	}

	public function search( string $text ): array {
		return $this->records->search( $text, SiteNames::of( $text ) );
	}

	public function license( string $id ): ?License {
		return $this->records->one( (int) $id );
	}

	public function deactivate( string $license_id, string $activation_id ): Result {
		if ( ! $this->activations->has( (int) $license_id, $activation_id ) ) {
			return Result::already();
		}
		try {
			$this->activations->end( (int) $license_id, $activation_id );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->activations->has( (int) $license_id, $activation_id )
			? Result::unknown( __( 'The site is still registered.', 'amicable' ) )
			: Result::done( "activation:$activation_id" );
	}

	public function disable( string $license_id ): Result {
		$family = [ (int) $license_id, ...$this->records->children( (int) $license_id ) ];
		$alive  = array_values( array_filter( $family, $this->is_alive( ... ) ) );
		if ( $alive === [] ) {
			return Result::already();
		}
		try {
			foreach ( $alive as $id ) {
				$this->disable_one( $id );
			}
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return array_filter( $family, $this->is_alive( ... ) ) === []
			? Result::done( "license:$license_id" )
			: Result::unknown( __( 'The license can still be used.', 'amicable' ) );
	}

	/** Of the keys of a bundle too: they end with it. */
	public function before( string $license_id ): array {
		$before = [];
		foreach ( [ (int) $license_id, ...$this->records->children( (int) $license_id ) ] as $id ) {
			$license = $this->records->one( $id );
			if ( $license !== null ) {
				$before[ "status:$id" ] = $license->status;
			}
		}

		return $before;
	}

	/** The plugin's own way back wakes every key of a bundle; what had ended before ends again. */
	public function restore( string $license_id, array $before ): Result {
		$now = $this->records->one( (int) $license_id );
		if ( $now === null ) {
			return Result::manual( __( 'The license is not there any more.', 'amicable' ) );
		}
		if ( $now->expires_at !== null && $now->expires_at < new DateTimeImmutable( 'now' ) ) {
			return Result::manual( __( 'The time of this license is over. Give it a later end on its own screen, and enable it there.', 'amicable' ) );
		}
		$alive = array_values( array_filter( array_map( intval( ... ), [ $license_id, ...$this->records->children( (int) $license_id ) ] ), static fn ( int $id ): bool => ( $before[ "status:$id" ] ?? 'disabled' ) !== 'disabled' ) );
		if ( $alive === [] ) {
			return Result::refused( __( 'Nobody wrote down how this license was.', 'amicable' ) );
		}
		if ( $this->is_as( $license_id, $alive ) ) {
			return Result::already();
		}
		try {
			$this->wake( $license_id, $alive );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->is_as( $license_id, $alive ) ? Result::done( "license:$license_id" ) : Result::unknown( __( 'The license was not changed.', 'amicable' ) );
	}

	public function obligations( array $orders, Keys $keys ): array {
		$open = [];
		foreach ( $this->licenses_of( $orders, $keys ) as $license ) {
			if ( $license->status !== 'disabled' || $license->activations !== [] ) {
				$open[] = new Obligation( 13, true, 'license:' . self::ID . ":$license->id", $this->sentence( $license ), $license->orders[0] ?? null );
			}
		}

		return $open === [] ? [ new Obligation( 13, false, null, __( 'Every license is disabled, and no site uses one.', 'amicable' ) ) ] : $open;
	}

	/** Also expired ones: they can be renewed. */
	private function is_alive( int $id ): bool {
		$license = $this->records->one( $id );

		return $license !== null && $license->status !== 'disabled';
	}

	/**
	 * Whether just these keys of a family work.
	 *
	 * @param list<int> $alive
	 */
	private function is_as( string $license_id, array $alive ): bool {
		$family = [ (int) $license_id, ...$this->records->children( (int) $license_id ) ];

		return array_values( array_filter( $family, $this->is_alive( ... ) ) ) === $alive;
	}

	/** @param list<int> $alive */
	private function wake( string $license_id, array $alive ): void {
		foreach ( $alive as $id ) {
			wp_cache_delete( $id, 'edd_license_objects' );
			$license = $this->is_alive( $id ) ? false : edd_software_licensing()->get_license( $id );
			if ( $license !== false ) {
				$license->enable();
			}
		}
		foreach ( array_diff( $this->records->children( (int) $license_id ), $alive ) as $id ) {
			$this->disable_one( $id );
		}
	}

	private function disable_one( int $id ): void {
		// The plugin compares with what its cache holds, and would take a key for disabled that no longer is.
		wp_cache_delete( $id, 'edd_license_objects' );
		$license = edd_software_licensing()->get_license( $id );
		if ( $license !== false ) {
			$license->disable();
		}
	}

	private function sentence( License $license ): string {
		return match ( true ) {
			/* translators: 1: part of a license key, 2: product. */
			$license->is_usable()            => sprintf( __( 'License %1$s for %2$s can still be used.', 'amicable' ), $license->masked, $license->product ),
			/* translators: 1: part of a license key, 2: product. */
			$license->status !== 'disabled' => sprintf( __( 'License %1$s for %2$s has expired, but it is not disabled and could be renewed.', 'amicable' ), $license->masked, $license->product ),
			/* translators: 1: part of a license key, 2: product. */
			default                          => sprintf( __( 'License %1$s for %2$s is ended, but a site is still registered.', 'amicable' ), $license->masked, $license->product ),
		};
	}
}
