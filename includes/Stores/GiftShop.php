<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** A shop that makes gift codes: for one customer, once, until a day. Every implementation passes GiftShopContract. */
interface GiftShop {

	/** That of the Store: 'woocommerce', 'edd', 'sample'. */
	public function id(): string;

	public function label(): string;

	/** What an amount off is in. */
	public function currency(): string;

	/** @return list<array{id: int, name: string}> Products whose name holds these words, for sale now. */
	public function products( string $search, int $limit ): array;

	/** Makes the code; one that is there already stays as it is, so that asking twice makes one. */
	public function issue( Gift $gift ): void;

	public function has( string $code ): bool;

	/** Whether a purchase was made with it. */
	public function is_used( string $code ): bool;
}
