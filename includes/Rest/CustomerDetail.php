<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Customers\Keyring;
use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\PerSite;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Accounts;
use Amicable\Storage\Coverage;
use Amicable\Storage\CustomerRows;
use Amicable\Storage\Flags;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\Keys;

/** Everything on a customer's page: the row, the figures behind it, flags with their evidence, and what is still running (`customers.detail`). */
final class CustomerDetail {

	public function __construct(
		private readonly CustomerRows $customers,
		private readonly Accounts $accounts,
		private readonly CustomerShape $shape,
		private readonly Flags $flags,
		private readonly OrderFacts $orders,
		private readonly Keyring $keyring,
		private readonly AccessShape $access,
		private readonly EvidenceShape $evidence,
		private readonly Coverage $coverage,
		private readonly SettingsRepository $settings,
		private readonly LockShape $locks,
	) {
	}

	/** @return array<string, mixed> */
	public function of( int $customer_id ): array {
		$row   = $this->accounts->told( $this->customers->of( [ $customer_id ] ) )[0] ?? [];
		$lines = $this->customers->lines( [ $customer_id ] )[ $customer_id ] ?? [];

		return [ 'flags' => $this->flags( $customer_id ) ] + $this->shape->row( $row, $lines, [] ) + [
			'version'            => (int) $row['version'],
			'block'              => self::block( $row ),
			'lock'               => $this->locks->of( $customer_id ),
			'first_order_at'     => Shape::time( $row['first_order_at'] ),
			'unconverted_reason' => Words::unknown_because( $row['reason'] ),
			'time_spent'         => [
				'seconds'                 => (int) $row['seconds'],
				'seconds_estimated'       => (int) $row['seconds_estimated'],
				'seconds_ours'            => (int) $row['seconds_ours'],
				'tickets_before_purchase' => (int) $row['tickets_before'],
			],
			'rhythm'             => self::rhythm( $this->settings->current()->docs_questions, (int) $row['sites'] ),
			'reading'            => $this->coverage->of( $customer_id ),
			'left_out_since'     => Shape::time( $row['excluded_at'] ),
			'extra_time_since'   => Shape::time( $row['extra_time_at'] ),
			'do_not_answer'      => Shape::time( $row['silent_at'] ),
			'merged'             => array_map( self::merged( ... ), $this->customers->merged_into( $customer_id ) ),
		] + ( $this->shape->sees_money() ? $this->money( $row, $lines ) : [] )
			+ $this->access->of( $this->orders->refs_of( $customer_id ), fn (): Keys => $this->keyring->of( $customer_id ), $this->shape->sees_money() );
	}

	/**
	 * @param array{watch: int, flag: int, days: int, answered_percent: int, known: int} $lines
	 * @return array{days: int, watch: int, flag: int} As they hold for somebody with so many sites.
	 */
	private static function rhythm( array $lines, int $sites ): array {
		return [
			'days'  => $lines['days'],
			'watch' => PerSite::line( $lines['watch'], $sites ),
			'flag'  => PerSite::line( $lines['flag'], $sites ),
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>|null
	 */
	private static function block( array $row ): ?array {
		return $row['blocked_at'] === null ? null : [
			'since'  => Shape::time( $row['blocked_at'] ),
			'until'  => Shape::time( $row['blocked_until'] ),
			'who'    => Words::who( (int) $row['blocked_by'] ),
			'reason' => (string) $row['blocked_reason'],
		];
	}

	/** @return list<array<string, mixed>> All but the expired ones, those that were dismissed with the reason. */
	private function flags( int $customer_id ): array {
		$flags    = array_values( array_filter( $this->flags->of( $customer_id ), static fn ( Flag $flag ): bool => $flag->state !== FlagState::Expired ) );
		$evidence = $this->evidence->by_pattern( $this->customers->evidence( [ $customer_id ] )[ $customer_id ] ?? [] );

		return array_map( fn ( Flag $flag ): array => FlagShape::detail( $flag, $evidence[ $flag->pattern->value ] ?? [], $this->shape->sees_money() ), $flags );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{id: int, name: string, email: string}
	 */
	private static function merged( array $row ): array {
		return [
			'id'    => (int) $row['id'],
			'name'  => (string) $row['name'],
			'email' => (string) $row['email'],
		];
	}

	/**
	 * @param array<string, string|null>       $row
	 * @param list<array<string, string|null>> $lines
	 * @return array<string, mixed>
	 */
	private function money( array $row, array $lines ): array {
		$currency = $this->settings->current()->base_currency;
		$parts    = [
			'gross'        => 'gross_base',
			'refunded'     => 'refunded_base',
			'tax'          => 'tax_base',
			'fees'         => 'fees_base',
			'goodwill'     => 'goodwill',
			'dispute_fees' => 'dispute_fees',
		];

		return [
			'lines'     => array_map( self::line( ... ), $lines ),
			'breakdown' => array_map( static fn ( string $column ): ?array => Shape::money( $row[ $column ], $currency ), $parts ),
		];
	}

	/**
	 * @param array<string, string|null> $line
	 * @return array<string, mixed>
	 */
	private static function line( array $line ): array {
		$currency = (string) $line['currency'];
		$amounts  = array_map( static fn ( string $column ): ?array => Shape::money( $line[ $column ], $currency ), array_combine( CustomerRows::AMOUNTS, CustomerRows::AMOUNTS ) );

		return [ 'currency' => $currency ] + $amounts + [ 'orders' => (int) $line['orders'] ];
	}
}
