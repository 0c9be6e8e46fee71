<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\HelpDesks\Conversation;
use Amicable\HelpDesks\Intake\File\FileSight;
use Amicable\HelpDesks\Intake\File\FirstRows;
use Amicable\HelpDesks\TicketFile\Options;
use Amicable\HelpDesks\TicketFile\Target;
use Amicable\Storage\TicketFile;
use Amicable\Storage\TicketFiles;

/** Judges how a person wants a file to be read, as far as that can be known from its first rows, and begins. */
final class ImportJudge {

	public function __construct(
		private readonly TicketFiles $files,
		private readonly FileSight $sight,
	) {
	}

	/**
	 * @param array<array-key, mixed> $told Shape `imports.options`.
	 * @throws AmicableException 400 naming the fields, 409 when it is too late.
	 */
	public function begin( TicketFile $file, array $told ): void {
		$options = Options::from_array( $told );
		$first   = $this->sight->look( $file, $options->encoding, $options->delimiter );
		$errors  = [ ...self::columns( $told, $options, $first ), ...self::rest( $options, $first ) ];
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
		if ( ! $this->files->check( $file->id, $told, $first->header->names, $first->header->fingerprint(), 'read:' . $first->cursor->to_text(), $file->pieces() ) ) {
			throw new AmicableException( 'amicable_import_state', ImportShape::not_now( TicketFile::IMPORTING ), 409 );
		}
	}

	/**
	 * @param array<array-key, mixed> $told
	 * @return array<string, string>
	 */
	private static function columns( array $told, Options $options, FirstRows $first ): array {
		$errors = [];
		if ( count( $options->columns ) < count( is_array( $told['columns'] ?? null ) ? $told['columns'] : [] ) ) {
			$errors['columns'] = __( 'Two columns cannot mean the same.', 'amicable' );
		}
		foreach ( $options->columns as $field => $column ) {
			if ( $column >= count( $first->header->names ) ) {
				$errors[ "columns.$field" ] = __( 'There is no such column.', 'amicable' );
			}
		}
		foreach ( Target::needed( $options->shape ) as $target ) {
			if ( ! isset( $options->columns[ $target->value ] ) ) {
				$errors[ "columns.$target->value" ] = __( 'Choose the column that says this.', 'amicable' );
			}
		}

		return $errors;
	}

	/** @return array<string, string> */
	private static function rest( Options $options, FirstRows $first ): array {
		$errors = [];
		$dates  = array_values( array_intersect_key( $options->columns, array_flip( [ 'created_at', 'updated_at', 'message_at' ] ) ) );
		if ( Options::zone( $options->zone ) === null ) {
			$errors['time_zone'] = __( 'There is no such time zone.', 'amicable' );
		}
		if ( $options->source === Conversation::MANUAL ) {
			$errors['source'] = __( 'This name is kept for contacts that people log by hand.', 'amicable' );
		}
		if ( $options->order === null && $first->date_order( $dates ) !== null ) {
			$errors['date_order'] = __( 'Say whether the day or the month comes first.', 'amicable' );
		}

		return $errors;
	}
}
