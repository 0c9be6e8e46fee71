<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;

/** Every word about disputed charges, as it came, once. What was not worked in yet is found here again. */
final class DisputeEvents {

	private const AT_ONCE = 500;

	/** A charge that no order was found for in this time is somebody else's. */
	private const WAITS = '-60 days';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** A repetition changes nothing. */
	public function add( DisputeNews $news ): void {
		$this->database->insert(
			'dispute_events',
			[
				'store'        => $news->store,
				'external_id'  => $news->external_id,
				'event_id'     => $news->event_id,
				'source'       => $news->source,
				'order_id'     => $news->order?->id,
				'charge'       => $news->charge,
				'status'       => $news->status->value,
				'currency'     => $news->amount?->currency,
				'amount'       => $news->amount?->minor,
				'fee'          => $news->fee?->minor,
				'fee_currency' => $news->fee?->currency,
				'reason'       => $news->reason,
				'happened_at'  => Database::time( $news->happened_at ),
				'opened_at'    => $news->opened_at === null ? null : Database::time( $news->opened_at ),
				'deadline_at'  => $news->deadline_at === null ? null : Database::time( $news->deadline_at ),
				'received_at'  => Database::time( $this->clock->now() ),
				'user_id'      => $news->user_id,
			],
		);
	}

	/** @return array<int, DisputeNews> By our own number, in the order in which they came. */
	public function of( string $store, string $external_id ): array {
		$news = [];
		foreach ( $this->database->rows( "SELECT * FROM {$this->database->table( 'dispute_events' )} WHERE store = %s AND external_id = %s ORDER BY id", [ $store, $external_id ] ) as $row ) {
			$news[ (int) $row['id'] ] = self::news( $row );
		}

		return $news;
	}

	/** @return list<array{string, string}> Store and dispute of what waits to be worked in. */
	public function pending(): array {
		$rows = $this->database->rows( "SELECT DISTINCT store, external_id FROM {$this->database->table( 'dispute_events' )} WHERE folded = 0 AND received_at > %s LIMIT " . self::AT_ONCE, [ Database::time( $this->clock->now()->modify( self::WAITS ) ) ] );

		return array_map( static fn ( array $row ): array => [ (string) $row['store'], (string) $row['external_id'] ], $rows );
	}

	/** @param non-empty-list<int> $ids */
	public function mark_folded( array $ids ): void {
		$this->database->write( "UPDATE {$this->database->table( 'dispute_events' )} SET folded = 1 WHERE id IN (" . implode( ', ', $ids ) . ')' );
	}

	/** @param array<string, string|null> $row */
	private static function news( array $row ): DisputeNews {
		$moment = static fn ( ?string $at ): ?DateTimeImmutable => $at === null ? null : Database::moment( $at );
		$money  = static fn ( ?string $minor, ?string $currency ): ?Money => $minor === null || $currency === null ? null : new Money( (int) $minor, $currency );

		return new DisputeNews(
			(string) $row['store'],
			(string) $row['external_id'],
			(string) $row['event_id'],
			(string) $row['source'],
			DisputeStatus::from( (string) $row['status'] ),
			Database::moment( (string) $row['happened_at'] ),
			$row['order_id'] === null ? null : new OrderRef( (string) $row['store'], (int) $row['order_id'] ),
			(string) $row['charge'],
			$money( $row['amount'], $row['currency'] ),
			$money( $row['fee'], $row['fee_currency'] ),
			(string) $row['reason'],
			$moment( $row['opened_at'] ),
			$moment( $row['deadline_at'] ),
			(int) $row['user_id'],
		);
	}
}
