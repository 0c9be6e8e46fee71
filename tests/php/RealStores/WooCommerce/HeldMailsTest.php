<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\RefundsWithMail;
use Amicable\Tests\Support\IntegrationTestCase;

/** The shop's own mail about a refund, beside our receipt that lists it. */
final class HeldMailsTest extends IntegrationTestCase {

	use MakesOrders;
	use RefundsWithMail;

	private const REFUNDED = 'woocommerce_order_fully_refunded_notification';

	protected function setUp(): void {
		parent::setUp();
		// Mails hook themselves in once a process; a test before this one may have been that once.
		$mailer = WC()->mailer();
		remove_all_actions( self::REFUNDED );
		$mailer->init();
	}

	public function test_the_shop_keeps_its_mail_to_itself_only_where_we_were_asked_to_hold_it(): void {
		$both = $this->mails_of_a_refund( 'woocommerce', $this->an_order(), false );
		$one  = $this->mails_of_a_refund( 'woocommerce', $this->an_order(), true );

		self::assertCount( 2, $both, (string) wp_json_encode( $both ) );
		self::assertCount( 1, $one, (string) wp_json_encode( $one ) );
		self::assertStringStartsWith( 'Your refund from ', $one[0] );
		self::assertContains( $one[0], $both );
	}
}
