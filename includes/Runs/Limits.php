<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Offboarding\DayLimit;
use Amicable\Offboarding\Kind;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\InBase;
use Amicable\Storage\Places;
use DateInterval;
use DateTimeImmutable;

/** How much may begin in a day, and how long it waits first. Practice shows both and keeps to neither. */
final class Limits {

	private const REVENUE_OF = '-30 days';

	/** So often somebody else may take the next place first, before we give up. */
	private const TRIES = 50;

	public function __construct(
		private readonly SettingsRepository $settings,
		private readonly Places $places,
		private readonly InBase $sums,
		private readonly LimitSentences $sentences,
		private readonly Clock $clock,
		public readonly bool $apply,
	) {
	}

	/** When a run that is let go now may begin; null: at once. */
	public function begins_at( Kind $kind ): ?DateTimeImmutable {
		$minutes = $this->apply ? $this->delay( $kind ) : 0;

		return $minutes === 0 ? null : $this->clock->now()->add( new DateInterval( "PT{$minutes}M" ) );
	}

	/** Minutes, as the owner said, also where nobody keeps to it. */
	public function delay( Kind $kind ): int {
		$limits = $this->settings->current()->limits;

		return match ( $kind ) {
			Kind::Refund   => $limits['refund_delay_minutes'],
			Kind::PartWays => $limits['part_ways_delay_minutes'],
			Kind::Finish   => 0,
		};
	}

	/** Runs a day; null: as many as anybody likes. */
	public function most( Kind $kind ): ?int {
		$limits = $this->settings->current()->limits;

		return match ( $kind ) {
			Kind::Refund   => $limits['refunds_a_day'],
			Kind::PartWays => $limits['part_ways_a_day'],
			Kind::Finish   => null,
		};
	}

	public function used( Kind $kind ): int {
		return $this->places->on( $kind, $this->today() )['used'];
	}

	/**
	 * Takes a place among the runs of today. Safe to ask again for the same run: it keeps the one it has.
	 *
	 * @throws AmicableException 409 amicable_limit
	 */
	public function take( Kind $kind, int $run_id ): void {
		$most = $this->apply ? $this->most( $kind ) : null;
		if ( $most === null ) {
			return;
		}
		$sum = $kind === Kind::PartWays ? $this->sums->of_run( $run_id, $this->settings->current()->base_currency ) : 0;
		$day = $this->today();
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$taken = $this->places->on( $kind, $day, $run_id );
			if ( $taken['has'] ) {
				return;
			}
			$this->check( $kind, new DayLimit( $most, $this->most_sum( $kind, $taken['used'] ) ), $taken, $sum );
			if ( $this->places->take( $kind, $day, $taken['last'] + 1, $run_id, $sum ?? 0 ) ) {
				return;
			}
		}

		throw new AmicableException( 'amicable_busy', __( 'Many people do this at the same moment. Nothing was done here; try again.', 'amicable' ), 409 );
	}

	/** Of a run that ended before anything of it began. */
	public function free( int $run_id ): void {
		$this->places->free( $run_id );
	}

	/** @param array{last: int, used: int, sum: int, has: bool} $taken */
	private function check( Kind $kind, DayLimit $limit, array $taken, ?int $sum ): void {
		$why = $limit->refuses( $taken['used'], $taken['sum'], $sum );
		if ( $why !== null ) {
			throw $this->sentences->refusal( $why, $kind, $limit, $this->settings->current()->base_currency );
		}
	}

	/** Asked only where a sum can decide: reading what a whole shop earned takes its time. */
	private function most_sum( Kind $kind, int $used ): ?int {
		if ( $kind !== Kind::PartWays || $used === 0 ) {
			return null;
		}
		$settings = $this->settings->current();
		$revenue  = $this->sums->net_since( $this->clock->now()->modify( self::REVENUE_OF ), $settings->base_currency );

		return DayLimit::larger( $settings->limits['part_ways_sum']->minor, $revenue, $settings->limits['part_ways_percent'] );
	}

	/** A day as people on this site count it. */
	private function today(): string {
		return $this->clock->now()->setTimezone( wp_timezone() )->format( 'Y-m-d' );
	}
}
