<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Patterns\Own\OwnRule;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Rules\CostOverPaid;
use Amicable\Patterns\Rules\DocsQuestions;
use Amicable\Patterns\Rules\EarlySigns;
use Amicable\Patterns\Rules\Expectations;
use Amicable\Patterns\Rules\HostileMessages;
use Amicable\Patterns\Rules\LegalStep;
use Amicable\Patterns\Rules\OwnPattern;
use Amicable\Patterns\Rules\PaymentDispute;
use Amicable\Patterns\Rules\RepeatRefunds;
use Amicable\Patterns\Rules\ThreatWithDemand;
use Amicable\Settings\Settings;

/** Every rule with the numbers that the owner chose. */
final class ShopPatterns {

	/** @return list<Pattern> */
	public static function of( Settings $settings ): array {
		$words = $settings->words;

		return [
			new DocsQuestions( $settings->docs_questions ),
			new CostOverPaid( $settings->cost_over_paid ),
			new HostileMessages( $words->hostile_messages ),
			new ThreatWithDemand( $words->threat_with_demand ),
			new LegalStep(),
			new PaymentDispute( $words->payment_dispute ),
			new RepeatRefunds( $words->repeat_refunds ),
			new Expectations( $words->expectations ),
			self::early_signs( $settings ),
			...array_map( static fn ( OwnRule $rule ): Pattern => new OwnPattern( $rule ), $settings->own_rules ),
		];
	}

	public static function early_signs( Settings $settings ): EarlySigns {
		$words = $settings->words;

		return new EarlySigns( $settings->docs_questions, $settings->cost_over_paid, $words->early_signs, new HostileMessages( $words->hostile_messages ), new RepeatRefunds( $words->repeat_refunds ), new Expectations( $words->expectations ) );
	}
}
