<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

use DateTimeImmutable;
use DateTimeZone;

/**
 * What a customer's tickets come to.
 *
 * @phpstan-import-type TicketFact from Facts
 */
final class Questions {

	public function __construct(
		private readonly Facts $facts,
		private readonly string $as_of,
	) {
	}

	/** @return array<string, int|string|null> */
	public function counts(): array {
		$peak = $this->peak();
		$new  = $this->after_first( true );

		return [
			'tickets'          => count( $new ),
			'tickets_before'   => count( $this->after_first( false ) ),
			'tickets_peak_14d' => $peak['asked'],
			'peak_ended_at'    => $peak['ended_at'],
			'last_ticket_at'   => $this->extreme( 'max' ),
			'docs_known'       => count( array_filter( $new, static fn ( array $ticket ): bool => $ticket['docs_answered'] !== null ) ),
			'docs_answered'    => count( array_filter( $new, static fn ( array $ticket ): bool => $ticket['docs_answered'] === 1 ) ),
		];
	}

	/** New tickets that are no fault of ours, from the first purchase on. */
	public function charged(): int {
		return count( $this->asked() );
	}

	public function first_at(): ?string {
		return $this->extreme( 'min' );
	}

	/** @return array{asked: int|null, ended_at: string|null} */
	private function peak(): array {
		$asked = array_column( $this->asked(), 'created_at' );
		$peak  = [
			'asked'    => count( $asked ) >= Inputs::TICKETS_FOR_A_PEAK ? 0 : null,
			'ended_at' => null,
		];
		foreach ( $asked as $ended_at ) {
			if ( $peak['asked'] === null || $ended_at > $this->as_of || $ended_at < self::days_before( $this->as_of, Inputs::PEAK_MEMORY_DAYS ) ) {
				continue;
			}
			$from  = self::days_before( $ended_at, Inputs::PEAK_DAYS );
			$count = count( array_filter( $asked, static fn ( string $at ): bool => $at > $from && $at <= $ended_at ) );
			if ( $count > $peak['asked'] || ( $count === $peak['asked'] && $ended_at > $peak['ended_at'] ) ) {
				$peak = [
					'asked'    => $count,
					'ended_at' => $ended_at,
				];
			}
		}

		return $peak;
	}

	/** @return list<TicketFact> */
	private function asked(): array {
		return array_values( array_filter( $this->after_first( true ), static fn ( array $ticket ): bool => $ticket['cause'] !== 'ours' ) );
	}

	/** @return list<TicketFact> New ones from the first purchase on, or before it. Without a purchase nothing is before it. */
	private function after_first( bool $after ): array {
		$first = $this->facts->first_order_at();

		return array_values( array_filter( $this->real(), static fn ( array $ticket ): bool => $ticket['is_new'] === 1 && ( $first === null || $ticket['created_at'] >= $first ) === $after ) );
	}

	/** @param 'min'|'max' $which */
	private function extreme( string $which ): ?string {
		$times = array_column( $this->real(), 'created_at' );

		return $times === [] ? null : ( $which === 'min' ? min( $times ) : max( $times ) );
	}

	/** @return list<TicketFact> */
	private function real(): array {
		return array_values( array_filter( $this->facts->tickets, static fn ( array $ticket ): bool => ! in_array( $ticket['status'], [ 'spam', 'deleted' ], true ) ) );
	}

	public static function days_before( string $time, int $days ): string {
		return ( new DateTimeImmutable( $time, new DateTimeZone( 'UTC' ) ) )->modify( "-$days days" )->format( 'Y-m-d H:i:s' );
	}
}
