<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\Report\ConcessionMonth;
use Amicable\Values\MoneyBag;
use Closure;

/** Reports in the words of REST; amounts only for those who may see money. */
final class ReportShape {

	public function __construct( private readonly bool $sees_money ) {
	}

	/** @return array<string, mixed> */
	public function concessions( ConcessionMonth $month ): array {
		$money = [
			'cost'         => $month->cost->to_array(),
			'after_threat' => $month->cost_after_threat->to_array(),
		];

		return [
			'month'        => $month->month,
			'given'        => $month->given,
			'used'         => $month->used,
			'after_threat' => $month->after_threat,
			'unjudged'     => $month->unjudged,
		] + ( $this->sees_money ? [ 'money' => $money ] : [] );
	}

	/**
	 * @param list<string>                              $names
	 * @param array<string, array<string, string|null>> $sums By month.
	 * @return list<array<string, mixed>>
	 */
	public function answers( array $names, array $sums ): array {
		return array_map(
			static fn ( string $month ): array => [ 'month' => $month ] + array_map( static fn ( string $name ): int => (int) ( $sums[ $month ][ $name ] ?? 0 ), [
				'asked'      => 'asked',
				'in_time'    => 'in_time',
				'late'       => 'late',
				'unanswered' => 'unanswered',
			] ),
			$names
		);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	public function ticket( array $row ): array {
		return [
			'id'         => (int) $row['id'],
			'subject'    => (string) $row['subject'],
			'high_value' => $row['high_value'] === '1',
			'angry'      => $row['angry'] === '1',
		] + self::someone( $row );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	public function post( array $row ): array {
		return [
			'id'    => (int) $row['id'],
			'stars' => $row['stars'] === null ? null : (int) $row['stars'],
		] + self::someone( $row );
	}

	/**
	 * @param Closure(): MoneyBag $paid
	 * @return array<string, mixed>
	 */
	public function paid( Closure $paid ): array {
		return $this->sees_money ? [ 'money' => $paid()->to_array() ] : [];
	}

	/**
	 * @param list<array<string, string|null>>             $rows
	 * @param Closure(list<int>): array<int, MoneyBag> $paid
	 * @return list<array<string, mixed>>
	 */
	public function back( array $rows, Closure $paid ): array {
		$money = $this->sees_money ? $paid( array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows ) ) : null;

		return array_map(
			static fn ( array $row ): array => [
				'customer_id'  => (int) $row['customer_id'],
				'name'         => self::name( $row ),
				'case_id'      => (int) $row['case_id'],
				'recovered_at' => Shape::time( $row['closed_at'] ),
				'orders'       => (int) $row['orders'],
				'bought_at'    => Shape::time( $row['bought_at'] ),
				'praised_at'   => Shape::time( $row['praised_at'] ),
			] + ( $money === null ? [] : [ 'money' => ( $money[ (int) $row['customer_id'] ] ?? MoneyBag::of() )->to_array() ] ),
			$rows
		);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function someone( array $row ): array {
		return [
			'customer_id' => (int) $row['customer_id'],
			'name'        => self::name( $row ),
			'url'         => (string) $row['url'] === '' ? null : $row['url'],
			'since'       => Shape::time( $row['since'] ),
		];
	}

	/** @param array<string, string|null> $row */
	private static function name( array $row ): string {
		return (string) $row['name'] !== '' ? (string) $row['name'] : (string) $row['email'];
	}
}
