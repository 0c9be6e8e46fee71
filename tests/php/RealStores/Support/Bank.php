<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

/** An append-only file outside every database: what it holds was paid, whatever anybody says later. */
final class Bank {

	public static function pay( int $order_id, string $amount ): void {
		file_put_contents( self::file(), json_encode( [ $order_id, $amount ], JSON_THROW_ON_ERROR ) . "\n", FILE_APPEND | LOCK_EX );
	}

	/** @return list<string> Amounts, in the order of their payout. */
	public static function payouts( int $order_id ): array {
		return self::payouts_by_order()[ $order_id ] ?? [];
	}

	/** @return array<int, list<string>> */
	public static function payouts_by_order(): array {
		$amounts = [];
		foreach ( is_file( self::file() ) ? (array) file( self::file() ) : [] as $line ) {
			[ $order, $amount ] = json_decode( (string) $line, true, 4, JSON_THROW_ON_ERROR );

			$amounts[ $order ][] = (string) $amount;
		}

		return $amounts;
	}

	public static function open(): void {
		file_put_contents( self::file(), '' );
	}

	/** One a site, shared by the processes that serve it. */
	public static function file(): string {
		return sys_get_temp_dir() . '/amicable-bank-' . md5( (string) getenv( 'AMICABLE_TEST_DB' ) . getenv( 'AMICABLE_TEST_SOCKET' ) );
	}
}
