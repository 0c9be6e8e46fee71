<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract\Sample;

use Amicable\Stores\GiftShop;
use Amicable\Tests\Contract\GiftShopContract;
use Amicable\Values\EmailAddress;

final class SampleGiftsTest extends GiftShopContract {

	use PracticeGraph;

	private int $last = 0;

	protected function shop(): GiftShop {
		return $this->practice()->sample()->gifts;
	}

	protected function is_taken( string $code, string $email, int $product ): bool {
		return $this->practice()->sample()->gifts->takes( $code, $this->address( $email ), $product );
	}

	protected function redeem( string $code, string $email, int $product ): void {
		$this->practice()->sample()->gifts->redeem( $code, $this->address( $email ), $product );
	}

	protected function a_product( string $name ): int {
		$order = $this->a_sample_order( [] );
		$this->practice()->sample()->rows->add_line( $order, 100 + ++$this->last, $name, 4900 );
		if ( $name === 'Harborline Forms' ) {
			return 1; // Sold by each sample order.
		}

		return 100 + $this->last;
	}

	private function address( string $email ): EmailAddress {
		return EmailAddress::try_from( $email ) ?? self::fail( $email );
	}
}
