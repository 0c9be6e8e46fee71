<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\HelpDesks\TicketFile\Cursor;
use Amicable\HelpDesks\TicketFile\Dates;
use Amicable\HelpDesks\TicketFile\Encoding;
use Amicable\HelpDesks\TicketFile\Header;

/** What can be seen of a file before all of it is read. */
final class FirstRows {

	/**
	 * @param non-empty-string   $delimiter
	 * @param list<list<string>> $rows
	 * @param Cursor             $cursor Where the rows begin.
	 */
	public function __construct(
		public readonly Encoding $encoding,
		public readonly string $delimiter,
		public readonly Header $header,
		public readonly array $rows,
		public readonly Cursor $cursor,
	) {
	}

	/** @return list<string> What stands in a column, each once, at most so many. */
	public function values( ?int $column, int $limit ): array {
		$values = [];
		foreach ( $column === null ? [] : $this->rows as $row ) {
			$value = trim( $row[ $column ] ?? '' );
			if ( $value !== '' && count( $values ) < $limit ) {
				$values[ "#$value" ] = $value;
			}
		}

		return array_values( $values );
	}

	/**
	 * What the dates in these columns say about their order; null where they leave no question, 'ask' where a person has to say.
	 *
	 * @param list<int> $columns
	 * @return 'dmy'|'mdy'|'ask'|null
	 */
	public function date_order( array $columns ): ?string {
		$hints = [];
		foreach ( $columns as $column ) {
			foreach ( $this->values( $column, PHP_INT_MAX ) as $value ) {
				$hints[ (string) Dates::hint( $value ) ] = true;
			}
		}
		$day   = isset( $hints[ Dates::DAY_FIRST ] );
		$month = isset( $hints[ Dates::MONTH_FIRST ] );

		return match ( true ) {
			$day && ! $month                                         => Dates::DAY_FIRST,
			$month && ! $day                                         => Dates::MONTH_FIRST,
			$day && $month, isset( $hints[ Dates::WHICH_FIRST ] )    => 'ask',
			default                                                  => null,
		};
	}
}
