<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Said;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;

/**
 * Somebody calls in a lawyer, a court or the police, or a body that watches over trade or privacy. Any one shows at once and does not fade: it changes who answers,
 * and says nothing against the customer. Who uses a right (to see or erase data, to withdraw) is not here: that is a task.
 */
final class LegalStep implements Pattern {

	private const DAYS = 366;

	public function slug(): Slug {
		return Slug::LegalStep;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		$remarks = $customer->remarks( self::DAYS, Label::LegalThreat );

		return $remarks === [] ? new Silence() : new Finding(
			Slug::LegalStep,
			Level::Flag,
			$remarks[0]->at,
			[
				'litigation' => self::count( $remarks, LegalKind::Litigation ),
				'authority'  => self::count( $remarks, LegalKind::Authority ),
			],
			[],
			array_values( array_filter( array_map( self::evidence( ... ), $remarks ) ) ),
		);
	}

	/** @param list<Remark> $remarks */
	private static function count( array $remarks, LegalKind $kind ): int {
		return count( array_filter( $remarks, static fn ( Remark $remark ): bool => array_filter( $remark->of( Label::LegalThreat ), static fn ( Said $said ): bool => $said->kind === $kind ) !== [] ) );
	}

	private static function evidence( Remark $remark ): ?Evidence {
		$said = $remark->gravest( Label::LegalThreat );

		return $said === null ? null : $remark->evidence( $said );
	}
}
