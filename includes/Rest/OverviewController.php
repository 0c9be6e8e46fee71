<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Projection\OverviewTotals;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\OverviewFigures;
use Closure;

/** What needs a person today, what support took, who costs most, and the figures of the shop. */
final class OverviewController implements Controller {

	private const OF_EACH = 5;

	/**
	 * @param Closure(): OverviewTotals $totals
	 * @param Closure(): CustomerShape  $shape
	 */
	public function __construct(
		private readonly OverviewFigures $figures,
		private readonly Closure $totals,
		private readonly Closure $shape,
		private readonly SettingsRepository $settings,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/overview', Capability::VIEW, $this->read( ... ), answer: 'overview.overview' ),
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
				'as_of'    => Shape::time( $sums['as_of'] ),
				'currency' => $currency,
				'import'   => OverviewShape::import( $this->figures->imports() ?? [] ),
				'today'    => array_map( OverviewShape::todo( ... ), $this->figures->today( self::OF_EACH ) ),
				'support'  => $shape->support( $sums['totals'], $this->figures->support_since() ),
				'dearest'  => $rows->rows( $this->figures->dearest( $sees ? 'support_cost' : 'minutes', 3 ) ),
				'figures'  => $shape->figures( $sums['totals'], $sees ? $sums['paid'] : [] ),
			]
		);
	}
}
