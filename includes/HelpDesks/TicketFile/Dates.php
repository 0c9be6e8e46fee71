<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

use DateTimeImmutable;
use DateTimeZone;

/** Reads the dates that desks and spreadsheets write. Whether the day or the month comes first is told, never guessed. */
final class Dates {

	public const DAY_FIRST = 'dmy';

	public const MONTH_FIRST = 'mdy';

	public const NO_DATE = 'no_date';

	/** The day and the month could be either. */
	public const WHICH_FIRST = 'day_or_month';

	private const MONTHS = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık';

	private const NUMBERS = [
		'jan' => 1, 'feb' => 2, 'mar' => 3, 'apr' => 4, 'may' => 5, 'jun' => 6, 'jul' => 7, 'aug' => 8, 'sep' => 9, 'oct' => 10, 'nov' => 11, 'dec' => 12,
		'oca' => 1, 'şub' => 2, 'nis' => 4, 'haz' => 6, 'tem' => 7, 'ağu' => 8, 'eyl' => 9, 'eki' => 10, 'kas' => 11, 'ara' => 12,
	];

	private const REST = '(?:(?:\s*T\s*|[,\s]+|\s+at\s+)(?<half1>오전|오후|öö|ös)?\s*(?<hour>\d{1,2})[:.](?<minute>\d\d)(?:[:.](?<second>\d\d)(?:[.,]\d+)?)?\s*(?<half2>[ap]\.?m\.?|öö|ös)?\s*(?<zone>z|utc|gmt|(?:utc|gmt)?\s?[+-]\d\d:?\d\d)?)?';

	public function __construct(
		private readonly ?string $order,
		private readonly DateTimeZone $zone,
	) {
	}

	/** @return DateTimeImmutable|string The moment in UTC, or what is wrong. */
	public function read( string $text ): DateTimeImmutable|string {
		$text = trim( (string) preg_replace( [ '/[\s\x{A0}\x{202F}]+/u', '/^\s?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s/i' ], [ ' ', '' ], $text ) );
		if ( preg_match( '/^(\d{10})(?:\d{3})?$/D', $text, $part ) === 1 ) {
			return new DateTimeImmutable( "@$part[1]" );
		}
		$found = self::parts( $text );
		if ( $found === null ) {
			return self::NO_DATE;
		}
		$day = $this->day( $found );

		return is_string( $day ) ? $day : $this->moment( $day, $found );
	}

	/** What a date says of all others in its column: which comes first, or that it could be either. Null: it leaves no question. */
	public static function hint( string $text ): ?string {
		$found = self::parts( trim( $text ) );
		if ( $found === null || ! isset( $found['one'] ) ) {
			return null;
		}

		return match ( true ) {
			(int) $found['one'] > 12 => self::DAY_FIRST,
			(int) $found['two'] > 12 => self::MONTH_FIRST,
			default                  => self::WHICH_FIRST,
		};
	}

	/** @return array<array-key, string>|null */
	private static function parts( string $text ): ?array {
		$months = self::MONTHS;
		$forms  = [
			'(?<year>\d{4})\s?[-\/.년]\s?(?<month>\d{1,2})\s?[-\/.월]\s?(?<day>\d{1,2})[.일]?',
			'(?<one>\d{1,2})[-\/.](?<two>\d{1,2})[-\/.](?<year>\d{4}|\d\d)',
			"(?<day>\d{1,2})(?:st|nd|rd|th)?[-. ]+(?<name>$months)[-., ]+(?<year>\d{4})",
			"(?<name>$months)[. ]+(?<day>\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\d{4})",
		];
		foreach ( $forms as $form ) {
			if ( preg_match( "/^$form" . self::REST . '$/uiD', $text, $found ) === 1 ) {
				return array_filter( $found, static fn ( string $part ): bool => $part !== '' );
			}
		}

		return null;
	}

	/**
	 * @param array<array-key, string> $found
	 * @return array{int, int, int}|string Year, month, day.
	 */
	private function day( array $found ): array|string {
		$year = (int) ( $found['year'] ?? 0 );
		$year = $year < 100 ? $year + ( $year < 70 ? 2000 : 1900 ) : $year;
		if ( isset( $found['one'], $found['two'] ) && $this->order === null ) {
			return self::WHICH_FIRST;
		}
		[ $month, $day ] = match ( true ) {
			isset( $found['name'] )                 => [ self::NUMBERS[ mb_substr( mb_strtolower( $found['name'], 'UTF-8' ), 0, 3, 'UTF-8' ) ] ?? 0, (int) ( $found['day'] ?? 0 ) ],
			! isset( $found['one'], $found['two'] ) => [ (int) ( $found['month'] ?? 0 ), (int) ( $found['day'] ?? 0 ) ],
			$this->order === self::DAY_FIRST        => [ (int) $found['two'], (int) $found['one'] ],
			default                                 => [ (int) $found['one'], (int) $found['two'] ],
		};

		return checkdate( $month, $day, $year ) ? [ $year, $month, $day ] : self::NO_DATE;
	}

	/**
	 * @param array{int, int, int}     $day
	 * @param array<array-key, string> $found
	 */
	private function moment( array $day, array $found ): DateTimeImmutable|string {
		$hour = (int) ( $found['hour'] ?? 0 );
		$half = str_replace( '.', '', mb_strtolower( $found['half1'] ?? $found['half2'] ?? '', 'UTF-8' ) );
		if ( $half !== '' && ( $hour < 1 || $hour > 12 ) ) {
			return self::NO_DATE;
		}
		$hour = $half === '' ? $hour : $hour % 12 + ( in_array( $half, [ 'pm', 'ös', '오후' ], true ) ? 12 : 0 );
		if ( $hour > 23 || (int) ( $found['minute'] ?? 0 ) > 59 || (int) ( $found['second'] ?? 0 ) > 59 ) {
			return self::NO_DATE;
		}
		$time = sprintf( '%04d-%02d-%02d %02d:%02d:%02d', ...[ ...$day, $hour, (int) ( $found['minute'] ?? 0 ), (int) ( $found['second'] ?? 0 ) ] );

		return ( new DateTimeImmutable( $time, $this->zone( $found['zone'] ?? '' ) ) )->setTimezone( new DateTimeZone( 'UTC' ) );
	}

	private function zone( string $told ): DateTimeZone {
		if ( preg_match( '/[+-]\d\d:?\d\d$/D', $told, $offset ) === 1 ) {
			return new DateTimeZone( $offset[0] );
		}

		return $told === '' ? $this->zone : new DateTimeZone( 'UTC' );
	}
}
