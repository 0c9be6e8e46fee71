<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Values\Money;
use DateTimeImmutable;

/** What the toy gateways paid out, written once and never changed: in Practice this is the bank. */
final class SampleBank {

	public function __construct( private readonly Database $db ) {
	}

	/**
	 * @param string|null $key Where the provider takes one, the same key pays once, also when two ask at the same moment.
	 * @return int The payout's id.
	 */
	public function pay( string $transaction_id, ?string $key, Money $amount, DateTimeImmutable $at ): int {
		$id = $this->db->insert(
			'shop_payouts',
			[
				'transaction_id' => $transaction_id,
				'request_key'    => $key,
				'currency'       => $amount->currency,
				'amount'         => $amount->minor,
				'created_at'     => Database::time( $at ),
			]
		);

		return $id ?? (int) $this->find( (string) $key );
	}

	/** The payout made under this key. */
	public function find( string $key ): ?int {
		$id = $this->db->value( "SELECT id FROM {$this->db->table( 'shop_payouts' )} WHERE request_key = %s", [ $key ] );

		return $id === null ? null : (int) $id;
	}

	/** Minor units that went out under this key. */
	public function amount( string $key ): ?int {
		$amount = $this->db->value( "SELECT amount FROM {$this->db->table( 'shop_payouts' )} WHERE request_key = %s", [ $key ] );

		return $amount === null ? null : (int) $amount;
	}

	/** @return list<array<string, string|null>> */
	public function payouts( string $transaction_id ): array {
		return $this->db->rows( "SELECT * FROM {$this->db->table( 'shop_payouts' )} WHERE transaction_id = %s ORDER BY id", [ $transaction_id ] );
	}
}
