<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Ledger\Facts;
use Amicable\Ledger\Rate;

/** Customers as no shop would have them all at once: every currency width, every kind of refund, ticket, time and cost, told by one seed. */
final class RandomFacts {

	private const RATES = [
		'USD' => '1',
		'EUR' => '1.0857432156',
		'JPY' => '0.00653',
		'KRW' => '0.000714',
		'KWD' => '3.254',
	];

	private int $ticket = 0;
	private int $message = 0;

	/** @var list<array<string, mixed>> */
	private array $rates = [];

	/** @var list<array<string, mixed>> */
	private array $hourly = [];

	public function __construct(
		int $seed,
		private readonly string $base,
		private readonly int $as_of,
	) {
		mt_srand( $seed );
		foreach ( array_diff( array_keys( self::RATES ), [ $base ] ) as $currency ) {
			for ( $day = 0; $day < 400; $day += 3 ) {
				$this->rates[] = [ 'currency' => $currency, 'rate_to' => $base, 'day' => gmdate( 'Y-m-d', $as_of - $day * 86400 ), ...$this->rate( $currency, $base ), 'source' => mt_rand( 1, 20 ) === 1 ? 'owner' : 'test' ];
			}
		}
		foreach ( [ 1, 2 ] as $agent ) {
			foreach ( [ 300, 100 ] as $days ) {
				$this->hourly[] = [ 'agent_id' => $agent, 'from_at' => $this->time( $days * 86400 ), 'currency' => $agent === 1 ? $base : 'EUR', 'minor' => mt_rand( 1, 9999 ) ];
			}
		}
	}

	/** @return list<array<string, mixed>> */
	public function rates(): array {
		return $this->rates;
	}

	/** @return list<array<string, mixed>> */
	public function hourly(): array {
		return $this->hourly;
	}

	public function customer(): Facts {
		$tickets  = $this->many( [ 0, 1, 3, 9, 25 ], fn (): array => $this->ticket() );
		$messages = [];
		$entries  = [];
		foreach ( $tickets as $ticket ) {
			$messages = [ ...$messages, ...$this->messages( $ticket ) ];
			$entries  = [ ...$entries, ...$this->entries( $ticket ) ];
		}

		$orders = $this->many( [ 0, 1, 1, 2, 6 ], fn (): array => $this->order() );
		$extras = $this->many( [ 0, 0, 1, 3 ], fn (): array => $this->extra() );
		$extras = $orders === [] ? array_values( array_filter( $extras, static fn ( array $extra ): bool => $extra['kind'] !== 'fee' ) ) : $extras; // A dispute is about an order.

		return new Facts( $orders, $tickets, $messages, $entries, $extras, $this->rates, $this->hourly );
	}

	/** @return array{rate_units: int, rate_divisor: int} */
	private function rate( string $from, string $to ): array {
		$rate = Rate::try_from( sprintf( '%.10f', (float) self::RATES[ $from ] / (float) self::RATES[ $to ] * mt_rand( 90, 110 ) / 100 ), $from, $to );
		assert( $rate !== null );

		return [ 'rate_units' => $rate->units, 'rate_divisor' => $rate->divisor ];
	}

	/** @return array<string, mixed> */
	private function order(): array {
		$currency = $this->one( [ $this->base, $this->base, ...array_keys( self::RATES ) ] );
		$total    = mt_rand( 0, $this->one( [ 500, 20_000, 90_000_000 ] ) );
		$shipping = mt_rand( 0, intdiv( $total, 5 ) );
		$tax      = mt_rand( 0, intdiv( $total - $shipping, 4 ) );
		$share    = $this->one( [ 0, 0, 0, 37, 50, 100 ] );
		$back     = static fn ( int $amount ): int => intdiv( $amount * $share + 50, 100 );
		$to       = $this->one( [ $this->base, $this->base, 'EUR', null ] );
		$rate     = $to === null || $to === $currency ? [ 'rate_units' => null, 'rate_divisor' => null ] : $this->rate( $currency, $to );
		$at       = $this->past( 400 );

		return [
			'store'             => $this->one( [ 'sample', 'sample', 'edd', 'woocommerce' ] ),
			'currency'          => $currency,
			'total'             => $total,
			'tax'               => $tax,
			'shipping'          => $shipping,
			'refunded'          => $back( $tax ) + $back( $shipping ) + $back( $total - $tax - $shipping ),
			'refunded_tax'      => $back( $tax ),
			'refunded_shipping' => $back( $shipping ),
			'fee'               => $this->one( [ null, 0, mt_rand( 1, 900 ) ] ),
			...$rate,
			'rate_to'           => $rate['rate_units'] === null ? null : $to,
			'rate_date'         => substr( $at, 0, 10 ),
			'bought_at'         => mt_rand( 1, 100 ) <= 15 ? null : $at,
		];
	}

