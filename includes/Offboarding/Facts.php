<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Stores\Download;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;

/** All that a plan is made from, read a moment ago. Only what the scope covers. */
final class Facts {

	/**
	 * @param list<Order>           $orders
	 * @param list<Subscription>    $subscriptions
	 * @param list<License>         $licenses
	 * @param list<Download>        $downloads
	 * @param list<OrderRef>        $missing  Orders whose store plugin is not there.
	 * @param array<string, string> $disputes Order key => status, as we recorded it from the gateway.
	 * @param array<string, int>    $claims   Order key => the run that holds it.
	 * @param list<string>          $mails    Translated names of the mails that the stores send by themselves.
	 * @param list<LooseEnd>        $ends     What an earlier refund left open, for a run that finishes it.
	 * @param int                   $year     The calendar year in which the plan is made; 0 where nobody needs to know.
	 * @param list<string>          $uncovered What nobody here looks into, in translated sentences.
	 */
	public function __construct(
		public readonly int $customer_id,
		public readonly array $orders = [],
		public readonly array $subscriptions = [],
		public readonly array $licenses = [],
		public readonly array $downloads = [],
		public readonly array $missing = [],
		public readonly array $disputes = [],
		public readonly array $claims = [],
		public readonly array $mails = [],
		public readonly bool $blocked = false,
		public readonly array $ends = [],
		public readonly int $year = 0,
		public readonly array $uncovered = [],
	) {
	}
}
