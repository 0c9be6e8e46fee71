<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Download;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\Values\EmailAddress;
use DateTimeImmutable;
use Throwable;
use WC_Customer_Download;
use WC_Product;
use wpdb;

/**
 * Permissions to fetch files. They are ended, never deleted: deleting one deletes the log of what was fetched.
 *
 * A permission names the variation, not its parent, and those of a subscription hang on the subscription; so they are looked for by
 * order and subscription, never by product.
 */
final class Downloads {

	/** @param KeptClosed|null $closed What stays closed however open its permission is. */
	public function __construct(
		private readonly wpdb $wpdb,
		private readonly OrderTables $tables,
		private readonly ?KeptClosed $closed = null,
	) {
	}

	/**
	 * Of these orders and their subscriptions, open and closed, and whatever else a person may still fetch.
	 *
	 * @param list<int> $order_ids
	 * @return list<Download>
	 */
	public function all( array $order_ids, Keys $keys ): array {
		$all = [];
		foreach ( [ ...$this->of_orders( $order_ids ), ...$this->open_of_person( $keys ) ] as $download ) {
			$all[ $download->id ] ??= $download;
		}

		return array_values( $all );
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<Download>
	 */
	public function of_orders( array $order_ids ): array {
		$holders = [ ...$order_ids, ...$this->tables->subscription_ids( $order_ids ) ];
		if ( $holders === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $holders ), '%d' ) );

