<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use wpdb;

/** Easy Digital Downloads 3. Built from small parts; this is their one face. */
final class EddStore {

	public const ID = 'edd';

	private function __construct(
		private readonly OrderTables $tables,
		private readonly OrderReader $reader,
	) {
	}

	/** After all plugins are loaded. */
	public static function is_available(): bool {
		return function_exists( 'edd_refund_order' ) && function_exists( 'edd_get_gross_order_statuses' );
	}

	public static function create( wpdb $wpdb ): self {
		$tables = new OrderTables( $wpdb );
		$reader = new OrderReader( $wpdb, new OrderRecords( $wpdb, $tables ), new OrderMapper( new Payment(), Gateways::of_edd(), new RefundSplit() ) );

		return new self( $tables, $reader );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'Easy Digital Downloads ' . EDD_VERSION;
	}

	public function currency(): string {
		return edd_get_currency();
	}

	public function count_orders(): int {
		return $this->tables->count();
	}

	public function order_ids_below( int $below, int $limit ): array {
		return $this->tables->ids_below( $below, $limit );
	}

	public function orders( array $ids ): array {
		return $this->reader->read_all( $ids );
	}

	public function order( int $id ): ?Order {
		return $this->reader->read( $id );
	}

	public function order_ids_of( Keys $keys ): array {
		return $this->tables->ids_of( $keys );
	}

	public function order_url( int $id ): string {
		return admin_url( "edit.php?post_type=download&page=edd-payment-history&view=view-order-details&id=$id" );
	}
}
