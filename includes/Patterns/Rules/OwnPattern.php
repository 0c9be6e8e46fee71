<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Own\OwnCondition;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;

/** A rule that the owner made of fields. It holds only where something stands behind it that a person can look at. */
final class OwnPattern implements Pattern {

	public function __construct( private readonly OwnRule $rule ) {
	}

	public function slug(): Slug {
		return $this->rule->slug();
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		if ( $this->rule->silent ) {
			return new Silence( 'silenced' );
		}
		$held = array_values( array_filter( $this->rule->conditions, static fn ( OwnCondition $one ): bool => $one->holds( $customer ) ) );
		if ( $held === [] || ( $this->rule->needs_all && count( $held ) < count( $this->rule->conditions ) ) ) {
			return new Silence();
		}
		$evidence = self::evidence( $held, $customer );

		return $evidence === [] ? new Silence() : new Finding(
			$this->slug(),
			$this->rule->level,
			max( array_map( static fn ( Evidence $one ): int => $one->at, $evidence ) ),
			self::figures( $held, static fn ( OwnCondition $one ): ?int => $one->field->value( $customer, $one->days ) ),
			array_filter( self::figures( $held, static fn ( OwnCondition $one ): int => $one->number ), is_int( ... ) ),
			$evidence,
		);
	}

	/**
	 * Words before the ticket as a whole, each message once.
	 *
	 * @param list<OwnCondition> $held
	 * @return list<Evidence>
	 */
	private static function evidence( array $held, CustomerView $customer ): array {
		$evidence = [];
		foreach ( $held as $condition ) {
			foreach ( $condition->field->evidence( $customer, $condition->days ) as $one ) {
				$known = $evidence[ $one->key() ] ?? null;
				if ( $known === null || ! $known->is_exact() ) {
					$evidence[ $one->key() ] = $one;
				}
			}
		}

		return array_values( $evidence );
	}

	/**
	 * @param list<OwnCondition>          $held
	 * @param callable(OwnCondition): ?int $figure
	 * @return array<string, int|null>
	 */
	private static function figures( array $held, callable $figure ): array {
		$figures = [];
		foreach ( $held as $condition ) {
			$figures[ $condition->key() ] = $figure( $condition );
		}

		return $figures;
	}
}
