<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Catalog;
use Amicable\Stores\ChargeFinder;
use Amicable\Stores\Dossier;
use Amicable\Stores\DossierKeeper;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\PayoutReader;
use Amicable\Stores\Refund;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\ReopensFiles;
use Amicable\Stores\Result;
use Amicable\Stores\Store;
use Closure;
use WP_Term;
use wpdb;

/** Easy Digital Downloads 3. Built from small parts; this is their one face. */
final class EddStore implements Store, Catalog, ChargeFinder, DossierKeeper, PayoutReader, ReopensFiles {

	public const ID = 'edd';

	/** EDD's 0 means that the window never closes. */
	private const NEVER_CLOSES = 36_500;

	private function __construct(
		private readonly OrderTables $tables,
		private readonly OrderReader $reader,
		private readonly Refunder $refunder,
		private readonly RefundFinder $finder,
		private readonly SettledRefunds $settled,
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
		return function_exists( 'edd_refund_order' ) && function_exists( 'edd_get_gross_order_statuses' );
	}

	public static function create( wpdb $wpdb, ?KeptClosed $closed = null ): self {
		$tables    = new OrderTables( $wpdb );
		$records   = new OrderRecords( $wpdb, $tables );
		$gateways  = Gateways::of_edd();
		$reader    = new OrderReader( $tables, $records, new OrderMapper( new Payment(), $gateways, new RefundSplit() ) );
		$ledger    = new Ledger( $reader, new RefundLines() );
		$proof     = new Proof();
		$say       = new Sentences();
		$downloads = new Downloads( $records, $tables, $closed );

		return new self(
			$tables,
			$reader,
			new Refunder( $reader, new FirstThings(), $ledger, $gateways, $proof, $say ),
			new RefundFinder( $reader, $ledger, $proof, $say ),
			new SettledRefunds( $reader, $ledger, $proof, $say ),
			$downloads,
			new Notes( $reader ),
			new Obligations( $reader, $records, $tables, $downloads, new Uncovered(), $closed ),
			new Changes( $tables ),
			new Dossiers( $wpdb, $records ),
			new Payouts( $reader, $gateways, new LostPayouts() ),
		);
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'Easy Digital Downloads ' . EDD_VERSION;
	}

	public function capabilities(): array {
		return [ 'manage_shop_settings', 'edit_shop_payments' ];
	}

	public function currency(): string {
		return edd_get_currency();
	}

	public function refund_window_days(): int {
		$days = absint( edd_get_option( 'refund_window', 30 ) );

		return $days === 0 ? self::NEVER_CLOSES : $days;
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
		return admin_url( "edit.php?post_type=download&page=edd-payment-history&view=view-order-details&id=$id" );
	}

	public function on_change( callable $changed ): void {
		$this->changes->listen( Closure::fromCallable( $changed ) );
	}

	public function before_refund( int $order_id ): array {
		$order = $this->reader->read( $order_id );

		return $order === null ? [] : [
			'refunds'   => array_map( static fn ( Refund $refund ): int => $refund->id, $order->refunds ),
			'remaining' => $order->remaining()->minor,
			'currency'  => $order->total->currency,
			'status'    => $order->status,
			'at'        => time(),
		];
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

	/** The books are written first, so what was asked once reads as given back and is never asked again. */
	public function refund_is_repeatable( int $order_id ): bool {
		return false;
	}

	public function record_refund( RefundRequest $request ): Result {
		return $this->settled->book( $request );
	}

	public function downloads( array $order_ids, Keys $keys ): array {
		return $this->downloads->all( $order_ids, $keys );
	}

	public function revoke_download( string $id ): Result {
		return $this->downloads->revoke( $id );
	}

	/** It hands out files of what is paid; an item that went back is closed by its own books. */
	public function reopens_after_refund(): bool {
		return false;
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
		$names = [];
		foreach ( [ 'order_refund', 'admin_order_refund' ] as $id ) {
			$mail    = edd_get_email( $id );
			$names[] = $mail !== false && $mail->is_enabled() ? edd_get_email_registry()->get_email_by_id( $id )->get_name() : '';
		}

		return array_values( array_filter( $names, static fn ( string $name ): bool => $name !== '' ) );
	}

	public function obligations( array $order_ids, Keys $keys ): array {
		return $this->obligations->of( $order_ids, $keys );
	}

	public function product_name( int $product_id ): ?string {
		return get_post_type( $product_id ) === 'download' ? get_the_title( $product_id ) : null;
	}

	public function category_name( int $category_id ): ?string {
		$term = get_term( $category_id, 'download_category' );

		return $term instanceof WP_Term ? $term->name : null;
	}

	public function categories_of( int $product_id ): array {
		$terms = get_the_terms( $product_id, 'download_category' );
		$own   = is_array( $terms ) ? array_map( static fn ( WP_Term $term ): int => $term->term_id, $terms ) : [];
		$above = array_merge( [], ...array_map( static fn ( int $term ): array => get_ancestors( $term, 'download_category', 'taxonomy' ), $own ) );

		return array_values( array_unique( [ ...$own, ...$above ] ) );
	}
}
