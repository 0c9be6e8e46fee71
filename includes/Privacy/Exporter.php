<?php
declare( strict_types=1 );

namespace Amicable\Privacy;

use Amicable\Customers\Identity;
use Amicable\Storage\PersonalData;
use Amicable\Storage\Table;

/** Hands out what the register calls personal, a slice at a time. */
final class Exporter {

	private const ROWS = 200;

	public function __construct(
		private readonly PersonalData $data,
		private readonly Identity $identity,
	) {
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	public function page( string $email, int $page ): array {
		$customers = $this->data->customers( $email, $this->identity->find_by_email( $email ) );
		if ( $customers === [] ) {
			return [
				'data' => [],
				'done' => true,
			];
		}
		$skip  = ( max( 1, $page ) - 1 ) * self::ROWS;
		$items = [];
		foreach ( $this->data->exported() as $table ) {
			$room  = self::ROWS - count( $items );
			$count = $this->data->count( $table, $customers );
			if ( $room > 0 && $count > $skip ) {
				$rows  = $this->data->rows( $table, $customers, $room, $skip );
				$items = [ ...$items, ...array_map( static fn ( array $row ): array => self::item( $table, $row ), $rows ) ];
			}
			$skip = max( 0, $skip - $count );
		}

		return [
			'data' => $items,
			'done' => count( $items ) < self::ROWS,
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function item( Table $table, array $row ): array {
		$id   = (string) reset( $row );
		$data = [];
		foreach ( $table->personal as $column ) {
			if ( ( $row[ $column ] ?? '' ) !== '' ) {
				$data[] = [
					'name'  => self::label( $column ),
					'value' => esc_html( (string) $row[ $column ] ),
				];
			}
		}

		return [
			'group_id'          => "amicable-$table->name",
			'group_label'       => self::group( $table->name ),
			'group_description' => __( 'Kept by Amicable, to see what supporting a customer takes.', 'amicable' ),
			'item_id'           => "amicable-$table->name-$id",
			'data'              => $data,
		];
	}

	private static function group( string $table ): string {
		return match ( $table ) {
			'customers'    => __( 'Customer', 'amicable' ),
			'refunds'      => __( 'Refunds', 'amicable' ),
			'tickets'      => __( 'Support conversations', 'amicable' ),
			'messages'     => __( 'Support messages', 'amicable' ),
			'time_entries' => __( 'Notes on support time', 'amicable' ),
			'goodwill'     => __( 'Goodwill', 'amicable' ),
			'costs'        => __( 'Costs', 'amicable' ),
			'flags'        => __( 'Patterns', 'amicable' ),
			'evidence'     => __( 'Evidence of patterns', 'amicable' ),
			'runs'         => __( 'Refunds in full', 'amicable' ),
			'log_payloads' => __( 'Log', 'amicable' ),
			'letters'      => __( 'Letters', 'amicable' ),
			default        => $table,
		};
	}

	private static function label( string $column ): string {
		return match ( $column ) {
			'name'                     => __( 'Name', 'amicable' ),
			'email', 'recipient'       => __( 'Email', 'amicable' ),
			'subject'                  => __( 'Subject', 'amicable' ),
			'text', 'quote', 'body'    => __( 'Text', 'amicable' ),
			'url', 'docs_url'          => __( 'Link', 'amicable' ),
			'tags'                     => __( 'Tags', 'amicable' ),
			'note'                     => __( 'Note', 'amicable' ),
			'reason', 'blocked_reason' => __( 'Reason', 'amicable' ),
			'measured'                 => __( 'Measured values', 'amicable' ),
			'mitigators'               => __( 'In favor', 'amicable' ),
			'history'                  => __( 'How it changed', 'amicable' ),
			'payload'                  => __( 'Details', 'amicable' ),
			default                    => $column,
		};
	}
}
