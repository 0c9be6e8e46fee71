<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use Amicable\Admin\Url;
use Amicable\Clock;
use Amicable\Storage\SampleAccess;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Catalog;
use Amicable\Stores\ChargeFinder;
use Amicable\Stores\Dossier;
use Amicable\Stores\DossierKeeper;
use Amicable\Stores\Download;
use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\OrderLine;
use Amicable\Stores\OrderRef;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\ReopensFiles;
use Amicable\Stores\Result;
use Amicable\Stores\Store;
use Amicable\Values\Money;

/** The shop of Practice: a real store in every respect but that its money is toy money. */
final class SampleStore implements Store, Catalog, ChargeFinder, DossierKeeper, ReopensFiles {

	/** @var list<callable(int): void> */
	private array $listeners = [];

	public function __construct(
		private readonly SampleShop $shop,
		private readonly SampleAccess $access,
		private readonly SampleOrders $orders,
		private readonly SampleRefunds $refunds,
		private readonly SampleObligations $obligations,
		private readonly ToyGateway $gateways,
		private readonly Clock $clock,
	) {
	}

	public function id(): string {
		return 'sample';
	}

	public function label(): string {
		return __( 'Practice shop', 'amicable' );
	}

	public function capabilities(): array {
		return [];
	}

	public function currency(): string {
		return 'USD';
	}

	public function refund_window_days(): ?int {
		return null;
	}

	public function count_orders(): int {
		return $this->shop->count();
	}

	public function order_ids_below( int $below, int $limit ): array {
		return $this->shop->ids_below( $below, $limit );
	}

	public function orders( array $ids ): array {
		return $this->orders->orders( $ids );
	}

	public function order( int $id ): ?Order {
		return $this->orders->orders( [ $id ] )[0] ?? null;
	}

	public function order_ids_of( Keys $keys ): array {
		return $this->orders->ids_of( $keys );
	}

	public function order_of_charge( string $charge ): ?int {
		return $this->shop->order_of_charge( $charge );
	}

	public function dossier( int $order_id ): Dossier {
		$order = $this->order( $order_id );

		return $order === null ? new Dossier() : new Dossier(
			[
				[ __( 'Name', 'amicable' ), $order->name ],
				[ __( 'Email', 'amicable' ), $order->email ],
				[ __( 'Bought', 'amicable' ), implode( ', ', array_map( static fn ( OrderLine $line ): string => $line->name, $order->lines ) ) ],
			],
			unkept: [ __( 'The practice shop keeps no record of fetched files, mails and terms.', 'amicable' ) ],
		);
	}

	public function order_url( int $id ): string {
		return Url::to( 'practice-order', $id );
	}

	public function on_change( callable $changed ): void {
		$this->listeners[] = $changed;
	}

	public function before_refund( int $order_id ): array {
		$order = $this->order( $order_id );

		return [
			'remaining' => $order?->remaining()->minor,
			'refunds'   => array_map( static fn ( $refund ): int => $refund->id, $order->refunds ?? [] ),
		];
	}

	public function refund( RefundRequest $request ): Result {
		return $this->changing( $request->order->id, fn ( Order $order ): Result => $this->refunds->pay( $order, $request ) );
	}

	public function find_refund( RefundRequest $request ): Result {
		return $this->changing( $request->order->id, fn ( Order $order ): Result => $this->refunds->find( $order, $request ) );
	}

	public function refund_is_repeatable( int $order_id ): bool {
		$order = $this->order( $order_id );

		return $order !== null && $this->gateways->takes_key( $order->gateway );
	}

	public function record_refund( RefundRequest $request ): Result {
		return $this->changing( $request->order->id, fn ( Order $order ): Result => $this->refunds->record( $order, $request ) );
	}

	public function downloads( array $order_ids, Keys $keys ): array {
		$rows = $this->access->downloads( $this->all_ids( $order_ids, $keys ) );

		return array_map( static fn ( array $row ): Download => new Download( (string) $row['id'], 'sample', new OrderRef( 'sample', (int) $row['order_id'] ), (string) $row['file'], $row['is_open'] === '1' ), $rows );
	}

	public function reopens_after_refund(): bool {
		return true;
	}

	public function before_revoke( string $id ): array {
		$row = $this->access->download( (int) $id );

		return $row === null ? [] : [ 'is_open' => $row['is_open'] === '1' ];
	}

	public function reopen_download( string $id, array $before ): Result {
		$row = $this->access->download( (int) $id );
		if ( $row === null || ( $before['is_open'] ?? false ) !== true ) {
			return Result::refused( __( 'Nobody wrote down how this permission was.', 'amicable' ) );
		}
		if ( $row['is_open'] === '1' ) {
			return Result::already();
		}
		$this->access->open_download( (int) $id );

		return Result::done();
	}

	public function revoke_download( string $id ): Result {
		$download = $this->access->download( (int) $id );
		if ( $download === null || $download['is_open'] !== '1' ) {
			return Result::already();
		}
		$this->access->close_download( (int) $id );

		return Result::done( "download:$id" );
	}

	public function add_note( int $order_id, string $note, string $key ): Result {
		if ( $this->shop->orders( [ $order_id ] ) === [] ) {
			return Result::refused( __( 'This order does not exist any more.', 'amicable' ) );
		}

		return $this->shop->add_note( $order_id, $key, $note, $this->clock->now() ) ? Result::done() : Result::already();
	}

	public function mails_on_refund(): array {
		return [ __( 'Refunded order (Practice sends nothing)', 'amicable' ) ];
	}

	public function obligations( array $order_ids, Keys $keys ): array {
		return $this->obligations->of( $this->orders( $this->all_ids( $order_ids, $keys ) ) );
	}

	/** What somebody does in the shop itself: a lump given back, without any gateway. */
	public function refund_by_hand( int $order_id, Money $amount, string $reason ): void {
		$order = $this->order( $order_id );
		if ( $order === null ) {
			return;
		}

		$this->refunds->book( $order, $amount, false, null, $reason );
		$this->changed( $order_id );
	}

	public function delete_order( int $order_id ): void {
		$this->shop->delete_order( $order_id );
		$this->changed( $order_id );
	}

	/** @param callable(Order): Result $act */
	private function changing( int $order_id, callable $act ): Result {
		$order = $this->order( $order_id );
		if ( $order === null ) {
			return Result::refused( __( 'This order does not exist any more.', 'amicable' ) );
		}
		$result = $act( $order );
		$this->changed( $order_id );

		return $result;
	}

	private function changed( int $order_id ): void {
		foreach ( $this->listeners as $listener ) {
			$listener( $order_id );
		}
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<int>
	 */
	private function all_ids( array $order_ids, Keys $keys ): array {
		return array_values( array_unique( [ ...$order_ids, ...$this->orders->ids_of( $keys ) ] ) );
	}

	public function product_name( int $product_id ): ?string {
		return $this->shop->product_name( $product_id );
	}

	/** The sample shop sorts nothing. */
	public function category_name( int $category_id ): ?string {
		return null;
	}

	public function categories_of( int $product_id ): array {
		return [];
	}
}
