<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Download;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Throwable;

/**
 * Who may fetch which files. EDD asks the status of the items of an order, so an item is the permission, and its log stays where it is.
 */
final class Downloads {

	/** @param KeptClosed|null $closed What stays closed, whatever its items say. */
	public function __construct(
		private readonly OrderRecords $records,
		private readonly OrderTables $tables,
		private readonly ?KeptClosed $closed = null,
	) {
	}

	/**
	 * Of these orders, open and closed, and whatever else a person may still fetch.
	 *
	 * @param list<int> $order_ids
	 * @return list<Download>
	 */
	public function all( array $order_ids, Keys $keys ): array {
		$all    = [];
		$ids    = array_values( array_unique( [ ...$order_ids, ...$this->tables->ids_of( $keys ) ] ) );
		$closed = $this->closed?->among( array_map( static fn ( int $id ): OrderRef => new OrderRef( EddStore::ID, $id ), $ids ) ) ?? [];
		foreach ( $this->records->of( $ids ) as $record ) {
			foreach ( $record->items as $item ) {
				$download = $this->download( $record, $item, isset( $closed[ EddStore::ID . ":{$record->id()}" ] ) );
				if ( $download !== null && ( $download->open || in_array( $record->id(), $order_ids, true ) ) ) {
					$all[] = $download;
				}
			}
		}

		return $all;
	}

	public function revoke( string $id ): Result {
		$order = $this->tables->order_of_item( (int) $id );
		if ( $order === null || ! $this->is_open( $order, (int) $id ) ) {
			return Result::already();
		}
		try {
			// A row of EDD that is written again is rounded again, whatever was changed in it.
			Precision::of(
				$this->records->of( [ $order ] )[0]->text( 'currency' ),
				function () use ( $id, $order ): void {
					edd_update_order_item( (int) $id, [ 'status' => 'revoked' ] );
					$this->close_free_order( $order );
				}
			);
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->is_open( $order, (int) $id ) ? Result::unknown( __( 'The file can still be fetched.', 'amicable' ) ) : Result::done();
	}

	/** @return array{status: string}|array{} */
	public function standing( string $id ): array {
		$order = $this->tables->order_of_item( (int) $id );
		foreach ( $order === null ? [] : $this->records->of( [ $order ] )[0]->items ?? [] as $item ) {
			if ( (int) $item['id'] === (int) $id ) {
				return [ 'status' => (string) $item['status'] ];
			}
		}

		return [];
	}

	/** @param array<string, mixed> $before What `standing()` said. */
	public function reopen( string $id, array $before ): Result {
		$now   = $this->standing( $id )['status'] ?? null;
		$was   = $before['status'] ?? null;
		$order = $this->tables->order_of_item( (int) $id );
		if ( $now === null || $order === null || ! is_string( $was ) ) {
			return Result::refused( __( 'Nobody wrote down how this permission was.', 'amicable' ) );
		}
		if ( $this->is_open( $order, (int) $id ) ) {
			return Result::already();
		}
		if ( $now !== 'revoked' ) {
			return Result::manual( __( 'Easy Digital Downloads hands out files of what is paid. Make the customer an order that costs nothing.', 'amicable' ) );
		}
		try {
			Precision::of( $this->records->of( [ $order ] )[0]->text( 'currency' ), fn () => $this->put_back( $order, (int) $id, $was ) );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->is_open( $order, (int) $id ) ? Result::done() : Result::unknown( __( 'The permission was not changed.', 'amicable' ) );
	}

	/** A free order that was revoked with its last item is complete again. */
	private function put_back( int $order_id, int $item_id, string $status ): void {
		$record = $this->records->of( [ $order_id ] )[0];
		if ( (float) $record->text( 'total' ) <= 0.0 && $record->text( 'status' ) === 'revoked' ) {
			edd_update_order( $order_id, [ 'status' => 'complete' ] );
		}
		edd_update_order_item( $item_id, [ 'status' => $status ] );
	}

	/** An order that cost nothing is never given back; once nothing of it is open, EDD's word for it is "revoked". */
	private function close_free_order( int $order_id ): void {
		$record = $this->records->of( [ $order_id ] )[0] ?? null;
		if ( $record === null || (float) $record->text( 'total' ) > 0.0 || $record->text( 'status' ) === 'revoked' ) {
			return;
		}
		if ( array_filter( $record->items, $this->delivers( ... ) ) === [] ) {
			edd_update_order( $order_id, [ 'status' => 'revoked' ] );
		}
	}

	private function is_open( int $order_id, int $item_id ): bool {
		foreach ( $this->records->of( [ $order_id ] )[0]->items ?? [] as $item ) {
			if ( (int) $item['id'] === $item_id ) {
				return $this->delivers( $item );
			}
		}

		return false;
	}

	/** @param array<string, string|null> $item */
	private function download( OrderRecord $record, array $item, bool $is_closed ): ?Download {
		if ( ! $this->has_files( (int) $item['product_id'], $item['price_id'] ) ) {
			return null;
		}

		return new Download( (string) $item['id'], EddStore::ID, new OrderRef( EddStore::ID, $record->id() ), (string) $item['product_name'], ! $is_closed && $this->delivers( $item ) );
	}

	/** @param array<string, string|null> $item */
	private function delivers( array $item ): bool {
		return in_array( $item['status'], edd_get_deliverable_order_item_statuses(), true ) && (int) $item['quantity'] > 0;
	}

	private function has_files( int $product_id, ?string $price_id ): bool {
		return edd_is_bundled_product( $product_id ) || edd_get_download_files( $product_id, $price_id === null ? null : (int) $price_id ) !== [];
	}
}
