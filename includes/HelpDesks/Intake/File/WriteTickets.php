<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\HelpDesks\Intake\IntakeResult;
use Amicable\HelpDesks\Intake\TicketWriter;
use Amicable\HelpDesks\TicketFile\Row;
use Amicable\HelpDesks\TicketFile\TicketOfRows;
use Amicable\Storage\FileRows;
use Amicable\Storage\TicketFile;

/** Hands the tickets to the same intake that help desks deliver to. Whoever breaks off leaves rows that are written again, as the same tickets. */
final class WriteTickets implements Phase {

	public function __construct(
		private readonly Groups $groups,
		private readonly FileRows $rows,
		private readonly TicketWriter $writer,
	) {
	}

	public function slice( TicketFile $file, string $place ): Slice {
		$options = $file->options();
		$groups  = array_slice( $this->groups->next( $file->id, [ FileRows::READY, FileRows::WRITING ], $place ), 0, 100 );
		$this->rows->mark( $file->id, self::numbers( array_merge( [], ...array_values( $groups ) ), FileRows::READY ), FileRows::WRITING );
		$items   = array_map( static fn ( array $rows ): array => TicketOfRows::item( array_column( $rows, 'row' ), $options->shape, $options->source ), array_values( $groups ) );
		$results = $items === [] ? [] : $this->writer->write( $options->source, $items );
		$next    = $groups === [] ? null : substr( (string) array_key_last( $groups ), 1 );

		return new Slice( $next, $file->done + count( $groups ), fn () => $this->keep( $file, array_values( $groups ), $results ) );
	}

	/**
	 * @param list<non-empty-list<array{row: Row, place: string, ticket_hash: string, state: string, result: string}>> $groups
	 * @param list<IntakeResult>                                                                                       $results
	 */
	private function keep( TicketFile $file, array $groups, array $results ): void {
		$leaders = [];
		$others  = [];
		foreach ( $groups as $index => $rows ) {
			$result = $results[ $index ];
			if ( $result->result === 'rejected' ) {
				$this->rows->reject( $file->id, self::numbers( $rows ), array_map( static fn ( array $error ): array => [ '', str_replace( 'amicable_', '', $error['code'] ) ], $result->errors ) );
				continue;
			}
			// Written before, by whoever broke off: then it is what was foretold, and unchanged since.
			$is_again = $rows[0]['state'] === FileRows::WRITING && $result->result === 'unchanged';

			$leaders[ $is_again ? $rows[0]['result'] : $result->result ][] = $rows[0]['row']->row;
			$others = [ ...$others, ...array_slice( self::numbers( $rows ), 1 ) ];
		}
		foreach ( $leaders as $result => $numbers ) {
			$this->rows->mark( $file->id, $numbers, FileRows::WRITTEN, $result );
		}
		$this->rows->mark( $file->id, $others, FileRows::WRITTEN );
	}

	/**
	 * @param list<array{row: Row, place: string, ticket_hash: string, state: string, result: string}> $rows
	 * @return list<int>
	 */
	private static function numbers( array $rows, ?string $state = null ): array {
		return array_values( array_map( static fn ( array $row ): int => $row['row']->row, array_filter( $rows, static fn ( array $row ): bool => $state === null || $row['state'] === $state ) ) );
	}
}
