<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\HelpDesks\Standings;
use Amicable\HelpDesks\WorkingTime;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Conversations;
use DateTimeZone;

/** Recounts how each ticket of a customer counts: new or not, before the purchase, answered in the docs. Comes before the account, which sums it. */
final class TicketStandings {

	public function __construct(
		private readonly Conversations $conversations,
		private readonly SettingsRepository $settings,
		private readonly DateTimeZone $zone,
	) {
	}

	/** @return int How many tickets count differently now. */
	public function recount( int ...$customer_ids ): int {
		$customer_ids = array_values( array_unique( $customer_ids ) );
		$rows         = $customer_ids === [] ? [] : $this->conversations->rows( $customer_ids );
		if ( $rows === [] || $customer_ids === [] ) {
			return 0;
		}
		$turns  = $this->conversations->turns( array_keys( $rows ) );
		$first  = $this->conversations->first_orders( array_keys( $rows ) );
		$rule   = new Standings( new WorkingTime( $this->zone ), $this->settings->current()->reply_target_hours );
		$result = [];
		foreach ( $rows as $customer => $tickets ) {
			$conversations = array_map( static fn ( array $row ) => Conversations::conversation( $row, $turns[ (int) $row['id'] ] ?? [] ), array_values( $tickets ) );
			$result       += $rule->of( $conversations, $first[ $customer ] ?? null );
		}

		return $this->conversations->write( $result, array_replace( ...array_values( $rows ) ) );
	}
}
