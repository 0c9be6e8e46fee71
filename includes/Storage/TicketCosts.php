<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Storage\Sums\Integers;
use Amicable\Storage\Sums\Scope;
use Amicable\Storage\Sums\TimeSums;

/** What each ticket took, by the same steps that make the account: the sums of these rows are its sums. */
final class TicketCosts {

	private const STEPS = [ 'logged', 'numbered', 'replies', 'guessed', 'entries', 'entries_priced' ];

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param list<int> $ticket_ids
	 * @return array<int, array{seconds: int, measured: bool, cost: int|null}> By ticket, those with time only; cost in base currency, null without a price.
	 */
	public function of( int $customer_id, array $ticket_ids, Inputs $inputs ): array {
		return $this->of_all( Scope::one( $customer_id ), $ticket_ids, $inputs );
	}

	/**
	 * @param list<int> $ticket_ids Of these customers.
	 * @return array<int, array{seconds: int, measured: bool, cost: int|null}> As `of()`.
	 */
	public function of_all( Scope $scope, array $ticket_ids, Inputs $inputs ): array {
		if ( $ticket_ids === [] ) {
			return [];
		}
		$steps = array_intersect_key( ( new TimeSums( $this->database ) )->steps( $scope, $inputs ), array_flip( self::STEPS ) ) + [ 'priced' => $this->priced( $inputs ) ];
		$with  = implode( ', ', array_map( static fn ( string $name, string $query ): string => "$name AS ($query)", array_keys( $steps ), $steps ) );
		$marks = implode( ', ', array_fill( 0, count( $ticket_ids ), '%d' ) );
		$rows  = $this->database->rows(
			"WITH $with SELECT ticket_id, SUM(seconds) AS seconds, MAX(estimated) AS estimated, SUM(cost) AS cost, SUM(CASE WHEN cost IS NULL AND seconds <> 0 THEN 1 ELSE 0 END) AS unpriced FROM priced WHERE ticket_id IN ($marks) GROUP BY ticket_id",
			$ticket_ids
		);

		return array_combine( array_map( static fn ( array $row ): int => (int) $row['ticket_id'], $rows ), array_map( self::ticket( ... ), $rows ) );
	}

	private function priced( Inputs $inputs ): string {
		$default = $inputs->hourly_cost === null ? 'NULL' : (string) $inputs->hourly_cost;

		return 'SELECT ticket_id, seconds, estimated, ' . Integers::round_signed( "seconds * COALESCE(own, $default)", 3600 ) . ' AS cost FROM entries_priced';
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{seconds: int, measured: bool, cost: int|null}
	 */
	private static function ticket( array $row ): array {
		return [
			'seconds'  => (int) $row['seconds'],
			'measured' => $row['estimated'] === '0',
			'cost'     => $row['unpriced'] === '0' ? (int) $row['cost'] : null,
		];
	}
}
