<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Values\Money;
use DateTimeImmutable;

/** An order of the sample shop while it is being made up; it gets its id when all are known and stand in the order of time. */
final class Sale {

	public int $id = 0;

	public string $status = 'completed';

	public string $dispute = 'none';

	public ?Sale $parent = null;

	public ?Money $shipping = null;

	public bool $has_rate = true;

	/** @var list<array{amount: Money, by_gateway: bool, reason: string, at: DateTimeImmutable}> */
	public array $refunds = [];

	/** @var list<array{product: string, status: string, expires_at: DateTimeImmutable|null, sites: list<string>}> */
	public array $licenses = [];

	/** @var array{label: string, status: string, next_payment_at: DateTimeImmutable|null, ends_at: DateTimeImmutable|null}|null */
	public ?array $subscription = null;

	public bool $downloads_open = true;

	/** @param list<int> $products */
	public function __construct(
		public readonly Person $person,
		public readonly string $email,
		public readonly DateTimeImmutable $at,
		public readonly array $products,
		public readonly Money $price,
		public readonly string $gateway = 'toy',
		public readonly bool $paid = true,
	) {
	}

	public function total(): Money {
		return $this->shipping === null ? $this->price : $this->price->plus( $this->shipping );
	}

	/** On the goods; shipping here carries none. */
	public function tax(): Money {
		return Catalog::tax( $this->price );
	}

	public function kind(): string {
		return $this->parent === null ? 'sale' : 'renewal';
	}

	public function name(): string {
		return implode( ', ', array_map( static fn ( int $product ): string => Catalog::PRODUCTS[ $product ][0], $this->products ) );
	}

	/** The whole order goes back: with it goes what it had opened. */
	public function give_back( DateTimeImmutable $at, string $reason ): void {
		$this->refunds[] = [
			'amount'     => $this->total(),
			'by_gateway' => ! in_array( $this->gateway, [ 'toy_manual', 'toy_decline' ], true ),
			'reason'     => $reason,
			'at'         => $at,
		];
		$this->status = 'refunded';
		$this->end_access( $at );
	}

	/** The bank took the money back, and the shop drew the line. */
	public function lose( DateTimeImmutable $at ): void {
		$this->dispute = 'lost';
		$this->end_access( $at );
	}

	public function give_back_part( Money $amount, DateTimeImmutable $at, string $reason ): void {
		$this->refunds[] = [
			'amount'     => $amount,
			'by_gateway' => ! in_array( $this->gateway, [ 'toy_manual', 'toy_decline' ], true ),
			'reason'     => $reason,
			'at'         => $at,
		];
	}

	/** A renewal was paid: the term goes on. */
	public function extend( DateTimeImmutable $until, DateTimeImmutable $today ): void {
		foreach ( $this->licenses as &$license ) {
			$license['expires_at'] = $until;
			$license['status']     = $until > $today ? 'active' : 'expired';
		}
		if ( $this->subscription !== null ) {
			$this->subscription['next_payment_at'] = $until;
		}
	}

	/** As happens when a refund is made in the shop alone: the key lives on. */
	public function forget_license( string $site ): void {
		foreach ( $this->licenses as &$license ) {
			$license['status'] = 'active';
			$license['sites']  = [ $site ];
		}
	}

	/** … and the gateway goes on charging. */
	public function forget_subscription(): void {
		if ( $this->subscription !== null ) {
			$this->subscription['status']          = 'active';
			$this->subscription['ends_at']         = null;
			$this->subscription['next_payment_at'] = $this->at->modify( '+1 year' );
		}
	}

	private function end_access( DateTimeImmutable $at ): void {
		$this->downloads_open = false;
		foreach ( $this->licenses as &$license ) {
			$license['status'] = 'disabled';
			$license['sites']  = [];
		}
		if ( $this->subscription === null ) {
			return;
		}

		$this->subscription['status']          = 'cancelled';
		$this->subscription['next_payment_at'] = null;
		$this->subscription['ends_at']         = $at;
	}
}
