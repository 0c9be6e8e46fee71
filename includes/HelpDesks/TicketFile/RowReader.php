<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

use Amicable\HelpDesks\FieldError;
use DateTimeImmutable;

/** Reads the cells of a row by the columns that a person chose, and says of every cell that cannot be read why. */
final class RowReader {

	public const UNCLOSED = 'open_quote';

	public const TOO_MANY = 'too_many_cells';

	public const NO_MINUTES = 'no_minutes';

	public const NO_COUNT = 'no_count';

	public const TOO_LONG = 'too_long';

	private const ID_LETTERS = 191;

	private const MOST_MINUTES = 100_000;

	private readonly Dates $dates;

	/** @var list<array{string, string}> */
	private array $errors = [];

	public function __construct(
		private readonly Options $options,
		private readonly Header $header,
		private readonly Decoder $decoder,
	) {
		$this->dates = new Dates( $options->order, $options->time_zone() );
	}

	public function read( Record $record ): Row {
		$this->errors = [];
		if ( $record->is_open || trim( implode( '', array_slice( $record->cells, count( $this->header->names ) ) ) ) !== '' ) {
			return new Row( $record->row, $record->line, [], [ [ '', $record->is_open ? self::UNCLOSED : self::TOO_MANY ] ] );
		}
		$said = [];
		foreach ( $this->options->columns as $name => $column ) {
			$target = Target::tryFrom( $name );
			if ( $target !== null ) {
				$said[ $name ] = $this->value( $target, $this->cell( $target, $record->cells[ $column ] ?? '' ) );
			}
		}
		foreach ( Target::needed( $this->options->shape ) as $target ) {
			// Whoever answers has an address too, but it is no customer's: whether a ticket has one is seen when all its rows are there.
			$is_later = $target === Target::Email && $this->options->shape === Shape::Messages;
			if ( ( $said[ $target->value ] ?? null ) === null && ! $is_later ) {
				$this->refuse( $target, FieldError::MISSING );
			}
		}

		return new Row( $record->row, $record->line, $said, $this->errors );
	}

	/**
	 * All cells in letters, for a list of what was refused.
	 *
	 * @return list<string>
	 */
	public function cells( Record $record ): array {
		return array_map( fn ( string $cell ): string => $this->plain( $this->decoder->cell( $cell ) ?? '�' ), $record->cells );
	}

	private function cell( Target $target, string $bytes ): string {
		$text = $this->decoder->cell( $bytes );
		if ( $text === null ) {
			$this->refuse( $target, FieldError::UNREADABLE );
		}

		return trim( $this->plain( str_replace( "\0", '', $text ?? '' ) ) );
	}

	private function plain( string $text ): string {
		return $this->header->is_ours() ? SafeCsv::unguard( $text ) : $text;
	}

	private function value( Target $target, string $text ): string|int|null {
		if ( $text === '' ) {
			return null;
		}

		return match ( $target ) {
			Target::CreatedAt, Target::UpdatedAt, Target::MessageAt => $this->moment( $target, $text ),
			Target::Minutes                                         => $this->minutes( $text ),
			Target::Replies                                         => $this->count( $text ),
			Target::Status                                          => $this->known( $target, Words::status( $text, $this->options->statuses )?->value ),
			Target::MessageKind                                     => $this->known( $target, Words::kind( $text )?->value ),
			Target::Channel                                         => Words::channel( $text )->value,
			Target::ExternalId, Target::MessageId                   => $this->id( $target, $text ),
			default                                                 => $text,
		};
	}

	private function moment( Target $target, string $text ): ?string {
		$at = $this->dates->read( $text );
		if ( $at instanceof DateTimeImmutable ) {
			return $at->format( 'Y-m-d\TH:i:s\Z' );
		}
		$this->refuse( $target, $at );

		return null;
	}

	private function minutes( string $text ): ?int {
		$minutes = Minutes::read( $text, $this->options->unit );
		if ( $minutes === null || $minutes > self::MOST_MINUTES ) {
			$this->refuse( Target::Minutes, self::NO_MINUTES );
		}

		return $minutes;
	}

	private function count( string $text ): ?int {
		if ( preg_match( '/^\d{1,4}$/D', $text ) === 1 ) {
			return (int) $text;
		}
		$this->refuse( Target::Replies, self::NO_COUNT );

		return null;
	}

	private function known( Target $target, ?string $value ): ?string {
		if ( $value === null ) {
			$this->refuse( $target, FieldError::UNKNOWN );
		}

		return $value;
	}

	private function id( Target $target, string $text ): string {
		$text = trim( (string) preg_replace( '/\p{Cc}+/u', ' ', $text ) );
		if ( mb_strlen( $text, 'UTF-8' ) > self::ID_LETTERS ) {
			$this->refuse( $target, self::TOO_LONG );
		}

		return $text;
	}

	private function refuse( Target $target, string $code ): void {
		foreach ( $this->errors as [ $named ] ) {
			if ( $named === $target->value ) {
				return;
			}
		}
		$this->errors[] = [ $target->value, $code ];
	}
}
