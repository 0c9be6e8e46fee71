<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

use DateTimeZone;
use Throwable;

/** How a person said that a file is to be read. */
final class Options {

	/**
	 * @param non-empty-string      $delimiter
	 * @param string                $source   Slug of the desk: the same ticket from the same desk is the same ticket, in whichever file.
	 * @param array<string, int>    $columns  By target.
	 * @param string|null           $order    Of `Dates`; null: the file has no such dates.
	 * @param string                $unit     Of `Minutes`, for bare numbers.
	 * @param array<string, string> $statuses By the desk's own words, lower case.
	 */
	public function __construct(
		public readonly Encoding $encoding,
		public readonly string $delimiter,
		public readonly Shape $shape,
		public readonly string $source,
		public readonly array $columns,
		public readonly ?string $order,
		public readonly string $zone,
		public readonly string $unit,
		public readonly array $statuses,
	) {
	}

	/** @param array<array-key, mixed> $told As REST accepted it, or as it was kept. */
	public static function from_array( array $told ): self {
		$text     = static fn ( string $field, string $else ): string => is_string( $told[ $field ] ?? null ) ? $told[ $field ] : $else;
		$columns  = [];
		$statuses = [];
		foreach ( self::pairs( $told['columns'] ?? [], 'field', 'column' ) as $field => $column ) {
			$columns[ (string) $field ] = (int) $column;
		}
		foreach ( self::pairs( $told['statuses'] ?? [], 'value', 'status' ) as $value => $status ) {
			$statuses[ Words::plain( (string) $value ) ] = $status;
		}

		return new self(
			Encoding::tryFrom( $text( 'encoding', '' ) ) ?? Encoding::Utf8,
			self::delimiter( $text( 'delimiter', ',' ) ),
			Shape::tryFrom( $text( 'shape', '' ) ) ?? Shape::Tickets,
			$text( 'source', Presets::OTHER ),
			$columns,
			is_string( $told['date_order'] ?? null ) ? $told['date_order'] : null,
			$text( 'time_zone', 'UTC' ),
			$text( 'minutes_unit', 'minutes' ),
			$statuses,
		);
	}

	/** @return non-empty-string */
	private static function delimiter( string $told ): string {
		return in_array( $told, DelimiterGuess::ALL, true ) ? $told : ',';
	}

	/** UTC for what is no zone; whoever takes the options in refuses that before. */
	public function time_zone(): DateTimeZone {
		return self::zone( $this->zone ) ?? new DateTimeZone( 'UTC' );
	}

	public static function zone( string $name ): ?DateTimeZone {
		try {
			return new DateTimeZone( $name );
		} catch ( Throwable ) {
			return null;
		}
	}

	/** @return array<array-key, string> */
	private static function pairs( mixed $list, string $key, string $value ): array {
		$pairs = [];
		foreach ( is_array( $list ) ? $list : [] as $item ) {
			$name = is_array( $item ) ? $item[ $key ] ?? null : null;
			$told = is_array( $item ) ? $item[ $value ] ?? null : null;
			if ( is_string( $name ) && is_scalar( $told ) ) {
				$pairs[ $name ] = (string) $told;
			}
		}

		return $pairs;
	}
}
