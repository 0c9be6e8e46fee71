<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Ledger\Generosity;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Accounts;
use Amicable\Storage\CustomerRows;

/** Customers as `customers.row`: what lists, the card, the order panel and the overview show. */
final class CustomerShape {

	public function __construct(
		private readonly CustomerRows $customers,
		private readonly Accounts $accounts,
		private readonly SettingsRepository $settings,
	) {
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, mixed>> In the same order.
	 */
	public function rows( array $ids ): array {
		$lines = $this->sees_money() ? $this->customers->lines( $ids ) : [];
		$flags = $this->customers->flags( $ids );

		return array_map(
			fn ( array $row ): array => $this->row( $row, $lines[ (int) $row['id'] ] ?? [], $flags[ (int) $row['id'] ] ?? [] ),
			$this->accounts->told( $this->customers->of( $ids ) )
		);
	}

	/** Whether the person who asks may see amounts, rates and ratios. */
	public function sees_money(): bool {
		return current_user_can( Capability::MONEY );
	}

	/**
	 * @param array<string, string|null>       $row
	 * @param list<array<string, string|null>> $lines
	 * @param list<array<string, string|null>> $flags
	 * @return array<string, mixed>
	 */
	public function row( array $row, array $lines, array $flags ): array {
		$head = [
			'id'                   => (int) $row['id'],
			'name'                 => (string) $row['name'],
			'email'                => (string) $row['email'],
			'stores'               => array_values( array_filter( explode( ',', (string) $row['stores'] ), static fn ( string $store ): bool => $store !== '' ) ),
			'orders'               => (int) $row['orders'],
			'orders_not_converted' => (int) $row['orders_not_converted'],
		];

		return $head + ( $this->sees_money() ? [ 'money' => $this->money( $row, $lines ) ] : [] ) + $this->work( $row ) + [
			'flags'          => array_map( self::flag( ... ), $flags ),
			'tier'           => $row['tier'],
			'case'           => $row['case_id'] === null ? null : [
				'id'    => (int) $row['case_id'],
				'stage' => (string) $row['stage'],
			],
			'blocked'        => $row['blocked_at'] !== null,
			'last_order_at'  => Shape::time( $row['last_order_at'] ),
			'last_ticket_at' => Shape::time( $row['last_ticket_at'] ),
		];
	}

	/**
	 * @param array<string, string|null>       $row
	 * @param list<array<string, string|null>> $lines
	 * @return array<string, mixed>
	 */
	private function money( array $row, array $lines ): array {
		$currency = $this->settings->current()->base_currency;
		$base     = array_map(
			static fn ( ?string $minor ): ?array => Shape::money( $minor, $currency ),
			array_intersect_key( $row, array_flip( [ 'paid_base', 'gross_base', 'value', 'support_cost', 'margin' ] ) )
		);

		return [ 'paid' => array_map( self::paid( ... ), $lines ) ] + $base + [
			'may_give'            => Shape::money( Generosity::limit( $row['margin'] === null ? null : (int) $row['margin'] ), $currency ),
			'ratio'               => $row['ratio'] === null ? null : (int) $row['ratio'],
			'approximate'         => (bool) $row['approximate'],
			'at_least'            => (bool) $row['at_least'],
			'support_known_since' => Shape::time( $row['support_known_since'] ),
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, int|null>
	 */
	private function work( array $row ): array {
		return [
			'tickets'                 => (int) $row['tickets'],
			'tickets_peak_14d'        => $row['tickets_peak_14d'] === null ? null : (int) $row['tickets_peak_14d'],
			'minutes'                 => (int) $row['minutes'],
			'minutes_estimated_share' => Shape::share( (int) $row['seconds_estimated'], (int) $row['seconds'] ),
			'docs_answered_share'     => Shape::share( (int) $row['docs_answered'], (int) $row['docs_known'] ),
		];
	}

	/**
	 * @param array<string, string|null> $line
	 * @return array{minor: int, currency: string}|null
	 */
	private static function paid( array $line ): ?array {
		return Shape::money( (int) $line['gross'] - (int) $line['refunded'] - (int) $line['tax'], (string) $line['currency'] );
	}

	/**
	 * @param array<string, string|null> $flag
	 * @return array<string, string|null>
	 */
	private static function flag( array $flag ): array {
		return [
			'pattern' => $flag['pattern'],
			'level'   => $flag['level'],
			'state'   => $flag['state'],
			'since'   => Shape::time( $flag['since'] ),
		];
	}
}
