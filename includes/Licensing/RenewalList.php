<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

use DateTimeImmutable;

/** A subscription system that can say what it will charge soon, without being asked customer by customer. */
interface RenewalList {

	/**
	 * Subscriptions that will charge until then, ids ascending.
	 *
	 * @return list<Subscription> None: there are no more.
	 */
	public function renewals( DateTimeImmutable $until, int $after_id, int $limit ): array;
}
