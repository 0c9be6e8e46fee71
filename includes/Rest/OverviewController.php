<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Clock;
use Amicable\Projection\FirstRead;
use Amicable\Projection\OverviewTotals;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\LooseEndList;
use Amicable\Storage\LooseEnds;
use Amicable\Storage\OverviewFigures;
use Amicable\Storage\Renewals;
use Amicable\Storage\ValueBins;
use Closure;

/** What needs a person today, what support took, who costs most and who brought most, and the figures of the shop. An open page also helps to read the orders. */
final class OverviewController implements Controller {

	private const OF_EACH = 5;

	private const ROWS = 3;

	private const SLICE_SECONDS = 2.0;

	/**
	 * @param Closure(): OverviewTotals $totals
	 * @param Closure(): CustomerShape  $shape
	 * @param Closure(): FirstRead      $first_read
	 * @param Closure(): bool           $has_subscriptions
	 */
	public function __construct(
		private readonly OverviewFigures $figures,
		private readonly ValueBins $bins,
		private readonly Renewals $renewals,
		private readonly Closure $totals,
		private readonly Closure $shape,
		private readonly Closure $first_read,
		private readonly Closure $has_subscriptions,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
		private readonly LooseEndList $loose_ends,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/overview', Capability::VIEW, $this->read( ... ), answer: 'overview.overview' ),
			new Route( 'POST', '/overview/import', Capability::VIEW, fn (): Reply => new Reply( ( $this->first_read )()->slice( self::SLICE_SECONDS ) ), answer: 'overview.import' ),
		];
	}

	private function read(): Reply {
		$currency = $this->settings->current()->base_currency;
		$rows     = ( $this->shape )();
		$sees     = $rows->sees_money();
		$shape    = new OverviewShape( $currency, $sees );
		$sums     = ( $this->totals )()->read();

		return new Reply(
			[
				'as_of'         => Shape::time( $sums['as_of'] ),
				'currency'      => $currency,
				'import'        => ( $this->first_read )()->progress(),
				'loose_ends'    => $shape->loose_ends( $this->loose_ends->count( LooseEnds::OPEN, null ), $sees ? $this->loose_ends->scheduled() : [] ),
				'today'         => array_map( OverviewShape::todo( ... ), $this->figures->today( $this->clock->now(), self::OF_EACH ) ),
				'support'       => $shape->support( $sums['totals'], $this->figures->support_since() ),
				'dearest'       => $rows->rows( $this->figures->dearest( $sees ? 'support_cost' : 'minutes', self::ROWS ) ),
				'best'          => $rows->rows( $this->figures->best( self::ROWS ) ),
				'curve'         => $shape->curve( $this->bins->all( $currency ) ),
				'renewals'      => $this->renewals( $shape ),
				'rates_missing' => array_map( OverviewShape::rate_missing( ... ), $sums['rates_missing'] ),
				'figures'       => $shape->figures( $sums['totals'], $sees ? $sums['paid'] : [] ),
			]
		);
	}

	/** @return array<string, mixed>|null */
	private function renewals( OverviewShape $shape ): ?array {
		$now = $this->clock->now();

		return ( $this->has_subscriptions )() ? $shape->renewals( $this->renewals->due( $now, $now->modify( Renewals::AHEAD ) ), $now->modify( Renewals::AHEAD ) ) : null;
	}
}
