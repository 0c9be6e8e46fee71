<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use InvalidArgumentException;

/** What somebody wants to see of the list of customers: which of them, in which order, from where on. */
final class CustomerQuery {

	/** Sort => whether it is a sum of money. */
	public const SORTS = [
		'name'             => false,
		'paid_base'        => true,
		'gross_base'       => true,
		'value'            => true,
		'support_cost'     => true,
		'margin'           => true,
		'ratio'            => true,
		'tickets'          => false,
		'tickets_peak_14d' => false,
		'minutes'          => false,
		'last_order_at'    => false,
		'last_ticket_at'   => false,
	];

	public const DEEPEST_PAGE = 40;

	/**
	 * @param array{value: int|string|null, id: int}|null $after     The row before the page (the row after it, going backwards); null: from the first row (the last).
	 * @param bool                                        $backwards Towards the first row. The page is given in the list's order all the same.
	 * @param string|null                                 $search    Beginning of an email, of a name or of one of its words, or a whole order number or license key.
	 */
	public function __construct(
		public readonly string $orderby = 'support_cost',
		public readonly bool $descending = true,
		public readonly int $per_page = 25,
		public readonly int $page = 1,
		public readonly ?array $after = null,
		public readonly bool $backwards = false,
		public readonly ?string $flag = null,
		public readonly ?string $level = null,
		public readonly ?string $tier = null,
		public readonly ?string $stage = null,
		public readonly ?string $store = null,
		public readonly ?string $search = null,
	) {
		if ( ! isset( self::SORTS[ $orderby ] ) || $per_page < 1 || $per_page > 100 || $page < 1 || $page > self::DEEPEST_PAGE ) {
			throw new InvalidArgumentException( 'There is no such page of customers.' );
		}
	}

	public function is_by_money(): bool {
		return self::SORTS[ $this->orderby ];
	}

	/** Whether everybody is wanted. */
	public function is_open(): bool {
		return ( $this->flag ?? $this->level ?? $this->tier ?? $this->stage ?? $this->store ?? $this->search ) === null;
	}
}
