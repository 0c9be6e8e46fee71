<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Values\Money;
use DateTimeImmutable;
use DateTimeZone;

/** From database text to the words of REST. */
final class Shape {

	/** UTC in RFC 3339. */
	public static function time( string|DateTimeImmutable|null $at ): ?string {
		return match ( true ) {
			$at instanceof DateTimeImmutable => $at->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s\Z' ),
			$at === null, $at === ''         => null,
			default                          => str_replace( ' ', 'T', substr( $at, 0, 19 ) ) . 'Z',
		};
	}

	/** @return array{minor: int, currency: string}|null */
	public static function money( string|int|null $minor, string $currency ): ?array {
		return $minor === null ? null : ( new Money( (int) $minor, $currency ) )->to_array();
	}

	/** Whole percent, rounded half up; null of nothing. */
	public static function share( int $part, int $of ): ?int {
		return $of < 1 ? null : intdiv( 200 * $part + $of, 2 * $of );
	}
}
