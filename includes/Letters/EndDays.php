<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Clock;
use Amicable\Licensing\Subscription;
use Amicable\Mail\Language;
use Amicable\Playbook\Field;
use Amicable\Runs\Renewals;
use Amicable\Storage\Closings;
use Amicable\Storage\Database;

/** The days on which something of a customer ends: the data of a service, as the parting fixed it, licenses, on the day of writing, and what is paid for, as the shop would renew it. */
final class EndDays {

	public function __construct(
		private readonly Closings $closings,
		private readonly Renewals $renewals,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param list<Field> $asked   Shops are asked only where the text wants to know.
	 * @param bool|null   $service Null: not known yet.
	 * @return array<string, string> By field; empty: not known.
	 */
	public function of( CaseRecord $case, array $asked, ?bool $service, string $locale ): array {
		$closes = in_array( Field::EndDate, $asked, true ) ? $this->closings->of_case( $case->id )[0]['closes_at'] ?? null : null;

		return [
			Field::EndDate->value     => match ( true ) {
				$closes !== null    => Language::day( Database::moment( $closes ), $locale ),
				// A parting ends licenses when it is done, and whoever chooses another day there writes another one here.
				$service === false => Language::day( $this->clock->now(), $locale ),
				default             => '',
			},
			Field::RenewalDate->value => in_array( Field::RenewalDate, $asked, true ) ? $this->renewal( $case->customer_id, $locale ) : '',
		];
	}

	/** The next one; a shop that is off now leaves it open. */
	private function renewal( int $customer_id, string $locale ): string {
		try {
			$days = array_filter( array_map( static fn ( Subscription $subscription ) => $subscription->next_payment_at, $this->renewals->of( $customer_id ) ) );
		} catch ( AmicableException ) {
			return '';
		}

		return $days === [] ? '' : Language::day( min( $days ), $locale );
	}
}