	/** @return array<string, mixed> */
	private function ticket(): array {
		return [
			'id'            => ++$this->ticket,
			'status'        => $this->one( [ 'closed', 'closed', 'open', 'pending', 'merged', 'spam', 'deleted' ] ),
			'cause'         => $this->one( [ null, null, null, 'customer', 'ours' ] ),
			'is_new'        => $this->one( [ 1, 1, 1, 0 ] ),
			'docs_answered' => $this->one( [ null, 0, 1 ] ),
			'created_at'    => $this->past( $this->one( [ 20, 100, 450 ] ) ),
		];
	}

	/**
	 * @param array<string, mixed> $ticket
	 * @return list<array<string, mixed>>
	 */
	private function messages( array $ticket ): array {
		$at = (int) strtotime( "{$ticket['created_at']} UTC" );

		return $this->many(
			[ 0, 1, 2, 6 ],
			function () use ( $ticket, &$at ): array {
				$at    += $this->one( [ 0, 60, 86_400 ] );
				$chars  = $this->one( [ 0, mt_rand( 1, 900 ), mt_rand( 900, 30_000 ) ] );

				return [
					'id'        => ++$this->message,
					'ticket_id' => $ticket['id'],
					'kind'      => $this->one( [ 'customer', 'customer', 'agent', 'agent', 'note', 'auto', 'ai', 'system' ] ),
					'author_id' => $this->one( [ 0, 1, 2, 3 ] ),
					'at'        => gmdate( 'Y-m-d H:i:s', $at ),
					'chars'     => $chars,
					'hangul'    => $this->one( [ 0, $chars, intdiv( $chars, 3 ) ] ),
				];
			}
		);
	}

	/**
	 * @param array<string, mixed> $ticket
	 * @return list<array<string, mixed>>
	 */
	private function entries( array $ticket ): array {
		return $this->many(
			[ 0, 0, 0, 1, 2 ],
			fn (): array => [ 'ticket_id' => $ticket['id'], 'agent_id' => $this->one( [ 0, 1, 2 ] ), 'seconds' => mt_rand( 0, 5000 ), 'measured' => mt_rand( 0, 1 ), 'at' => $ticket['created_at'] ]
		);
	}

	/** @return array<string, mixed> */
	private function extra(): array {
		return [ 'kind' => $this->one( [ 'goodwill', 'fee', 'cost' ] ), 'currency' => $this->one( [ $this->base, $this->base, $this->base, 'EUR', 'KRW' ] ), 'amount' => mt_rand( 0, 5000 ), 'at' => $this->past( 300 ) ];
	}

	private function past( int $days ): string {
		return $this->time( mt_rand( 0, $days * 86_400 ) );
	}

	private function time( int $seconds_ago ): string {
		return gmdate( 'Y-m-d H:i:s', $this->as_of - $seconds_ago );
	}

	/**
	 * @template T
	 * @param list<T> $of
	 * @return T
	 */
	private function one( array $of ): mixed {
		return $of[ mt_rand( 0, count( $of ) - 1 ) ];
	}

	/**
	 * @param list<int>                        $how_many
	 * @param callable(): array<string, mixed> $make
	 * @return list<array<string, mixed>>
	 */
	private function many( array $how_many, callable $make ): array {
		$made = [];
		for ( $left = $this->one( $how_many ); $left > 0; $left-- ) {
			$made[] = $make();
		}

		return $made;
	}
}
