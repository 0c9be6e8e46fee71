<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

final class Ledger {

	/** On a refund: our key, by which it is found again. */
	public const KEY = '_amicable_key';

	/** On a refund that a person vouched for. */
	public const SETTLED = '_amicable_settled_by';
}
