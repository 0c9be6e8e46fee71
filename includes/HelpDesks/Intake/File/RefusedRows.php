<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\HelpDesks\TicketFile\Header;
use Amicable\HelpDesks\TicketFile\SafeCsv;
use Amicable\Storage\FileCounts;
use Amicable\Storage\TicketFile;

/** What was refused, as a CSV that says why and can be mended and sent in again. No spreadsheet takes any of it for a formula. */
final class RefusedRows {

	private const ROWS = 500;

	public function __construct( private readonly FileCounts $counts ) {
	}

	/** @return array{text: string, next: int|null} A part of the file; `next` asks for the following one. */
	public function part( TicketFile $file, int $after ): array {
		$rows = $this->counts->rejected( $file->id, $after, self::ROWS );
		$text = $after === 0 ? SafeCsv::MARK . SafeCsv::line( [ ...Header::OURS, ...$this->header( $file ) ] ) : '';
		foreach ( $rows as $row ) {
			$columns = array_map( static fn ( array $error ): string => self::column( $file, $error[0] ), $row['errors'] );
			$reasons = array_map( static fn ( array $error ): string => FileSentences::of_row( $error[1] ), $row['errors'] );
			$cells   = array_slice( $row['cells'], $file->columns()->is_ours() ? count( Header::OURS ) : 0 );
			$text   .= SafeCsv::line( [ (string) $row['row'], (string) $row['line'], implode( ', ', array_filter( $columns, static fn ( string $name ): bool => $name !== '' ) ), implode( ' ', $reasons ), ...$cells ] );
		}

		return [
			'text' => $text,
			'next' => count( $rows ) === self::ROWS ? end( $rows )['row'] : null,
		];
	}

	/** @return list<string> The columns of the file, without ours where it was such a list itself. */
	private function header( TicketFile $file ): array {
		return array_slice( $file->header, $file->columns()->is_ours() ? count( Header::OURS ) : 0 );
	}

	private static function column( TicketFile $file, string $target ): string {
		$column = $file->options()->columns[ $target ] ?? null;

		return $column === null ? $target : $file->header[ $column ] ?? $target;
	}
}
