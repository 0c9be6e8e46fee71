<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

/** Rows of EDD's tables that make up one order, or one of its refunds, as text. */
final class OrderRecord {

	/** What the transaction of a payout that failed later reads. */
	public const FAILED = 'failed';

	/**
	 * @param array<string, string|null>       $row
	 * @param list<array<string, string|null>> $items
	 * @param list<array<string, string|null>> $fees         Fees and credits of the order and of its items.
	 * @param list<array<string, string|null>> $transactions
	 * @param array<string, string>            $meta
	 * @param array<string, string|null>       $customer     EDD's customer; empty when it was deleted.
	 * @param list<string>                     $emails       Every address that EDD keeps for that customer.
	 * @param list<OrderRecord>                $refunds      Oldest first.
	 */
	public function __construct(
		public readonly array $row,
		public readonly array $items,
		public readonly array $fees,
		public readonly array $transactions,
		public readonly array $meta,
		public readonly array $customer = [],
		public readonly array $emails = [],
		public readonly array $refunds = [],
	) {
	}

	public function id(): int {
		return (int) $this->row['id'];
	}

	public function text( string $column ): string {
		return (string) ( $this->row[ $column ] ?? '' );
	}

	/** The provider's own number of the payment or payout; '' where it wrote none. */
	public function transaction_id(): string {
		foreach ( $this->transactions as $transaction ) {
			if ( (string) $transaction['transaction_id'] !== '' && ! $this->is_undone( $transaction ) ) {
				return (string) $transaction['transaction_id'];
			}
		}

		return '';
	}

	/**
	 * Whether it is a payout that the provider took back later.
	 *
	 * @param array<string, string|null> $transaction
	 */
	public function is_undone( array $transaction ): bool {
		return $this->text( 'type' ) === 'refund' && ( $transaction['status'] ?? '' ) === self::FAILED;
	}
}
