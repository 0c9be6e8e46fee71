<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Own;

use Amicable\Patterns\Level;
use Amicable\Patterns\Slug;

/** A rule that the owner made: kept as data, evaluated by code that is the same for all. It may suggest a talk; it locks nothing. */
final class OwnRule {

	/** As many as there are slugs. */
	public const MOST = 8;

	/** @param non-empty-list<OwnCondition> $conditions */
	private function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly Level $level,
		public readonly bool $needs_all,
		public readonly bool $silent,
		public readonly array $conditions,
	) {
	}

	public function slug(): Slug {
		return Slug::own( $this->id );
	}

	/** Whether nothing but a wish for something free, or what only describes somebody, could make it hold: that alone marks nobody. */
	public function rests_on_no_sign(): bool {
		$signs = count( array_filter( $this->conditions, static fn ( OwnCondition $one ): bool => $one->field->is_a_sign() ) );

		return $this->needs_all ? $signs === 0 : $signs < count( $this->conditions );
	}

	/** @param array<array-key, mixed> $kept Null: it makes no sense, and is as if nobody had made it. */
	public static function read( array $kept ): ?self {
		$id         = $kept['id'] ?? null;
		$name       = $kept['name'] ?? null;
		$level      = Level::tryFrom( is_string( $kept['level'] ?? null ) ? $kept['level'] : '' );
		$told       = is_array( $kept['conditions'] ?? null ) ? array_values( array_filter( $kept['conditions'], 'is_array' ) ) : [];
		$conditions = array_values( array_filter( array_map( OwnCondition::read( ... ), $told ) ) );
		if ( ! is_int( $id ) || $id < 1 || $id > self::MOST || ! is_string( $name ) || trim( $name ) === '' || $level === null || $conditions === [] || count( $conditions ) < count( $told ) ) {
			return null;
		}

		return new self( $id, trim( $name ), $level, ( $kept['match'] ?? 'all' ) !== 'any', ( $kept['silent'] ?? false ) === true, $conditions );
	}

	/**
	 * @param array<array-key, mixed> $kept
	 * @return list<self> One an id, in their order.
	 */
	public static function read_all( array $kept ): array {
		$rules = [];
		foreach ( $kept as $one ) {
			$rule = is_array( $one ) ? self::read( $one ) : null;
			if ( $rule !== null ) {
				$rules[ $rule->id ] ??= $rule;
			}
		}
		ksort( $rules );

		return array_values( $rules );
	}

	/** Amounts are another shop's money, so such a rule stays at home. */
	public function names_money(): bool {
		return array_filter( $this->conditions, static fn ( OwnCondition $one ): bool => $one->field === OwnField::Paid ) !== [];
	}

	/**
	 * What another shop made joins what is here: a rule of the same name is replaced, any other takes a free number, and what finds none stays out.
	 *
	 * @param list<self>              $here
	 * @param array<array-key, mixed> $told
	 * @return list<self>
	 */
	public static function merged( array $here, array $told ): array {
		$rules = [];
		foreach ( $here as $rule ) {
			$rules[ $rule->id ] = $rule;
		}
		foreach ( self::read_all( $told ) as $rule ) {
			$same = array_keys( array_filter( $rules, static fn ( self $one ): bool => $one->name === $rule->name ) );
			$free = $same !== [] ? $same : array_values( array_diff( range( 1, self::MOST ), array_keys( $rules ) ) );
			if ( $free !== [] ) {
				$rules[ $free[0] ] = new self( $free[0], $rule->name, $rule->level, $rule->needs_all, $rule->silent, $rule->conditions );
			}
		}
		ksort( $rules );

		return array_values( $rules );
	}

	/** What it asks, whatever it is called: another question makes what people said to the old one void. */
	public function question(): string {
		return (string) json_encode( [ $this->needs_all, array_map( static fn ( OwnCondition $one ): array => $one->to_array(), $this->conditions ) ] );
	}

	/** @return array{id: int, name: string, level: string, match: 'all'|'any', silent: bool, conditions: list<array{field: string, is: 'least'|'most', number: int, days: int|null}>} */
	public function to_array(): array {
		return [
			'id'         => $this->id,
			'name'       => $this->name,
			'level'      => $this->level->value,
			'match'      => $this->needs_all ? 'all' : 'any',
			'silent'     => $this->silent,
			'conditions' => array_map( static fn ( OwnCondition $one ): array => $one->to_array(), $this->conditions ),
		];
	}
}
