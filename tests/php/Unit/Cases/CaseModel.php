<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Cases;

use DateTimeImmutable;

/** The table of stages written down a second time, as plainly as it can be, to hold the machine against. Knows none of its classes. */
final class CaseModel {

	private const WAYS = [
		'open'          => [ 'second_chance', 'warned', 'dismissed', 'recovered', 'lapsed', 'counsel', 'offboarding' ],
		'second_chance' => [ 'warned', 'recovered', 'dismissed', 'lapsed', 'counsel', 'offboarding' ],
		'warned'        => [ 'explained', 'agreed', 'recovered', 'lapsed', 'dismissed', 'counsel', 'offboarding' ],
		'explained'     => [ 'offboarding', 'recovered', 'dismissed', 'counsel' ],
		'counsel'       => [ 'offboarding', 'dismissed' ],
		'closed'        => [ 'open' ],
		'lapsed'        => [ 'open' ],
		'agreed'        => [ 'open' ],
		'recovered'     => [ 'open' ],
		'dismissed'     => [],
	];

	public string $stage = 'open';

	public bool $override = false;

	private ?string $before = null;

	private ?DateTimeImmutable $warned_at = null;

	/** Puts it somewhere on the way, as if it had come there by itself. */
	public function stand( string $stage, DateTimeImmutable $warned_at ): void {
		$this->stage     = $stage;
		$this->warned_at = $warned_at;
	}

	/**
	 * @param array{approve: bool, reason: bool, counsel: bool} $move
	 * @param array{now: DateTimeImmutable, waits: bool, incident: DateTimeImmutable|null, refunded: bool, run_open: bool, receipt: bool, cool: bool, unread: bool} $around
	 * @return bool Whether it went.
	 */
	public function go( string $to, array $move, array $around ): bool {
		if ( ! $this->may( $to, $move, $around ) ) {
			return false;
		}
		$skips = $to === 'offboarding' && in_array( $this->stage, [ 'open', 'second_chance', 'warned' ], true );
		if ( $skips ) {
			$this->override = true;
		}
		$back = $this->stage === 'offboarding' && $to === $this->before;
		if ( ! $back && $to === 'warned' ) {
			$this->warned_at = $around['now'];
		}
		if ( ! $back && $to === 'open' ) {
			$this->warned_at = null;
		}
		if ( $to === 'offboarding' ) {
			$this->before = $this->stage;
		}
		$this->stage = $to;

		return true;
	}

	/**
	 * @param array{approve: bool, reason: bool, counsel: bool} $move
	 * @param array{now: DateTimeImmutable, waits: bool, incident: DateTimeImmutable|null, refunded: bool, run_open: bool, receipt: bool, cool: bool, unread: bool} $around
	 */
	private function may( string $to, array $move, array $around ): bool {
		if ( $this->stage === 'offboarding' ) {
			return ! $around['run_open'] && ( $to === 'closed' ? $around['receipt'] : $to === $this->before );
		}
		if ( ! in_array( $to, self::WAYS[ $this->stage ], true ) ) {
			return false;
		}
		$from = $this->stage;

		return match ( true ) {
			$to === 'warned'                                => ! $around['waits'] && ! $around['cool'] && ! $around['unread'],
			$to === 'explained'                             => ! $around['cool'] && ! $around['unread'] && $this->warned_at !== null && $around['now']->getTimestamp() - $this->warned_at->getTimestamp() <= 180 * 86400 && $around['incident'] !== null && $around['incident'] > $this->warned_at,
			$to === 'agreed'                                => $around['refunded'],
			$to === 'counsel'                               => $move['reason'],
			$to === 'offboarding' && $from === 'explained'  => $move['approve'],
			$to === 'offboarding' && $from === 'counsel'    => $move['approve'] && $move['counsel'],
			$to === 'offboarding'                           => $move['approve'] && $move['reason'],
			$to === 'dismissed' && $from === 'counsel'      => $move['reason'],
			$to === 'open'                                  => $move['reason'],
			default                                         => true,
		};
	}
}
