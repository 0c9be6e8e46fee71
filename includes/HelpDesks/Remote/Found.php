<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\OpenTicket;
use Closure;

/** What outside desks answer, read without trusting that it is what was asked for. */
final class Found {

	/** Of one customer, at most: each costs a request. */
	private const ADDRESSES = 3;

	/** @return list<array<array-key, mixed>> */
	public static function rows( mixed $list ): array {
		return is_array( $list ) ? array_values( array_filter( $list, is_array( ... ) ) ) : [];
	}

	/** @param array<array-key, mixed> $row */
	public static function word( array $row, string $name ): string {
		return is_scalar( $row[ $name ] ?? null ) ? (string) $row[ $name ] : '';
	}

	/**
	 * All that is open under any of the addresses, newest first.
	 *
	 * @param list<string>                                          $emails
	 * @param Closure(string): iterable<array{string, OpenTicket}> $open   Of one address, each with the moment it was opened, in ISO 8601.
	 * @return list<OpenTicket>
	 */
	public static function all( array $emails, Closure $open, int $limit ): array {
		$found = [];
		foreach ( array_slice( $emails, 0, self::ADDRESSES ) as $email ) {
			array_push( $found, ...$open( $email ) );
		}
		$found = array_filter( $found, static fn ( array $one ): bool => $one[1]->id !== '' );
		usort( $found, static fn ( array $one, array $other ): int => $other[0] <=> $one[0] );

		return array_slice( array_column( $found, 1 ), 0, $limit );
	}

	/**
	 * Names, however a desk lists them: as words, or as rows with a word in them.
	 *
	 * @return list<string>
	 */
	public static function tags( mixed $list ): array {
		$names = array_map( static fn ( mixed $one ): string => is_array( $one ) ? self::word( $one, 'tag' ) : ( is_string( $one ) ? $one : '' ), is_array( $list ) ? $list : [] );

		return array_values( array_filter( $names, static fn ( string $name ): bool => $name !== '' ) );
	}
}
