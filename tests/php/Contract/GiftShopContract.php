<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract;

use Amicable\Stores\Gift;
use Amicable\Stores\GiftShop;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Values\EmailAddress;
use Amicable\Values\Money;
use DateTimeImmutable;

/** What every shop that makes gift codes has to do. Its till is asked by the shop's own suite. */
abstract class GiftShopContract extends IntegrationTestCase {

	abstract protected function shop(): GiftShop;

	/** Whether the shop's own till would take this code from this buyer for this product. */
	abstract protected function is_taken( string $code, string $email, int $product ): bool;

	/** Buys with it, as the shop's own checkout does. */
	abstract protected function redeem( string $code, string $email, int $product ): void;

	/** A product for sale, 49.00. */
	abstract protected function a_product( string $name ): int;

	public function test_an_amount_is_for_one_buyer_and_one_purchase(): void {
		$product = $this->a_product( 'Harborline Forms' );
		$code    = $this->a_code( new Money( 1000, $this->shop()->currency() ), null );
		self::assertTrue( $this->shop()->has( $code ) );
		self::assertFalse( $this->is_taken( $code, 'somebody.else@example.com', $product ) );
		self::assertTrue( $this->is_taken( $code, 'buyer@example.com', $product ), 'The test must be able to fail.' );
		self::assertFalse( $this->shop()->is_used( $code ) );

		$this->redeem( $code, 'buyer@example.com', $product );
		self::assertTrue( $this->shop()->is_used( $code ) );
		self::assertFalse( $this->is_taken( $code, 'buyer@example.com', $product ), 'Once.' );
	}

	public function test_a_product_is_free_and_no_other_one(): void {
		$given = $this->a_product( 'Harborline Forms' );
		$other = $this->a_product( 'Fernway Gallery' );
		$code  = $this->a_code( null, $given );
		self::assertTrue( $this->is_taken( $code, 'buyer@example.com', $given ) );
		self::assertFalse( $this->is_taken( $code, 'buyer@example.com', $other ) );
	}

	public function test_asked_twice_it_makes_one(): void {
		$code = $this->a_code( new Money( 1000, $this->shop()->currency() ), null );
		$this->shop()->issue( $this->gift( $code, new Money( 9000, $this->shop()->currency() ), null ) );
		self::assertTrue( $this->shop()->has( $code ) );
		self::assertTrue( $this->is_taken( $code, 'buyer@example.com', $this->a_product( 'Harborline Forms' ) ) );
	}

	public function test_products_are_found_by_their_words(): void {
		$product = $this->a_product( 'Harborline Forms' );
		self::assertContains( [ 'id' => $product, 'name' => 'Harborline Forms' ], $this->shop()->products( 'Harbor', 20 ) );
		self::assertSame( [], $this->shop()->products( 'Nowhere to be found', 20 ) );
		self::assertFalse( $this->shop()->has( 'gift-unknown' ) );
		self::assertFalse( $this->shop()->is_used( 'gift-unknown' ) );
	}

	private function a_code( ?Money $amount, ?int $product ): string {
		$code = 'gift-' . bin2hex( random_bytes( 5 ) );
		$this->shop()->issue( $this->gift( $code, $amount, $product ) );

		return $code;
	}

	private function gift( string $code, ?Money $amount, ?int $product ): Gift {
		return new Gift( $code, EmailAddress::try_from( 'Buyer@Example.com' ) ?? self::fail(), $amount, $product, new DateTimeImmutable( '+90 days' ) );
	}
}
