<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\Slug;

/** Somebody of ours agreed to more time than others get. Why is nobody's business, and kept nowhere. */
final class ExtraTime implements MitigatorRule {

	private const ABOUT_TIME = [ Slug::DocsQuestions, Slug::CostOverPaid, Slug::EarlySigns, Slug::Expectations ];

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		return $customer->has_extra_time && ( in_array( $finding->pattern, self::ABOUT_TIME, true ) || $finding->pattern->is_own() ) ? new Mitigator( 'extra_time' ) : null;
	}
}
