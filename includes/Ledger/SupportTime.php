<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

use Amicable\Values\Money;

/**
 * What supporting a customer took.
 *
 * @phpstan-import-type TimeFact from Facts
 * @phpstan-import-type MessageFact from Facts
 */
final class SupportTime {

	public function __construct(
		private readonly Facts $facts,
		private readonly Inputs $inputs,
	) {
	}

	/** @return array{seconds: int, seconds_estimated: int, seconds_ours: int, seconds_before: int, cost: int|null, guessed: bool} Cost is null where an hour has no price. */
	public function totals(): array {
		$sum   = [
			'seconds'           => 0,
			'seconds_estimated' => 0,
			'seconds_ours'      => 0,
			'seconds_before'    => 0,
			'cost'              => 0,
			'guessed'           => false,
		];
		$first = $this->facts->first_order_at();
		foreach ( $this->facts->tickets as $ticket ) {
			if ( in_array( $ticket['status'], [ 'spam', 'deleted' ], true ) ) {
				continue;
			}
			foreach ( $this->entries( $ticket['id'] ) as $entry ) {
				if ( $first !== null && $entry['at'] < $first ) {
					$sum['seconds_before'] += $entry['seconds'];
				} elseif ( $ticket['cause'] === 'ours' ) {
					$sum['seconds_ours'] += $entry['seconds'];
				} else {
					$sum = $this->counted( $sum, $entry );
				}
			}
		}

		return $sum;
	}

	/**
	 * @param array{seconds: int, seconds_estimated: int, seconds_ours: int, seconds_before: int, cost: int|null, guessed: bool} $sum
	 * @param TimeFact                                                                                                        $entry
	 * @return array{seconds: int, seconds_estimated: int, seconds_ours: int, seconds_before: int, cost: int|null, guessed: bool}
	 */
	private function counted( array $sum, array $entry ): array {
		$sum['seconds']           += $entry['seconds'];
		$sum['seconds_estimated'] += $entry['measured'] === 1 ? 0 : $entry['seconds'];
		if ( $entry['seconds'] === 0 ) {
			return $sum;
		}
		$own            = $this->facts->hourly_cost( $entry['agent_id'], $this->inputs->base_currency, $entry['at'] );
		$hourly         = $own ?? $this->inputs->hourly_cost;
		$sum['guessed'] = $sum['guessed'] || ( $own === null && $this->inputs->guessed );
		$sum['cost']    = $sum['cost'] === null || $hourly === null ? null : $sum['cost'] + ( new Money( $hourly, $this->inputs->base_currency ) )->times( $entry['seconds'], 3600 )->minor;

		return $sum;
	}

	/**
	 * The best source of a ticket's time, never two of them.
	 *
	 * @return list<TimeFact>
	 */
	private function entries( int $ticket_id ): array {
		$logged   = array_values( array_filter( $this->facts->entries, static fn ( array $entry ): bool => $entry['ticket_id'] === $ticket_id ) );
		$measured = array_values( array_filter( $logged, static fn ( array $entry ): bool => $entry['measured'] === 1 ) );

		return match ( true ) {
			[] !== $measured => $measured,
			$logged !== []   => $logged,
			default          => $this->guesses( $ticket_id ),
		};
	}

	/** @return list<TimeFact> */
	private function guesses( int $ticket_id ): array {
		$messages = array_filter( $this->facts->messages, static fn ( array $message ): bool => $message['ticket_id'] === $ticket_id );
		usort( $messages, static fn ( array $one, array $other ): int => [ $one['at'], $one['id'] ] <=> [ $other['at'], $other['id'] ] );
		$guesses = [];
		$letters = 0;
		$hangul  = 0;
		foreach ( $messages as $message ) {
			if ( $message['kind'] === 'customer' ) {
				$letters += $message['chars'] - $message['hangul'];
				$hangul  += $message['hangul'];
			}
			if ( $message['kind'] !== 'agent' ) {
				continue;
			}

			$guesses[] = [
				'ticket_id' => $ticket_id,
				'agent_id'  => $message['author_id'],
				'seconds'   => $this->reply( $letters, $hangul ),
				'measured'  => 0,
				'at'        => $message['at'],
			];
			$letters   = 0;
			$hangul    = 0;
		}

		return $guesses;
	}

	/** Seconds for one reply and the reading before it, half a second rounded up. */
	private function reply( int $letters, int $hangul ): int {
		$by      = $this->inputs->chars_per_minute * $this->inputs->chars_per_minute_hangul;
		$work    = 60 * ( $letters * $this->inputs->chars_per_minute_hangul + $hangul * $this->inputs->chars_per_minute );
		$seconds = $this->inputs->seconds_per_reply + intdiv( $work + intdiv( $by, 2 ), $by );

		return min( $seconds, Inputs::LONGEST_REPLY_SECONDS );
	}
}
