<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\EmailAddress;
use Amicable\Values\Money;
use DateTimeImmutable;

/** A code that takes something off one purchase of one customer: an amount, or the whole price of one product. */
final class Gift {

	/** Either an amount or a product. */
	public function __construct(
		public readonly string $code,
		public readonly EmailAddress $email,
		public readonly ?Money $amount,
		public readonly ?int $product_id,
		public readonly DateTimeImmutable $expires_at,
	) {
	}
}
