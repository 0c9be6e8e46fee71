<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;

/** What became of a refund whose answer was lost. Looks only at what the provider left. */
final class RefundFinder {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly Ledger $ledger,
		private readonly Proof $proof,
		private readonly Sentences $say,
	) {
	}

	public function find( RefundRequest $request ): Result {
		$order  = $this->orders->read( $request->order->id );
		$refund = $this->ledger->ours( $request );
		if ( $order === null ) {
			return Result::unknown( $this->say->gone() );
		}
		$proof = $refund === null ? null : $this->proof->of( $refund, $request->amount );

		return match ( true ) {
			$proof !== null => Result::done( $proof ),
			$refund !== null && ( $refund->meta[ Ledger::SETTLED ] ?? '' ) !== '' => Result::done( "edd-refund:{$refund->id()}" ),
			default => Result::unknown( $this->say->nothing_found( $order, $request->amount ) ),
		};
	}
}
