<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** The answer of one source to one of the seventeen checks. */
final class Obligation {

	/**
	 * @param int<1, 17>   $check
	 * @param bool         $open  False: looked and found nothing.
	 * @param string|null  $ref   "woocommerce:12", "license:lmfwc:7", … what is open.
	 * @param string       $text  Translated sentence.
	 * @param OrderRef|null $order The order it belongs to, to judge whether it is in the scope of a run.
	 */
	public function __construct(
		public readonly int $check,
		public readonly bool $open,
		public readonly ?string $ref,
		public readonly string $text,
		public readonly ?OrderRef $order = null,
	) {
	}
}
