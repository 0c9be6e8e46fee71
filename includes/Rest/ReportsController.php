<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Cases\Report\ConcessionMonth;
use Amicable\Cases\Report\Months;
use Amicable\Clock;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Reports\CameBack;
use Amicable\Storage\Reports\MonthSums;
use Amicable\Storage\Reports\Unanswered;

/** What was given and when, who still waits for a word of ours, and who came back. */
final class ReportsController implements Controller {

	private const MONTHS = 12;

	/** So many are listed; how many there are is said beside it. */
	private const ROWS = 25;

	public function __construct(
		private readonly MonthSums $sums,
		private readonly Unanswered $unanswered,
		private readonly CameBack $came_back,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	public function routes(): array {
		return [ new Route( 'GET', '/reports', Capability::CASES, fn (): Reply => $this->read(), answer: 'reports.report' ) ];
	}

	private function read(): Reply {
		$now    = $this->clock->now();
		$hours  = $this->settings->current()->reply_target_hours;
		$months = Months::until( $now->setTimezone( wp_timezone() ), self::MONTHS );
		$shape  = new ReportShape( current_user_can( Capability::MONEY ) );
		$late   = $now->modify( "-$hours hours" );
		$back   = $this->came_back->page( self::ROWS );

		return new Reply(
			[
				'as_of'              => Shape::time( $now ),
				'reply_target_hours' => $hours,
				'threat_days'        => ConcessionMonth::DAYS,
				'concessions'        => array_map( $shape->concessions( ... ), ConcessionMonth::all( $months->names(), $this->sums->concessions( $months ) ) ),
				'answers'            => $shape->answers( $months->names(), $this->sums->answers( $months, $hours, $now ) ),
				'waiting'            => [
					'count' => $this->unanswered->count( $late ),
					'rows'  => array_map( $shape->ticket( ... ), $this->unanswered->page( $late, self::ROWS ) ),
				],
				'posts'              => [
					'count' => $this->unanswered->count_public( $months->begin() ),
					'rows'  => array_map( $shape->post( ... ), $this->unanswered->page_public( $months->begin(), self::ROWS ) ),
				],
				'recovered'          => $this->came_back->numbers() + $shape->paid( $this->came_back->paid( ... ) ) + [ 'rows' => $shape->back( $back, $this->came_back->paid_by( ... ) ) ],
			]
		);
	}
}
