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

	/** A moment that a client wrote, null when there is no such day: the 30th of February is not the 2nd of March. */
	public static function moment( string $text ): ?DateTimeImmutable {
		$text   = (string) preg_replace( '/\.\d+Z$/', 'Z', $text );
		$moment = DateTimeImmutable::createFromFormat( '!Y-m-d\TH:i:s\Z', $text, new DateTimeZone( 'UTC' ) );

		return $moment !== false && self::time( $moment ) === $text ? $moment : null;
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
