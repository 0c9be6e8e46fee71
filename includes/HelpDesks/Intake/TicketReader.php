<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Clock;
use Amicable\HelpDesks\FieldError;
use Amicable\HelpDesks\Fields;
use Amicable\HelpDesks\Ticket;
use Amicable\HelpDesks\TicketInput;
use Amicable\HelpDesks\TicketRefused;
use Amicable\Rest\Schema;

/** Turns one item of a delivery into a ticket, or into every reason why it is none. */
final class TicketReader {

	public function __construct(
		private readonly Schema $schema,
		private readonly Clock $clock,
	) {
	}

	/** @param string $path Where the item stands, 'tickets.0'. */
	public function read( mixed $item, string $path ): Ticket|IntakeResult {
		$id     = is_array( $item ) && is_string( $item['external_id'] ?? null ) ? mb_substr( mb_scrub( $item['external_id'], 'UTF-8' ), 0, 191, 'UTF-8' ) : '';
		$id     = str_replace( Fields::BROKEN, "\u{FFFD}", $id );
		$errors = $this->schema->errors( 'tickets.ticket', $item );
		if ( $errors !== [] || ! is_array( $item ) ) {
			return self::refused( $id, $path, array_map( static fn ( string $sentence ): array => [ 'amicable_invalid', $sentence ], $errors ) );
		}
		try {
			return TicketInput::from_array( $item, $this->clock->now() );
		} catch ( TicketRefused $refusal ) {
			return self::refused( $id, $path, self::sentences( $refusal->errors ) );
		}
	}

	/** @param array<string, array{string, string}> $errors Code and sentence by field. */
	public static function refused( string $external_id, string $path, array $errors ): IntakeResult {
		$list = [];
		foreach ( $errors as $field => [ $code, $sentence ] ) {
			$list[] = [
				'field'   => $field === 'body' ? $path : "$path.$field",
				'code'    => $code,
				'message' => $sentence,
			];
		}

		return new IntakeResult( $external_id, 'rejected', null, $list );
	}

	/**
	 * @param list<FieldError> $errors
	 * @return array<string, array{string, string}>
	 */
	private static function sentences( array $errors ): array {
		$sentences = [];
		foreach ( $errors as $error ) {
			$sentences[ $error->field ] ??= [ "amicable_$error->code", FieldSentences::of( $error->code ) ];
		}

		return $sentences;
	}
}
