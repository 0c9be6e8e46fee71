<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Sample;

use Amicable\Licensing\Activation;
use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\SiteNames;
use Amicable\Storage\Database;
use Amicable\Storage\SampleAccess;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\Stores\Sample\SampleOrders;

/** The keys of the sample shop. */
final class SampleLicenses implements LicenseManager, KeepsBefore {

	public function __construct(
		private readonly SampleAccess $access,
		private readonly SampleShop $shop,
		private readonly SampleOrders $orders,
	) {
	}

	public function id(): string {
		return 'sample';
	}

	public function label(): string {
		return __( 'Practice licenses', 'amicable' );
	}

	public function licenses_of( array $orders, Keys $keys ): array {
		return $this->read( $this->access->licenses( $this->orders->first_ids( $orders, $keys ) ) );
	}

	public function license( string $id ): ?License {
		$row = $this->access->license( (int) $id );

		return $row === null ? null : $this->read( [ $row ] )[0];
	}

	public function search( string $text ): array {
		return $this->read( $this->access->licenses_by( $text, SiteNames::of( $text ) ) );
	}

	public function deactivate( string $license_id, string $activation_id ): Result {
		foreach ( $this->license( $license_id )->activations ?? [] as $activation ) {
			if ( $activation->id === $activation_id ) {
				$this->access->remove_site( (int) $license_id, (int) $activation_id );

				return Result::done();
			}
		}

		return Result::already();
	}

	public function disable( string $license_id ): Result {
		$license = $this->license( $license_id );
		if ( $license === null || $license->status === 'disabled' ) {
			return Result::already();
		}
		$this->access->set_license_status( (int) $license_id, 'disabled' );

		return Result::done();
	}

	public function before( string $license_id ): array {
		$license = $this->license( $license_id );

		return $license === null ? [] : [ 'status' => $license->status ];
	}

	public function restore( string $license_id, array $before ): Result {
		$license = $this->license( $license_id );
		if ( $license === null || ! is_string( $before['status'] ?? null ) ) {
			return Result::refused( __( 'Nobody wrote down how this license was.', 'amicable' ) );
		}
		if ( $license->status !== 'disabled' ) {
			return Result::already();
		}
		$this->access->set_license_status( (int) $license_id, $before['status'] );

		return Result::done();
	}

	public function obligations( array $orders, Keys $keys ): array {
		$open = [];
		foreach ( $this->licenses_of( $orders, $keys ) as $license ) {
			if ( $license->is_usable() || $license->activations !== [] ) {
				/* translators: 1: masked license key, 2: number of sites */
				$text   = sprintf( __( 'License %1$s can still be used (sites: %2$d).', 'amicable' ), $license->masked, count( $license->activations ) );
				$open[] = new Obligation( 8, true, "license:sample:$license->id", $text, $license->orders[0] ?? null );
			}
		}

		return $open === [] ? [ new Obligation( 8, false, null, __( 'Every license has ended.', 'amicable' ) ) ] : $open;
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<License>
	 */
	private function read( array $rows ): array {
		$sites = [];
		foreach ( $this->access->sites( array_map( static fn ( array $row ): int => (int) $row['id'], $rows ) ) as $site ) {
			$sites[ (int) $site['license_id'] ][] = new Activation( (string) $site['id'], (string) $site['site'] );
		}

		$families = $this->shop->families( array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['order_id'], $rows ) ) ) );

		return array_map( static fn ( array $row ): License => self::one( $row, $sites[ (int) $row['id'] ] ?? [], $families[ (int) $row['order_id'] ] ?? [] ), $rows );
	}

	/**
	 * @param array<string, string|null> $row
	 * @param list<Activation>           $sites
	 * @param list<int>                  $orders
	 */
	private static function one( array $row, array $sites, array $orders ): License {
		$status = (string) $row['status'];

		return new License(
			system: 'sample',
			id: (string) $row['id'],
			masked: '••••-' . substr( (string) $row['license_key'], -4 ),
			product: (string) $row['product'],
			orders: array_map( static fn ( int $id ): OrderRef => new OrderRef( 'sample', $id ), $orders ),
			status: in_array( $status, [ 'active', 'inactive', 'expired', 'disabled' ], true ) ? $status : 'active',
			expires_at: $row['expires_at'] === null ? null : Database::moment( $row['expires_at'] ),
			lifetime: $row['expires_at'] === null,
			activations: $sites,
		);
	}
}
