<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\OpenTicket;

/** What outside desks answer, read without trusting that it is what was asked for. */
final class Found {

	/** Of one customer, at most: each costs a request. */
	public const ADDRESSES = 3;

	/** @return list<array<array-key, mixed>> */
	public static function rows( mixed $list ): array {
		return is_array( $list ) ? array_values( array_filter( $list, is_array( ... ) ) ) : [];
	}

	/** @param array<array-key, mixed> $row */
	public static function word( array $row, string $name ): string {
		return is_scalar( $row[ $name ] ?? null ) ? (string) $row[ $name ] : '';
	}

	/** @param list<array{string, OpenTicket}> $found Each with the moment it was opened, in ISO 8601. */
	public static function newest( array $found ): ?OpenTicket {
		$found = array_filter( $found, static fn ( array $one ): bool => $one[1]->id !== '' );
		usort( $found, static fn ( array $one, array $other ): int => $other[0] <=> $one[0] );

		return $found[0][1] ?? null;
	}
}
