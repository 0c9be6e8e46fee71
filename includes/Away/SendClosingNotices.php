<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Mail\Mailer;
use Amicable\Storage\Closings;
use Amicable\Storage\Database;

/** Tells customers 14 and 3 days before, and on the day itself, that the data of their services go. Each notice is claimed before anything leaves, and never again. */
final class SendClosingNotices implements Daily {

	public const NAME = 'send_closing_notices';

	/** @param Mailer $mailer What it objects to is not even begun: on a copy of the shop no notice is claimed. */
	public function __construct(
		private readonly Closings $closings,
		private readonly ClosingLetter $letter,
		private readonly Mailer $mailer,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	public function run( array $args ): ?int {
		if ( $this->mailer->objection() !== null ) {
			return null;
		}
		$now = $this->clock->now();
		foreach ( $this->closings->closing( $now->modify( '-1 day' ), $now->modify( '+' . ( NoticePlan::EARLIEST + 1 ) . ' days' ) ) as $closing ) {
			$zone   = wp_timezone();
			$opened = Database::moment( $closing['opened_at'] )->setTimezone( $zone );
			$closes = Database::moment( $closing['closes_at'] )->setTimezone( $zone );
			foreach ( NoticePlan::due( $opened, $closes, $now->setTimezone( $zone ) ) as $notice ) {
				$this->tell( $closing['case_id'], $closing['closes_at'], $notice['days'], $notice['late'] );
			}
		}

		return null;
	}

	private function tell( int $case_id, string $closes_at, int $days, bool $late ): void {
		if ( $late ) {
			$this->closings->claim( $case_id, $closes_at, $days, Closings::MISSED );
			return;
		}
		$words = $this->letter->words( $case_id, Database::moment( $closes_at ), $days );
		if ( $words === null ) {
			$this->closings->claim( $case_id, $closes_at, $days, Closings::HELD );
			return;
		}
		$notice = $this->closings->claim( $case_id, $closes_at, $days, Closings::BEGUN );
		if ( $notice !== null ) {
			$this->letter->send( $notice, $case_id, $words );
		}
	}
}
