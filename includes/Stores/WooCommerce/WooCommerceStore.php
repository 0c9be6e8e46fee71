<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Catalog;
use Amicable\Stores\ChargeFinder;
use Amicable\Stores\Dossier;
use Amicable\Stores\DossierKeeper;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\PayoutReader;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\ReopensFiles;
use Amicable\Stores\Result;
use Amicable\Stores\Store;
use Automattic\WooCommerce\Utilities\OrderUtil;
use Closure;
use WC_Product;
use WP_Term;
use wpdb;

/** WooCommerce, with its orders in either storage. Built from small parts; this is their one face. */
final class WooCommerceStore implements Store, Catalog, ChargeFinder, DossierKeeper, PayoutReader, ReopensFiles {

	public const ID = 'woocommerce';

	private function __construct(
		private readonly OrderTables $tables,
		private readonly OrderReader $reader,
		private readonly Evidence $evidence,
		private readonly Refunder $refunder,
		private readonly RefundFinder $finder,
		private readonly RefundRecords $records,
		private readonly Downloads $downloads,
		private readonly Notes $notes,
		private readonly Obligations $obligations,
		private readonly Changes $changes,
		private readonly Dossiers $dossiers,
		private readonly Payouts $payouts,
	) {
	}

	/** After all plugins are loaded. */
	public static function is_available(): bool {
		return function_exists( 'wc_create_refund' ) && class_exists( OrderUtil::class );
	}

	public static function create( wpdb $wpdb, ?KeptClosed $closed = null ): self {
		$payment   = new Payment();
		$say       = new Sentences();
		$tables    = new OrderTables( $wpdb );
		$reader    = new OrderReader( $tables, new OrderMapper( $payment, new RefundSplit(), new OrderMeta() ) );
		$evidence  = new Evidence( $reader, $payment );
		$call      = new GatewayCall( $reader, new RefundLines() );
		$records   = new RefundRecords( $reader, $call, $evidence, $say );
		$downloads = new Downloads( $wpdb, $tables, $closed );
		$uncovered = new Uncovered( $wpdb );

		return new self(
			$tables,
			$reader,
			$evidence,
			new Refunder( $reader, $call, $payment, $evidence, $records, $say ),
			new RefundFinder( $reader, $evidence, $records, $say ),
			$records,
			$downloads,
			new Notes( $reader ),
			new Obligations( $reader, $tables, $downloads, $uncovered, $closed ),
			new Changes(),
			new Dossiers( $wpdb, $reader, $downloads ),
			new Payouts( $reader, $payment, new LostPayouts() ),
		);
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'WooCommerce ' . WC()->version;
	}

	public function capabilities(): array {
		return [ 'manage_woocommerce', 'edit_shop_orders' ];
	}

	public function currency(): string {
		return get_woocommerce_currency();
	}

	public function refund_window_days(): ?int {
		return null;
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

	public function order_of_charge( string $charge ): ?int {
		return $this->tables->order_of_charge( $charge );
	}

	public function dossier( int $order_id ): Dossier {
		return $this->dossiers->of( $order_id );
	}

	public function order_url( int $id ): string {
		return OrderUtil::get_order_admin_edit_url( $id );
	}

	public function on_change( callable $changed ): void {
		$this->changes->listen( Closure::fromCallable( $changed ) );
	}

	public function before_refund( int $order_id ): array {
		$order = $this->reader->read( $order_id );
		$raw   = $this->reader->raw( $order_id );

		return $order === null || $raw === null ? [] : $this->evidence->before( $raw, $order );
	}

	public function refund( RefundRequest $request ): Result {
		return $this->refunder->refund( $request );
	}

	public function find_refund( RefundRequest $request ): Result {
		return $this->finder->find( $request );
	}

	public function read_payouts( int $order_id ): bool {
		return $this->payouts->read( $order_id );
	}

	/**
	 * Off until the owner says otherwise: that a provider honors the key we add has to be tried with the gateway in use.
	 */
	public function refund_is_repeatable( int $order_id ): bool {
		$order = $this->reader->raw( $order_id );
		/**
		 * Payment methods whose provider takes our key, tried with this gateway plugin.
		 *
		 * @param list<string> $methods
		 */
		$methods = $order === null ? [] : apply_filters( 'amicable_repeatable_payment_methods', [] );

		return $order !== null && is_array( $methods ) && in_array( $order->get_payment_method(), $methods, true );
	}

	public function record_refund( RefundRequest $request ): Result {
		return $this->records->book( $request );
	}

	public function downloads( array $order_ids, Keys $keys ): array {
		return $this->downloads->all( $order_ids, $keys );
	}

	public function revoke_download( string $id ): Result {
		return $this->downloads->revoke( $id );
	}

	public function reopens_after_refund(): bool {
		return true;
	}

	public function before_revoke( string $id ): array {
		return $this->downloads->standing( $id );
	}

	public function reopen_download( string $id, array $before ): Result {
		return $this->downloads->reopen( $id, $before );
	}

	public function add_note( int $order_id, string $note, string $key ): Result {
		return $this->notes->add( $order_id, $note, $key );
	}

	public function mails_on_refund(): array {
		$mail = WC()->mailer()->get_emails()['WC_Email_Customer_Refunded_Order'] ?? null;

		return $mail instanceof \WC_Email && $mail->is_enabled() ? [ $mail->get_title() ] : [];
	}

	public function obligations( array $order_ids, Keys $keys ): array {
		return $this->obligations->of( $order_ids, $keys );
	}

	public function product_name( int $product_id ): ?string {
		$product = wc_get_product( $product_id );

		return $product instanceof WC_Product ? $product->get_name() : null;
	}

	public function category_name( int $category_id ): ?string {
		$term = get_term( $category_id, 'product_cat' );

		return $term instanceof WP_Term ? $term->name : null;
	}

	public function categories_of( int $product_id ): array {
		return array_values( array_map( intval( ... ), wc_get_product_cat_ids( $product_id ) ) );
	}
}
