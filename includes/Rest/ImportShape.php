<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\HelpDesks\Intake\File\FileSentences;
use Amicable\HelpDesks\Intake\File\FirstRows;
use Amicable\HelpDesks\TicketFile\Dates;
use Amicable\HelpDesks\TicketFile\Options;
use Amicable\HelpDesks\TicketFile\Presets;
use Amicable\HelpDesks\TicketFile\Words;
use Amicable\Storage\FileCounts;
use Amicable\Storage\TicketFile;
use Amicable\Storage\TicketFiles;
use DateTimeImmutable;
use DateTimeZone;

/** An import in the words of REST. */
final class ImportShape {

	public const PREVIEW_QUERY = [
		'encoding'      => [ 'type' => 'string', 'enum' => [ 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1254', 'euc-kr' ] ],
		'delimiter'     => [ 'type' => 'string', 'enum' => [ ',', ';', "\t", '|' ] ],
		'desk'          => [ 'type' => 'string', 'enum' => [ 'freshdesk', 'freshservice', 'zendesk', 'intercom', 'file' ] ],
		'date_order'    => [ 'type' => 'string', 'enum' => [ 'dmy', 'mdy' ] ],
		'time_zone'     => [ 'type' => 'string', 'maxLength' => 64 ],
		'date_column'   => [ 'type' => 'integer', 'minimum' => 0 ],
		'status_column' => [ 'type' => 'integer', 'minimum' => 0 ],
	];

	private const ROWS_SHOWN = 5;

	private const REJECTED_SHOWN = 20;

	public function __construct(
		private readonly FileCounts $counts,
		private readonly TicketFiles $files,
	) {
	}

	/**
	 * @param list<int> $missing
	 * @return array<string, mixed>
	 */
	public function import( TicketFile $file, array $missing ): array {
		$is_checked = $file->state === TicketFile::CHECKED;
		$has_rows   = $is_checked || $file->state === TicketFile::DONE;

		return [
			'id'         => $file->id,
			'name'       => $file->name,
			'size'       => $file->bytes,
			'state'      => $file->state,
			'failure'    => $file->failure === null ? null : FileSentences::of_file( $file->failure ),
			'piece_size' => TicketFile::PIECE,
			'pieces'     => $file->pieces(),
			'missing'    => $missing,
			'options'    => $file->told,
			'progress'   => in_array( $file->state, [ TicketFile::CHECKING, TicketFile::IMPORTING ], true ) ? self::progress( $file ) : null,
			'counts'     => $is_checked ? $this->counts->of( $file->id ) : $file->counts,
			'samples'    => $is_checked ? array_map( self::sample( ... ), $this->counts->samples( $file->id, self::ROWS_SHOWN ) ) : [],
			'rejected'   => $has_rows ? array_map( static fn ( array $row ): array => self::rejected( $file, $row ), $this->counts->rejected( $file->id, 0, self::REJECTED_SHOWN ) ) : [],
			'created_at' => Shape::time( $file->created_at ),
			'updated_at' => Shape::time( $file->updated_at ),
		];
	}

	/** @return array<string, mixed> */
	public function entry( TicketFile $file ): array {
		return [
			'id'         => $file->id,
			'name'       => $file->name,
			'state'      => $file->state,
			'counts'     => $file->counts,
			'created_at' => Shape::time( $file->created_at ),
		];
	}

	/**
	 * @param array<array-key, mixed> $asked
	 * @return array<string, mixed>
	 */
	public function preview( TicketFile $file, FirstRows $first, array $asked ): array {
		$desk    = is_string( $asked['desk'] ?? null ) ? $asked['desk'] : Presets::guess( $first->header );
		$columns = Presets::columns( $desk, $first->header );
		$date    = is_int( $asked['date_column'] ?? null ) ? $asked['date_column'] : $columns['created_at'] ?? $columns['message_at'] ?? null;
		$status  = is_int( $asked['status_column'] ?? null ) ? $asked['status_column'] : $columns['status'] ?? null;
		$zone    = Options::zone( (string) ( $asked['time_zone'] ?? '' ) ) ?? wp_timezone();
		$order   = $date === null ? null : $first->date_order( [ $date ] );
		$chosen  = is_string( $asked['date_order'] ?? null ) ? $asked['date_order'] : ( $order === 'ask' ? null : $order );

		return [
			'encoding'    => $first->encoding->value,
			'delimiter'   => $first->delimiter,
			'header'      => $first->header->names,
			'rows'        => array_map( static fn ( array $row ): array => array_map( static fn ( string $cell ): string => mb_substr( $cell, 0, 200 ), $row ), array_slice( $first->rows, 0, self::ROWS_SHOWN ) ),
			'desk'        => $desk,
			'shape'       => Presets::shape( $first->header, $desk )->value,
			'columns'     => array_map( static fn ( string $field, int $column ): array => [ 'field' => $field, 'column' => $column ], array_keys( $columns ), $columns ),
			'date_order'  => $order,
			'dates'       => array_map( static fn ( string $text ): array => self::date( $text, new Dates( $chosen, $zone ) ), $first->values( $date, 3 ) ),
			'statuses'    => array_map( static fn ( string $word ): array => [ 'value' => mb_substr( $word, 0, 190 ), 'status' => Words::status( $word, [] )?->value ], $first->values( $status, 30 ) ),
			'time_zone'   => $zone->getName(),
			'told_before' => $this->files->told_before( $first->header->fingerprint(), $file->id ),
		];
	}

	public static function not_now( string $state ): string {
		return match ( $state ) {
			TicketFile::UPLOADING => __( 'Parts of this file are still missing.', 'amicable' ),
			TicketFile::UPLOADED  => __( 'Say first what the columns mean, and have the file checked.', 'amicable' ),
			TicketFile::CHECKING  => __( 'This file is being checked.', 'amicable' ),
			TicketFile::IMPORTING => __( 'This file is being imported.', 'amicable' ),
			TicketFile::DONE      => __( 'This file was imported.', 'amicable' ),
			default               => __( 'This file could not be read. Choose another one.', 'amicable' ),
		};
	}

	/** @return array{text: string, at: string|null} */
	private static function date( string $text, Dates $dates ): array {
		$at = $dates->read( $text );

		return [
			'text' => mb_substr( $text, 0, 100 ),
			'at'   => Shape::time( $at instanceof DateTimeImmutable ? $at->setTimezone( new DateTimeZone( 'UTC' ) ) : null ),
		];
	}

	/** @return array{phase: string, done: int, total: int} */
	private static function progress( TicketFile $file ): array {
		return [
			'phase' => $file->position()[0],
			'done'  => min( $file->done, $file->total ),
			'total' => $file->total,
		];
	}

	/**
	 * @param array{row: int, result: string, is_known: bool, said: array<array-key, mixed>} $sample
	 * @return array<string, mixed>
	 */
	private static function sample( array $sample ): array {
		$said = $sample['said'];
		$text = static fn ( string $field ): string => is_scalar( $said[ $field ] ?? null ) ? mb_substr( (string) $said[ $field ], 0, 200 ) : '';
		$at   = $text( 'created_at' ) === '' ? $text( 'message_at' ) : $text( 'created_at' );

		return [
			'row'         => $sample['row'],
			'result'      => $sample['result'],
			'external_id' => $text( 'external_id' ),
			'email'       => $text( 'email' ),
			'subject'     => $text( 'subject' ),
			'at'          => $at === '' ? null : $at,
			'minutes'     => is_int( $said['minutes'] ?? null ) ? $said['minutes'] : null,
			'is_known'    => $sample['is_known'],
		];
	}

	/**
	 * @param array{row: int, line: int, errors: list<array{string, string}>, cells: list<string>} $row
	 * @return array<string, mixed>
	 */
	private static function rejected( TicketFile $file, array $row ): array {
		$columns = $file->options()->columns;

		return [
			'row'    => $row['row'],
			'line'   => $row['line'],
			'errors' => array_map(
				static fn ( array $error ): array => [
					'field'   => $error[0] === '' ? null : $error[0],
					'column'  => isset( $columns[ $error[0] ] ) ? $file->header[ $columns[ $error[0] ] ] ?? null : null,
					'message' => FileSentences::of_row( $error[1] ),
				],
				$row['errors']
			),
		];
	}
}
