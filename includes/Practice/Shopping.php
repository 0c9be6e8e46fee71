<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use DateTimeImmutable;

/** What the crowd bought, renewed and gave back. */
final class Shopping {

	private const REASONS = [
		'en' => [ 'Not what I was looking for', 'Bought by mistake', 'Renewed by mistake', 'Does not fit our theme' ],
		'ko' => [ '저희 환경과 맞지 않아요', '실수로 구매했어요', '갱신을 원하지 않았어요' ],
		'tr' => [ 'Beklediğim gibi değil', 'Yanlışlıkla aldım', 'Yenilemek istememiştim' ],
	];

	private const WORDS = [ 'bakery', 'studio', 'choir', 'clinic', 'garden', 'museum', 'school', 'harbor', 'atelier', 'kitchen', 'library', 'workshop' ];

	public function __construct(
		private readonly int $seed,
		private readonly DateTimeImmutable $today,
	) {
	}

	/** @return list<Sale> In the order of time. */
	public function of( Person $person ): array {
		$dice  = new Dice( $this->seed, "orders:$person->number" );
		$sales = [];
		$count = match ( $person->persona ) {
			Persona::Agency => $dice->between( 3, 6 ),
			Persona::Heavy, Persona::Burst => 1,
			Persona::Busy   => $dice->between( 3, 6 ),
			default         => $dice->pick( [ 1, 1, 1, 1, 2, 2, 3 ] ),
		};
		for ( $number = 0; $number < $count; $number++ ) {
			$at    = $this->moment( $dice, $number === 0 ? $person->days : $dice->between( 2, $person->days ) );
			$sale  = $this->sale( $person, $dice, $at );
			$sales = [ ...$sales, $sale, ...$this->renewals( $sale, $dice ) ];
		}

		return $sales;
	}

	private function sale( Person $person, Dice $dice, DateTimeImmutable $at ): Sale {
		$product = $person->persona === Persona::Heavy ? $dice->pick( [ 4, 5 ] ) : $dice->between( 1, 6 );
		$agency  = $person->persona === Persona::Agency;
		$price   = Catalog::price( Catalog::PRODUCTS[ $product ][ $agency ? 3 : 2 ], $person->currency );
		$paid    = ! $dice->chance( 3 ) || $person->owned() === [];
		$sale    = new Sale( $person, $this->address( $person, $dice ), $at, [ $product ], $price, $this->gateway( $dice ), $paid );
		if ( ! $paid ) {
			$sale->status = $dice->pick( [ 'failed', 'cancelled', 'failed', 'pending' ] );

			return $sale;
		}
		$person->buys( $product );
		$this->open( $sale, $dice, $agency );
		$this->change_of_mind( $sale, $dice );

		return $sale;
	}

	/** License, downloads, sometimes a subscription, rarely a printed handbook by post. */
	private function open( Sale $sale, Dice $dice, bool $agency ): void {
		$lifetime         = $dice->chance( 4 );
		$expires          = $sale->at->modify( '+1 year' );
		$sale->licenses[] = [
			'product'    => $sale->name(),
			'status'     => $lifetime || $expires > $this->today ? 'active' : 'expired',
			'expires_at' => $lifetime ? null : $expires,
			'sites'      => $this->sites( $dice, $agency ? $dice->between( 4, 14 ) : $dice->pick( [ 0, 1, 1, 1, 2 ] ) ),
		];
		if ( ! $lifetime && $dice->chance( 38 ) ) {
			$sale->subscription = [
				'label'           => $sale->name(),
				'status'          => 'active',
				'next_payment_at' => $expires,
				'ends_at'         => null,
			];
		}
		if ( $dice->chance( 2 ) ) {
			$sale->shipping = Catalog::price( 9, $sale->price->currency );
		}
		if ( $sale->price->currency !== 'USD' && $dice->chance( 1 ) ) {
			$sale->has_rate = false;
		}
	}

	private function change_of_mind( Sale $sale, Dice $dice ): void {
		$at     = $sale->at->modify( '+' . $dice->between( 30, 600 ) . ' hours' );
		$reason = $dice->pick( self::REASONS[ $sale->person->lang ] );
		if ( $at >= $this->today || $sale->person->persona === Persona::Heavy ) {
			return;
		}
		if ( $dice->chance( 7 ) ) {
			$sale->give_back( $at, $reason );
		} elseif ( $dice->chance( 3 ) ) {
			$sale->give_back_part( $sale->total()->times( $dice->between( 10, 50 ), 100 ), $at, $reason );
		} elseif ( $dice->chance( 1 ) && $dice->chance( 60 ) ) {
			$outcome = $dice->pick( [ 'won', 'lost', 'warning' ] );
			$outcome === 'lost' ? $sale->lose( $at ) : $sale->dispute = $outcome;
		}
	}

	/** @return list<Sale> A year after each other, as long as somebody pays. */
	private function renewals( Sale $first, Dice $dice ): array {
		$sales = [];
		$at    = $first->at;
		while ( $first->paid && $first->status === 'completed' && $first->dispute !== 'lost' && ( $first->licenses[0]['expires_at'] ?? null ) !== null ) {
			$at = $at->modify( '+1 year' );
			if ( $at >= $this->today ) {
				break;
			}
			if ( $first->subscription === null && ! $dice->chance( 45 ) ) {
				break;
			}
			if ( $first->subscription !== null && $dice->chance( 18 ) ) {
				$first->subscription['status']          = 'cancelled';
				$first->subscription['next_payment_at'] = null;
				$first->subscription['ends_at']         = $at;
				break;
			}
			$sale         = new Sale( $first->person, $first->email, $at, $first->products, $first->price, $first->gateway );
			$sale->parent = $first;
			$sales[]      = $sale;

			$first->extend( $at->modify( '+1 year' ), $this->today );
		}

		return $sales;
	}

	private function gateway( Dice $dice ): string {
		return $dice->pick( [ 'toy', 'toy', 'toy', 'toy', 'toy', 'toy', 'toy', 'toy', 'toy', 'toy', 'toy', 'toy', 'toy_nolookup', 'toy_nolookup', 'toy_nolookup', 'toy_manual', 'toy_manual', 'toy_decline', 'toy_timeout', 'toy_lost' ] );
	}

	/** People type their address as they like; whoever has an account may use a second one for a later order. */
	private function address( Person $person, Dice $dice ): string {
		if ( $person->user_id === 0 ) {
			return $dice->chance( 8 ) ? ucwords( $person->email, '.' ) : $person->email;
		}

		return $dice->chance( 12 ) && $person->owned() !== [] ? "work.$person->email" : $person->email;
	}

	/** @return list<string> */
	private function sites( Dice $dice, int $count ): array {
		$sites = [];
		for ( $number = 0; $number < $count; $number++ ) {
			$sites[] = 'https://' . $dice->pick( self::WORDS ) . $dice->between( 10, 9_999 ) . '.example';
		}

		return $sites;
	}

	private function moment( Dice $dice, int $days_ago ): DateTimeImmutable {
		return $this->today->modify( "-$days_ago days" )->modify( '+' . $dice->between( 0, 86_399 ) . ' seconds' );
	}
}
