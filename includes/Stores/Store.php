<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/**
 * One shop plugin, in our words. Everything that says `wc_` or `edd_` lives behind this line.
 *
 * Reads are fresh: no cache of ours or of the store stands between the caller and the database. Every adapter passes StoreContract.
 */
interface Store {

	/** 'woocommerce', 'edd' or 'sample'. */
	public function id(): string;

	/** Name and version for people, "WooCommerce 11.0.1". */
	public function label(): string;

	/**
	 * What the shop's own plugin asks of whoever gives money back there.
	 *
	 * @return list<string> WordPress capabilities.
	 */
	public function capabilities(): array;

	/** The store's own currency. */
	public function currency(): string;

	/** Days in which this shop lets an order be given back, as its own settings say; null: it says nothing about that. */
	public function refund_window_days(): ?int;

	/** All sale orders, of any status, without refunds, drafts and test leftovers. */
	public function count_orders(): int;

	/**
	 * Ids of orders below a given id, highest first: the import walks down, newest first, and stopping early is cheap.
	 *
	 * @return list<int>
	 */
	public function order_ids_below( int $below, int $limit ): array;

	/**
	 * Several orders at once (the import's read), in any order; ids that do not exist are left out.
	 *
	 * @param list<int> $ids
	 * @return list<Order>
	 */
	public function orders( array $ids ): array;

	public function order( int $id ): ?Order;

	/**
	 * Ids of every order of a customer, of any status, by user id or by any email in any letter case.
	 *
	 * @return list<int>
	 */
	public function order_ids_of( Keys $keys ): array;

	/** Link to the order's own screen. */
	public function order_url( int $id ): string;

	/**
	 * Calls back with the order id when an order or one of its refunds is written, thrown away or deleted; often several times a save, and
	 * sometimes just before it. So only remember the id, and read the order when the request is over. Registered once, live only.
	 *
	 * @param callable(int): void $changed
	 */
	public function on_change( callable $changed ): void;

	/**
	 * What has to be remembered before a refund is asked for, so that it can be told apart afterwards (refund ids, gateway markers, remaining).
	 *
	 * @return array<string, mixed> JSON-safe, without personal data.
	 */
	public function before_refund( int $order_id ): array;

	/**
	 * Gives money back through the gateway that took it; one gateway call. Never throws for what a gateway or a listener did:
	 * whatever is not proven to have failed before the money could move comes back as unknown.
	 */
	public function refund( RefundRequest $request ): Result;

	/**
	 * Looks up what became of a refund whose answer was lost. Never pays, but may repair the store's own record when the payout is proven.
	 */
	public function find_refund( RefundRequest $request ): Result;

	/** Whether the provider takes our key, so that repeating the same request with the same key is safe. */
	public function refund_is_repeatable( int $order_id ): bool;

	/** Books a refund without any gateway, after a person said that the customer was paid. Idempotent by the request's key. */
	public function record_refund( RefundRequest $request ): Result;

	/**
	 * @param list<int> $order_ids
	 * @return list<Download> Also closed ones; also those of subscriptions that belong to these orders.
	 */
	public function downloads( array $order_ids, Keys $keys ): array;

	/** Closes a permission and keeps its log. */
	public function revoke_download( string $id ): Result;

	/** Leaves a private note on the order once per key. */
	public function add_note( int $order_id, string $note, string $key ): Result;

	/**
	 * What the store will send by itself when these things happen, so that the plan can say so.
	 *
	 * @return list<string> Translated names of mails.
	 */
	public function mails_on_refund(): array;

	/**
	 * The proof: what of a customer's or of these orders' obligations is still open in this store.
	 *
	 * @param list<int> $order_ids
	 * @return list<Obligation> One or more per check this store answers (numbers of Offboarding\Proof).
	 */
	public function obligations( array $order_ids, Keys $keys ): array;
}
