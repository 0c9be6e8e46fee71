<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use DateInterval;
use DateTimeImmutable;
use DateTimeZone;

/** Typed reading of decoded JSON that collects what is wrong instead of stopping at the first thing. */
final class Fields {

	/** Clocks of desks and shops differ a little; more than this is a mistake. */
	private const SKEW = 'PT10M';

	private const EARLIEST = '1995-01-01 00:00:00';

	/** Stands where bytes were no UTF-8; a noncharacter, so no honest text holds it. */
	public const BROKEN = "\u{FFFF}";

	/** @var list<FieldError> */
	private array $errors = [];

	/** @param array<array-key, mixed> $values */
	public function __construct(
		private readonly array $values,
		private readonly DateTimeImmutable $now,
		private readonly string $path = '',
	) {
	}

	/** @return list<FieldError> */
	public function errors(): array {
		return $this->errors;
	}

	public function refuse( string $field, string $code ): void {
		$this->errors[] = new FieldError( $this->path . $field, $code );
	}

	/** One line of readable text; controls and line breaks become spaces. */
	public function line( string $field ): string {
		return trim( (string) preg_replace( '/[\p{Cc}\x{2028}\x{2029}]+/u', ' ', $this->text( $field ) ) );
	}

	/** An id: demanded, and kept as it is, since two ids that look alike are two. */
	public function id( string $field ): string {
		$id = $this->text( $field );
		if ( $id === '' || preg_match( '/[\p{Cc}]|^\s|\s$/u', $id ) === 1 ) {
			$this->refuse( $field, $id === '' ? FieldError::MISSING : FieldError::UNREADABLE );
		}

		return $id;
	}

	/** Text as it came, without characters that no database keeps alike. */
	public function text( string $field ): string {
		$value = $this->values[ $field ] ?? '';
		$text  = is_string( $value ) ? $value : '';
		if ( ! mb_check_encoding( $text, 'UTF-8' ) || str_contains( $text, self::BROKEN ) ) {
			$this->refuse( $field, FieldError::UNREADABLE );

			return '';
		}

		return str_replace( "\0", '', $text );
	}

	public function has( string $field ): bool {
		return isset( $this->values[ $field ] );
	}

	public function whole( string $field ): ?int {
		$value = $this->values[ $field ] ?? null;
		if ( is_int( $value ) && $value < 0 ) {
			$this->refuse( $field, FieldError::NEGATIVE );
		}

		return is_int( $value ) ? $value : null;
	}

	public function flag( string $field ): ?bool {
		$value = $this->values[ $field ] ?? null;

		return is_bool( $value ) ? $value : null;
	}

	/** A moment that has been; the epoch where it is unreadable, which is then refused. */
	public function moment( string $field ): DateTimeImmutable {
		$at = self::parse( $this->text( $field ) );
		if ( $at === null ) {
			$this->refuse( $field, $this->has( $field ) ? FieldError::NO_TIME : FieldError::MISSING );
		} elseif ( $at > $this->now->add( new DateInterval( self::SKEW ) ) ) {
			$this->refuse( $field, FieldError::FUTURE );
		} elseif ( $at < new DateTimeImmutable( self::EARLIEST, new DateTimeZone( 'UTC' ) ) ) {
			$this->refuse( $field, FieldError::TOO_OLD );
		}

		return $at ?? new DateTimeImmutable( '@0' );
	}

	/** @return list<array<array-key, mixed>> */
	public function items( string $field ): array {
		$value = $this->values[ $field ] ?? [];

		return is_array( $value ) ? array_values( array_map( static fn ( mixed $item ): array => is_array( $item ) ? $item : [], $value ) ) : [];
	}

	/** @return array<array-key, mixed> */
	public function inner( string $field ): array {
		$value = $this->values[ $field ] ?? [];

		return is_array( $value ) ? $value : [];
	}

	public function below( string $field, int|null $index = null ): self {
		$values = $index === null ? $this->inner( $field ) : $this->items( $field )[ $index ] ?? [];

		return new self( $values, $this->now, $this->path . $field . '.' . ( $index === null ? '' : "$index." ) );
	}

	public function take_errors_of( self $other ): void {
		array_push( $this->errors, ...$other->errors );
	}

	/** RFC 3339 in UTC, of a day that exists. */
	private static function parse( string $text ): ?DateTimeImmutable {
		if ( preg_match( '/^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/D', $text, $part ) !== 1 ) {
			return null;
		}
		if ( ! checkdate( (int) $part[2], (int) $part[3], (int) $part[1] ) ) {
			return null;
		}

		return new DateTimeImmutable( substr( $text, 0, 19 ), new DateTimeZone( 'UTC' ) );
	}
}
