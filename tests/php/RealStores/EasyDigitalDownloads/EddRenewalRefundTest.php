<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Licensing\EddSoftwareLicensing\EddSoftwareLicensing;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Stores\RefundRequest;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\Support\IntegrationTestCase;
use EDD\Emails\Registry;
use EDD\SoftwareLicensing\Emails\Notices;

/** What the refund of a renewal or of an upgrade does to a key of the real Software Licensing, and what is left to be done. */
final class EddRenewalRefundTest extends IntegrationTestCase {

	use MakesEddLicenses;

	protected function setUp(): void {
		parent::setUp();
		EddProviders::open();
		$this->as_role( 'administrator' );
	}

	public function test_a_refund_of_ours_does_not_ask_the_customer_to_renew(): void {
		[ $license, $renewal ] = $this->a_key_that_its_renewal_alone_keeps_alive();

		self::assertSame( Outcome::Done, $this->refund( $renewal )->outcome );

		self::assertSame( 'expired', $this->stored_status( $license ) );
		self::assertSame( [], $this->asked_to_renew() );
	}

	public function test_a_refund_of_somebody_else_asks_as_ever(): void {
		[ $license, $renewal ] = $this->a_key_that_its_renewal_alone_keeps_alive();

		self::assertIsInt( edd_refund_order( $renewal ) );

		self::assertSame( 'expired', $this->stored_status( $license ) );
		self::assertSame( [ 'Please renew' ], $this->asked_to_renew() );
	}

	public function test_after_a_refund_of_ours_others_ask_as_ever(): void {
		$ours   = $this->a_key_that_its_renewal_alone_keeps_alive()[1];
		$theirs = $this->a_key_that_its_renewal_alone_keeps_alive()[1];
		$this->refund( $ours );

		edd_refund_order( $theirs );

		self::assertCount( 1, $this->asked_to_renew() );
	}

	public function test_an_upgrade_that_is_given_back_leaves_the_key_of_before_and_that_is_ended_too(): void {
		global $wpdb;
		[ $license, $upgrade, $small ] = $this->an_upgraded_key();

		self::assertSame( Outcome::Done, $this->refund( $upgrade )->outcome );
		self::assertSame( $small, $this->edd_license( $license )->download_id, 'Rolled back to what was bought first, and usable.' );
		self::assertNotSame( 'disabled', $this->stored_status( $license ) );

		$manager = EddSoftwareLicensing::create( $wpdb );
		self::assertCount( 2, $manager->license( $license )?->orders ?? [], 'Found by both orders.' );
		self::assertSame( Outcome::Done, $manager->disable( $license )->outcome );
		self::assertSame( 'disabled', $this->stored_status( $license ) );
	}

	/** @return array{string, int} Key and renewal. */
	private function a_key_that_its_renewal_alone_keeps_alive(): array {
		global $wpdb;
		$this->a_notice_for_expired_keys();
		$license = $this->license_of_purchase( $this->a_purchase( $this->a_licensed_download(), [ 'pay' => 'ok' ] ) );
		$renewal = $this->a_renewal_of( $license, [ 'pay' => 'ok' ] );
		$wpdb->update( "{$wpdb->prefix}edd_licenses", [ 'expiration' => time() + 30 * DAY_IN_SECONDS ], [ 'id' => $license ] );
		wp_cache_flush();

		return [ $license, $renewal ];
	}

	/** @return array{string, int, int} Key, order of the upgrade, and the product bought first. */
	private function an_upgraded_key(): array {
		$small = $this->a_licensed_download( 'Small' );
		$large = $this->a_licensed_download( 'Large' );
		update_post_meta( $small, '_edd_sl_upgrade_paths', [ 1 => [ 'download_id' => $large, 'price_id' => false, 'discount' => 0, 'pro_rated' => false ] ] );
		$license = $this->license_of_purchase( $this->a_purchase( $small, [ 'pay' => 'ok' ] ) );
		$upgrade = $this->a_purchase(
			$large,
			[
				'pay'     => 'ok',
				'price'   => '50.00',
				'options' => [
					'is_upgrade'  => true,
					'license_id'  => (int) $license,
					'license_key' => $this->edd_license( $license )->key,
					'upgrade_id'  => 1,
				],
			]
		);
		self::assertSame( $large, $this->edd_license( $license )->download_id, 'Upgraded.' );

		return [ $license, $upgrade, $small ];
	}

	private function a_notice_for_expired_keys(): void {
		if ( edd_get_emails( [ 'email_id' => 'license_amicable_test' ] ) !== [] ) {
			return;
		}
		// EDD does this when it starts.
		if ( ! Registry::is_registered( 'license_amicable_test' ) ) {
			Registry::register( 'license_amicable_test', \EDD\SoftwareLicensing\Emails\Types\Notices::class );
		}
		$id = edd_add_email(
			[
				'email_id'  => 'license_amicable_test',
				'context'   => 'license',
				'sender'    => 'software_licensing',
				'recipient' => 'customer',
				'subject'   => 'Please renew',
				'content'   => 'Your key has expired.',
				'status'    => 1,
			]
		);
		edd_update_email_meta( $id, 'type', 'notice' );
		edd_update_email_meta( $id, 'period', 'expired' );
		edd_software_licensing()->notices = new Notices();
		// The list of mails is made once a request, and an earlier test may have asked for it.
		( new \ReflectionProperty( \EDD\Emails\Templates\Registry::class, 'emails' ) )->setValue( edd_get_email_registry(), [] );
	}

	/** @return list<string> Subjects. */
	private function asked_to_renew(): array {
		return array_values( array_filter( array_column( $this->outbox->mails, 'subject' ), static fn ( string $subject ): bool => $subject === 'Please renew' ) );
	}

	private function refund( int $order_id ): \Amicable\Stores\Result {
		$store = Plugin::instance()->graph( Mode::Live )->edd();
		$order = $store->order( $order_id );
		self::assertNotNull( $order );

		return $store->refund( new RefundRequest( new OrderRef( 'edd', $order_id ), $order->remaining(), hash( 'sha256', (string) $order_id ), 'Refunded in full', get_current_user_id(), $store->before_refund( $order_id ) ) );
	}
}
