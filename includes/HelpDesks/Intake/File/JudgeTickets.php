<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\HelpDesks\FieldError;
use Amicable\HelpDesks\Intake\TicketKeeper;
use Amicable\HelpDesks\Ticket;
use Amicable\HelpDesks\TicketFile\Options;
use Amicable\HelpDesks\TicketFile\Row;
use Amicable\HelpDesks\TicketFile\Shape;
use Amicable\HelpDesks\TicketFile\Target;
use Amicable\HelpDesks\TicketFile\TicketOfRows;
use Amicable\HelpDesks\TicketInput;
use Amicable\HelpDesks\TicketRefused;
use Amicable\Storage\Accounts;
use Amicable\Storage\FileRows;
use Amicable\Storage\TicketFile;

/** What would become of each ticket, and whether we know who asked. Nothing is written but that. */
final class JudgeTickets implements Phase {

	public function __construct(
		private readonly Groups $groups,
		private readonly FileRows $rows,
		private readonly TicketKeeper $keeper,
		private readonly Identity $identity,
		private readonly Accounts $accounts,
		private readonly Clock $clock,
	) {
	}

	public function slice( TicketFile $file, string $place ): Slice {
		$groups = $this->groups->next( $file->id, [ FileRows::READ ], $place );
		$first  = $file->options()->shape === Shape::Tickets ? $this->rows->first_of( $file->id, array_map( static fn ( array $group ): string => $group[0]['ticket_hash'], array_values( $groups ) ) ) : [];
		$judged = [];
		foreach ( $groups as $rows ) {
			$judged[] = $this->judge( $file, array_column( $rows, 'row' ), $first[ $rows[0]['ticket_hash'] ] ?? $rows[0]['row']->row );
		}
		$next = $groups === [] ? null : substr( (string) array_key_last( $groups ), 1 );
		$done = $file->done + array_sum( array_map( count( ... ), $groups ) );

		return new Slice( $next, $done, fn () => $this->keep( $file, $judged ) );
	}

	/**
	 * @param non-empty-list<Row> $rows
	 * @return array{ticket: Ticket|null, rows: non-empty-list<Row>, again: list<Row>, errors: list<array{string, string}>}
	 */
	private function judge( TicketFile $file, array $rows, int $first ): array {
		$options = $file->options();
		$again   = $options->shape === Shape::Tickets ? array_slice( $rows, $first === $rows[0]->row ? 1 : 0 ) : [];
		$ticket  = null;
		$errors  = [];
		if ( count( $again ) < count( $rows ) ) {
			$rows = $again === [] ? $rows : [ $rows[0] ];
			try {
				$ticket = TicketInput::from_array( TicketOfRows::item( $rows, $options->shape, $options->source ), $this->clock->now() );
			} catch ( TicketRefused $refusal ) {
				$errors = self::errors( $refusal, $options );
			}
		}

		return [
			'ticket' => $ticket,
			'rows'   => $rows,
			'again'  => $again,
			'errors' => $errors,
		];
	}

	/** @param list<array{ticket: Ticket|null, rows: non-empty-list<Row>, again: list<Row>, errors: list<array{string, string}>}> $judged */
	private function keep( TicketFile $file, array $judged ): void {
		$tickets = array_values( array_filter( $judged, static fn ( array $one ): bool => $one['ticket'] !== null ) );
		foreach ( $judged as $one ) {
			if ( $one['errors'] !== [] ) {
				$this->rows->reject( $file->id, self::numbers( $one['rows'] ), $one['errors'] );
			}
			if ( $one['again'] !== [] ) {
				$this->rows->reject( $file->id, self::numbers( $one['again'] ), [ [ Target::ExternalId->value, FieldError::REPEATED ] ] );
			}
		}
		$this->foretell( $file, array_map( static fn ( array $one ): array => [ $one['ticket'], $one['rows'] ], $tickets ) );
		$this->recognize( $file, array_map( static fn ( array $one ): array => $one['rows'], $tickets ) );
	}

	/** @param list<array{Ticket, non-empty-list<Row>}> $tickets */
	private function foretell( TicketFile $file, array $tickets ): void {
		$this->keeper->look_up( $file->options()->source, array_map( static fn ( array $one ): string => $one[0]->external_id, $tickets ) );
		$leaders = [];
		$others  = [];
		foreach ( $tickets as [ $ticket, $rows ] ) {
			$leaders[ $this->keeper->foretell( $ticket ) ][] = $rows[0]->row;
			$others = [ ...$others, ...array_slice( self::numbers( $rows ), 1 ) ];
		}
		foreach ( $leaders as $result => $numbers ) {
			$this->rows->mark( $file->id, $numbers, FileRows::READY, $result );
		}
		$this->rows->mark( $file->id, $others, FileRows::READY );
	}

	/** @param list<non-empty-list<Row>> $tickets */
	private function recognize( TicketFile $file, array $tickets ): void {
		$emails = array_map( static fn ( array $rows ): string => TicketOfRows::email( TicketOfRows::requester( $rows, $file->options()->shape ) ), $tickets );
		$known  = $this->identity->find_all_by_email( array_values( array_unique( $emails ) ) );
		$buyers = array_flip( $this->accounts->buyers( array_values( array_unique( $known ) ) ) );
		$rows   = [];
		foreach ( $tickets as $index => $ticket ) {
			$rows[ $emails[ $index ] ] = [ ...$rows[ $emails[ $index ] ] ?? [], ...self::numbers( $ticket ) ];
		}
		foreach ( $rows as $email => $numbers ) {
			$this->rows->belong( $file->id, $numbers, $this->identity->hash( 'email', (string) $email ), isset( $known[ $email ], $buyers[ $known[ $email ] ] ) );
		}
	}

	/**
	 * By column, each once. What was made of another column's words is wrong with that one.
	 *
	 * @return non-empty-list<array{string, string}>
	 */
	private static function errors( TicketRefused $refusal, Options $options ): array {
		$errors = [];
		foreach ( $refusal->errors as $error ) {
			$target = self::target( $error->field, $options->shape );
			if ( isset( $options->columns[ $target ] ) ) {
				$errors[ $target ] ??= [ $target, $error->code ];
			}
		}

		return $errors === [] ? [ [ '', $refusal->errors[0]->code ] ] : array_values( $errors );
	}

	/** Which column a wrong field of a ticket came from. */
	private static function target( string $field, Shape $shape ): string {
		$part    = substr( $field, (int) strrpos( ".$field", '.' ) );
		$message = $shape === Shape::Messages ? [ 'at' => Target::MessageAt, 'kind' => Target::MessageKind, 'text' => Target::MessageText, 'author' => Target::MessageAuthor, 'external_id' => Target::MessageId ] : [ 'at' => Target::CreatedAt, 'text' => Target::Text, 'author' => Target::Agent ];
		$target  = match ( true ) {
			str_starts_with( $field, 'messages.' ) => $message[ $part ] ?? null,
			str_starts_with( $field, 'tags' )      => Target::Tags,
			default                                => Target::tryFrom( $part ),
		};

		return $target->value ?? '';
	}

	/**
	 * @param list<Row> $rows
	 * @return list<int>
	 */
	private static function numbers( array $rows ): array {
		return array_map( static fn ( Row $row ): int => $row->row, $rows );
	}
}
