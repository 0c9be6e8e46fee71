<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Cases\Stage;
use Amicable\Ledger\Inputs;
use Amicable\Ledger\Tier;
use Amicable\Patterns\Level;
use Amicable\Patterns\Slug;
use Amicable\Storage\Sums\Scope;
use Amicable\Stores\OrderRef;

/**
 * Everything a list is filtered by, in one number that stands in every sort's index: flags and levels, stores, stage, tier. So a filtered list reads the index in its
 * order and nothing else.
 */
final class Marks {

	private const STORES = 20;
	private const STAGE  = 24;
	private const TIER   = 28;

	public function __construct( private readonly Database $database ) {
	}

	/** Sets tier and marks of accounts from their own columns, the flags that hold, and who has high value. */
	public function set( Scope $scope, Inputs $inputs ): void {
		$tier  = Tiers::expression( $this->database, $inputs );
		$marks = implode( ' + ', [ $this->held(), $this->stores(), $this->codes( 'stage', self::stages(), self::STAGE ), $this->codes( $tier, self::tiers(), self::TIER ) ] );
		$this->database->write( "UPDATE {$this->database->table( 'accounts' )} SET tier = $tier, marks = $marks WHERE {$scope->of( 'customer_id' )}" );
	}

	/** Every condition that a query's filters make on the number; a value nobody has matches nobody. */
	public static function condition( CustomerQuery $query, string $marks ): string {
		$flags = self::flags( $query );
		$all   = [
			$flags === null ? null : "($marks & $flags) <> 0",
			$query->store === null ? null : "($marks & " . self::bit( $query->store, OrderRef::STORES, self::STORES ) . ') <> 0',
			$query->stage === null ? null : "($marks & " . ( 15 << self::STAGE ) . ') = ' . self::code( $query->stage, self::stages(), self::STAGE ),
			$query->tier === null ? null : "($marks & " . ( 3 << self::TIER ) . ') = ' . self::code( $query->tier, self::tiers(), self::TIER ),
		];

		return implode( ' AND ', [ '1 = 1', ...array_filter( $all ) ] );
	}

	private static function flags( CustomerQuery $query ): ?int {
		if ( $query->flag === null && $query->level === null ) {
			return null;
		}
		$bits = 0;
		foreach ( Slug::cases() as $slug ) {
			foreach ( Level::cases() as $level ) {
				$wanted = in_array( $query->flag, [ null, $slug->value ], true ) && in_array( $query->level, [ null, $level->value ], true );
				$bits  |= $wanted ? $slug->bit( $level ) : 0;
			}
		}

		return $bits;
	}

	/** One bit a flag that is open or confirmed. */
	private function held(): string {
		$bits = '';
		foreach ( Slug::cases() as $slug ) {
			foreach ( Level::cases() as $level ) {
				$bits .= " WHEN '$slug->value $level->value' THEN {$slug->bit( $level )}";
			}
		}
		$accounts = $this->database->table( 'accounts' );

		return "COALESCE((SELECT SUM(CASE CONCAT(f.pattern, ' ', f.level)$bits ELSE 0 END) FROM {$this->database->table( 'flags' )} f WHERE f.customer_id = $accounts.customer_id AND f.state IN ('open', 'confirmed')), 0)";
	}

	private function stores(): string {
		return implode( ' + ', array_map( static fn ( string $store ): string => "CASE WHEN CONCAT(',', stores) LIKE '%,$store,%' THEN " . self::bit( $store, OrderRef::STORES, self::STORES ) . ' ELSE 0 END', OrderRef::STORES ) );
	}

	/** @param list<string> $values */
	private function codes( string $column, array $values, int $place ): string {
		$whens = array_map( static fn ( string $value ): string => "WHEN '$value' THEN " . self::code( $value, $values, $place ), $values );

		return "CASE ($column) " . implode( ' ', $whens ) . ' ELSE 0 END';
	}

	/** @param list<string> $values */
	private static function bit( string $value, array $values, int $place ): int {
		$index = array_search( $value, $values, true );

		return $index === false ? 0 : 1 << ( $place + $index );
	}

	/** @param list<string> $values */
	private static function code( string $value, array $values, int $place ): int {
		$index = array_search( $value, $values, true );

		return $index === false ? -1 : ( $index + 1 ) << $place;
	}

	/** @return list<string> Their order is what is stored. */
	private static function tiers(): array {
		return array_map( static fn ( Tier $tier ): string => $tier->value, Tier::cases() );
	}

	/** @return list<string> */
	private static function stages(): array {
		return array_map( static fn ( Stage $stage ): string => $stage->value, Stage::cases() );
	}
}
