<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\RefundsWithMail;
use Amicable\Tests\Support\IntegrationTestCase;

/** The shop's own mail about a refund, beside our receipt that lists it. */
final class EddHeldMailsTest extends IntegrationTestCase {

	use MakesEddOrders;
	use RefundsWithMail;

	public function test_the_shop_keeps_its_mail_to_itself_only_where_we_were_asked_to_hold_it(): void {
		// A fresh shop has this mail switched off.
		$mail = edd_get_email( 'order_refund' );
		self::assertNotFalse( $mail );
		edd_update_email( $mail->id, [ 'status' => 1 ] );
		$both = $this->mails_of_a_refund( 'edd', $this->an_order(), false );
		$one  = $this->mails_of_a_refund( 'edd', $this->an_order(), true );

		self::assertCount( 2, $both, (string) wp_json_encode( $both ) );
		self::assertCount( 1, $one, (string) wp_json_encode( $one ) );
		self::assertStringStartsWith( 'Your refund from ', $one[0] );
		self::assertContains( $one[0], $both );
	}
}