		return $this->read( "order_id IN ($marks)", $holders );
	}

	/**
	 * Every open permission of a person, wherever it hangs.
	 *
	 * @return list<Download>
	 */
	public function open_of_person( Keys $keys ): array {
		$found = [];
		if ( $keys->user_ids !== [] ) {
			$found = $this->read( 'user_id IN (' . implode( ', ', array_fill( 0, count( $keys->user_ids ), '%d' ) ) . ')', $keys->user_ids );
		}
		if ( $keys->emails !== [] ) {
			$by_email = $this->read( 'LOWER(user_email) IN (' . implode( ', ', array_fill( 0, count( $keys->emails ), '%s' ) ) . ')', $keys->emails );
			$found    = [ ...$found, ...array_filter( $by_email, fn ( Download $download ): bool => $this->is_of( $download, $keys ) ) ];
		}
		$open = array_filter( $found, static fn ( Download $download ): bool => $download->open );

		return array_values( array_combine( array_map( static fn ( Download $download ): string => $download->id, $open ), $open ) );
	}

	public function revoke( string $id ): Result {
		$before = $this->one( (int) $id );
		if ( $before === null || ! $before->open ) {
			return Result::already();
		}
		try {
			self::end( new WC_Customer_Download( (int) $id ) );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->one( (int) $id )?->open === true ? Result::unknown( __( 'The file can still be fetched.', 'amicable' ) ) : Result::done();
	}

	/** @return array{downloads_remaining: int|null, access_expires: string|null}|array{} */
	public function standing( string $id ): array {
		$row = $this->rows( 'permission_id = %d', [ (int) $id ] )[0] ?? null;

		return $row === null ? [] : [
			'downloads_remaining' => $row['downloads_remaining'] === null || $row['downloads_remaining'] === '' ? null : (int) $row['downloads_remaining'],
			'access_expires'      => $row['access_expires'] === null || str_starts_with( $row['access_expires'], '0000' ) ? null : $row['access_expires'],
		];
	}

	/** @param array<string, mixed> $before What `standing()` said. */
	public function reopen( string $id, array $before ): Result {
		$now = $this->standing( $id );
		if ( $now === [] ) {
			return Result::manual( __( 'This permission is not there any more. Grant it anew on the screen of the order.', 'amicable' ) );
		}
		if ( ! array_key_exists( 'downloads_remaining', $before ) || ! array_key_exists( 'access_expires', $before ) ) {
			return Result::refused( __( 'Nobody wrote down how this permission was.', 'amicable' ) );
		}
		if ( $this->is_open( $now ) ) {
			return Result::already();
		}
		if ( ! $this->is_open( $before ) ) {
			return Result::manual( __( 'The time of this permission is over by now. Grant it anew on the screen of the order.', 'amicable' ) );
		}
		try {
			$download = new WC_Customer_Download( (int) $id );
			$download->set_downloads_remaining( is_int( $before['downloads_remaining'] ) ? $before['downloads_remaining'] : '' );
			$download->set_access_expires( is_string( $before['access_expires'] ) ? $before['access_expires'] : null );
			$download->save();
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}

		return $this->is_open( $this->standing( $id ) ) ? Result::done() : Result::unknown( __( 'The permission was not changed.', 'amicable' ) );
	}

	public static function end( WC_Customer_Download $download ): void {
		$download->set_downloads_remaining( 0 );
		$download->set_access_expires( time() - 2 * DAY_IN_SECONDS );
		$download->save();
	}

	private function one( int $id ): ?Download {
		return $this->read( 'permission_id = %d', [ $id ] )[0] ?? null;
	}

	/**
	 * @param list<int|string> $values
	 * @return list<Download>
	 */
	private function read( string $where, array $values ): array {
		$rows   = $this->rows( $where, $values );
		$orders = [];
		foreach ( $rows as $row ) {
			$orders[ (int) $row['order_id'] ] ??= (int) $row['order_id'] < 1 ? null : Holder::order( wc_get_order( (int) $row['order_id'] ) );
		}
		$closed = $this->closed?->among( array_values( array_filter( $orders ) ) ) ?? [];

		return array_map( fn ( array $row ): Download => $this->download( $row, $orders[ (int) $row['order_id'] ], $closed ), $rows );
	}

	/**
	 * @param list<int|string> $values
	 * @return list<array<string, string|null>>
	 */
	private function rows( string $where, array $values ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT permission_id, product_id, download_id, order_id, downloads_remaining, access_expires FROM {$this->wpdb->prefix}woocommerce_downloadable_product_permissions WHERE $where ORDER BY permission_id", $values ), ARRAY_A );

		return is_array( $rows ) ? array_values( $rows ) : [];
	}

	/**
	 * @param array<string, string|null> $row
	 * @param array<string, true>        $closed
	 */
	private function download( array $row, ?OrderRef $order, array $closed ): Download {
		return new Download(
			(string) $row['permission_id'],
			WooCommerceStore::ID,
			$order,
			$this->label( (int) $row['product_id'], (string) $row['download_id'] ),
			$this->is_open( $row ) && ! isset( $closed[ (string) $order?->key() ] ),
		);
	}

	/** @param array<string, mixed> $row */
	private function is_open( array $row ): bool {
		$left    = $row['downloads_remaining'] ?? null;
		$expires = is_string( $row['access_expires'] ?? null ) ? $row['access_expires'] : null;
		if ( $left !== null && $left !== '' && (int) $left < 1 ) {
			return false;
		}

		return $expires === null || str_starts_with( $expires, '0000' ) || new DateTimeImmutable( $expires ) >= new DateTimeImmutable( 'today' );
	}

	private function label( int $product_id, string $download_id ): string {
		$product = wc_get_product( $product_id );
		if ( ! $product instanceof WC_Product ) {
			/* translators: %d: number of a product that was deleted. */
			return sprintf( __( 'Product %d', 'amicable' ), $product_id );
		}
		$file = $product->get_file( $download_id );

		return is_object( $file ) && $file->get_name() !== '' ? "{$product->get_name()}: {$file->get_name()}" : $product->get_name();
	}

	/** The database compares more loosely than we do. */
	private function is_of( Download $download, Keys $keys ): bool {
		$email = ( new WC_Customer_Download( (int) $download->id ) )->get_user_email();

		return in_array( EmailAddress::try_from( $email )?->normalized, $keys->emails, true );
	}
}
