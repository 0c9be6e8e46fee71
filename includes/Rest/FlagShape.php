<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Patterns\Flag;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\Slug;
use stdClass;

/** A flag as a customer's page shows it. */
final class FlagShape {

	/** Patterns whose numbers tell what somebody paid. */
	private const MONEY_RULES = [ Slug::CostOverPaid, Slug::HighValue ];

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
			'measured'   => $shows && $flag->measured !== [] ? $flag->measured : new stdClass(),
			'threshold'  => $shows && $flag->threshold !== [] ? $flag->threshold : new stdClass(),
			'evidence'   => $evidence,
			'mitigators' => array_map( self::mitigator( ... ), $flag->mitigators ),
			'reason'     => $flag->reason,
			'until'      => $flag->until === null ? null : Shape::time( $flag->until->format( 'Y-m-d H:i:s' ) ),
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
