<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use DateTimeImmutable;
use DateTimeZone;
use Throwable;

/** Licenses, sites and subscriptions as Freemius writes them, in our words. Its numbers come as text or as numbers. */
final class Entities {

	/**
	 * "1234-5678": product and license; a colon has a meaning of its own in the steps of a run.
	 *
	 * @param array<array-key, mixed> $row
	 * @param list<Activation>        $sites
	 */
	public static function license( Product $product, array $row, array $sites ): License {
		$key  = self::text( $row, 'secret_key' );
		$ends = self::moment( self::text( $row, 'expiration' ) );

		return new License(
			Freemius::ID,
			"$product->id-" . self::text( $row, 'id' ),
			strlen( $key ) > 8 ? '…' . substr( $key, -4 ) : '…',
			$product->name,
			[],
			self::status( $row, $ends ),
			$ends,
			$ends === null,
			$sites,
		);
	}

	/**
	 * Sites of one license among those of a person.
	 *
	 * @param list<array<array-key, mixed>> $installs
	 * @return list<Activation>
	 */
	public static function sites( array $installs, string $license ): array {
		$ours = array_filter( $installs, static fn ( array $install ): bool => self::text( $install, 'license_id' ) === $license );

		return array_values( array_map( static fn ( array $install ): Activation => new Activation( self::text( $install, 'id' ), self::text( $install, 'url' ) ), $ours ) );
	}

	/** Whether a subscription charges again. */
	public static function charges( mixed $row ): bool {
		return is_array( $row ) && self::text( $row, 'id' ) !== '' && self::text( $row, 'canceled_at' ) === '' && self::text( $row, 'next_payment' ) !== '';
	}

	/** @param array<array-key, mixed> $row */
	public static function text( array $row, string $name ): string {
		$value = $row[ $name ] ?? null;

		return is_string( $value ) || is_int( $value ) ? (string) $value : '';
	}

	/**
	 * What has expired goes on working where its maker did not choose otherwise.
	 *
	 * @param array<array-key, mixed> $row
	 * @return 'active'|'expired'|'disabled'
	 */
	private static function status( array $row, ?DateTimeImmutable $ends ): string {
		return match ( true ) {
			self::is_set( $row, 'is_cancelled' )                                                              => 'disabled',
			$ends !== null && $ends->getTimestamp() < time() && self::is_set( $row, 'is_block_features' ) => 'expired',
			default                                                                                          => 'active',
		};
	}

	/** @param array<array-key, mixed> $row */
	private static function is_set( array $row, string $name ): bool {
		return in_array( $row[ $name ] ?? false, [ true, 1, '1' ], true );
	}

	private static function moment( string $text ): ?DateTimeImmutable {
		try {
			return $text === '' ? null : new DateTimeImmutable( $text, new DateTimeZone( 'UTC' ) );
		} catch ( Throwable ) {
			return null; // Nobody can read when it ends, so it is not taken for over.
		}
	}
}
