<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** Says of one shop what nobody here looks into. Plans warn of it, and receipts stay open for it until a person has looked. */
interface NamesUncovered {

	/** The shop's id. */
	public function store(): string;

	/** @return list<Obligation> Of check 17: plugins that are there and could owe a customer something. */
	public function obligations(): array;

	/**
	 * Orders whose lines hold something like a license key, whoever wrote it there.
	 *
	 * @param list<int> $order_ids
	 * @return array<int, string> Order => name of the field.
	 */
	public function license_fields( array $order_ids ): array;
}
