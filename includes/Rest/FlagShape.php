<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagStep;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\Slug;
use stdClass;

/** A flag as a customer's page shows it. */
final class FlagShape {

	/** Patterns whose numbers tell what somebody paid. */
	private const MONEY_RULES = [ Slug::CostOverPaid, Slug::HighValue ];

	private const MONEY_FIELDS = [ 'paid', 'cost_percent', 'cost_percent_ahead' ];

	/**
	 * @param list<array<string, mixed>> $evidence
	 * @return array<string, mixed>
	 */
	public static function detail( Flag $flag, array $evidence, bool $sees_money ): array {
		$shows = $sees_money || ! in_array( $flag->pattern, self::MONEY_RULES, true );

		return [
			'pattern'    => $flag->pattern->value,
			'level'      => $flag->level->value,
			'state'      => $flag->state->value,
			'since'      => Shape::time( $flag->since->format( 'Y-m-d H:i:s' ) ),
			'version'    => $flag->version,
			'measured'   => self::figures( $shows ? $flag->measured : [], $sees_money ),
			'threshold'  => self::figures( $shows ? $flag->threshold : [], $sees_money ),
			'evidence'   => $evidence,
			'mitigators' => array_map( self::mitigator( ... ), $flag->mitigators ),
			'reason'     => $flag->reason,
			'until'      => $flag->until === null ? null : Shape::time( $flag->until->format( 'Y-m-d H:i:s' ) ),
			'history'    => array_map( self::step( ... ), $flag->history->steps ),
		];
	}

	/**
	 * A rule of the owner's own may hold amounts beside other figures.
	 *
	 * @param array<string, int|null> $figures
	 * @return array<string, int|null>|stdClass
	 */
	private static function figures( array $figures, bool $sees_money ): array|stdClass {
		$shown = $sees_money ? $figures : array_diff_key( $figures, array_flip( self::MONEY_FIELDS ) );

		return $shown === [] ? new stdClass() : $shown;
	}

	/** @return array{at: string|null, level: string, state: string, reason: string|null} */
	private static function step( FlagStep $step ): array {
		return [
			'at'     => Shape::time( $step->at->format( 'Y-m-d H:i:s' ) ),
			'level'  => $step->level->value,
			'state'  => $step->state->value,
			'reason' => $step->reason,
		];
	}

	/** @return array{key: string, label: string} */
	private static function mitigator( Mitigator $mitigator ): array {
		return [
			'key'   => $mitigator->key,
			'label' => MitigatorWords::of( $mitigator ),
		];
	}
}
