<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\HelpDesks\Standings;
use Amicable\HelpDesks\WorkingTime;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Conversations;
use Amicable\Storage\Sums\Scope;
use DateTimeZone;

/** Recounts how each ticket of a customer counts: new or not, answered in the docs or not. Comes before the account, which sums it. */
final class TicketStandings {

	public function __construct(
		private readonly Conversations $conversations,
		private readonly SettingsRepository $settings,
		private readonly DateTimeZone $zone,
	) {
	}

	public function recount( int ...$customer_ids ): void {
		if ( $customer_ids !== [] ) {
			$this->recount_those( Scope::some( array_values( $customer_ids ) ) );
		}
	}

	/** @return list<int> Customers of whom a ticket counts differently now. */
	public function recount_range( int $first, int $last ): array {
		return $this->recount_those( Scope::range( $first, $last ) );
	}

	/** @return list<int> */
	private function recount_those( Scope $scope ): array {
		$rows = $this->conversations->rows( $scope );
		if ( $rows === [] ) {
			return [];
		}
		$turns    = $this->conversations->turns( $scope );
		$settings = $this->settings->current();
		$rule     = new Standings( new WorkingTime( $this->zone ), $settings->reply_target_hours, ShopDocs::languages( $settings ) );
		$result   = [];
		foreach ( $rows as $tickets ) {
			$conversations = array_map( static fn ( array $row ) => Conversations::conversation( $row, $turns[ (int) $row['id'] ] ?? [] ), array_values( $tickets ) );
			$result       += $rule->of( $conversations );
		}

		return $this->conversations->write( $result, array_replace( ...array_values( $rows ) ) );
	}
}
