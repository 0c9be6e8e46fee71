<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;
use Amicable\Stores\Store;
use Closure;

/** A shop whose gateway answers as a test says; everything else is the sample shop's. */
final class ScriptedStore implements Store {

	/** Keys of the requests that reached the gateway. @var list<string> */
	public array $asked = [];

	/**
	 * @param Closure(RefundRequest): Result $refund
	 * @param Closure(RefundRequest): Result $find
	 */
	public function __construct(
		private readonly Store $shop,
		public Closure $refund,
		public Closure $find,
		private readonly bool $takes_key = false,
	) {
	}

	public function refund( RefundRequest $request ): Result {
		$this->asked[] = $request->key;

		return ( $this->refund )( $request );
	}

	public function find_refund( RefundRequest $request ): Result {
		return ( $this->find )( $request );
	}

	public function refund_is_repeatable( int $order_id ): bool {
		return $this->takes_key;
	}

	public function id(): string {
		return $this->shop->id();
	}

	public function label(): string {
		return $this->shop->label();
	}

	public function capabilities(): array {
		return [];
	}

	public function currency(): string {
		return $this->shop->currency();
	}

	public function refund_window_days(): ?int {
		return $this->shop->refund_window_days();
	}

	public function count_orders(): int {
		return $this->shop->count_orders();
	}

	public function order_ids_below( int $below, int $limit ): array {
		return $this->shop->order_ids_below( $below, $limit );
	}

	public function orders( array $ids ): array {
		return $this->shop->orders( $ids );
	}

	public function order( int $id ): ?Order {
		return $this->shop->order( $id );
	}

	public function order_ids_of( Keys $keys ): array {
		return $this->shop->order_ids_of( $keys );
	}

	public function order_url( int $id ): string {
		return $this->shop->order_url( $id );
	}

	public function on_change( callable $changed ): void {
		$this->shop->on_change( $changed );
	}

	public function before_refund( int $order_id ): array {
		return $this->shop->before_refund( $order_id );
	}

	public function record_refund( RefundRequest $request ): Result {
		return $this->shop->record_refund( $request );
	}

	public function downloads( array $order_ids, Keys $keys ): array {
		return $this->shop->downloads( $order_ids, $keys );
	}

	public function revoke_download( string $id ): Result {
		return $this->shop->revoke_download( $id );
	}

	public function add_note( int $order_id, string $note, string $key ): Result {
		return $this->shop->add_note( $order_id, $note, $key );
	}

	public function mails_on_refund(): array {
		return $this->shop->mails_on_refund();
	}

	public function obligations( array $order_ids, Keys $keys ): array {
		return $this->shop->obligations( $order_ids, $keys );
	}
}
