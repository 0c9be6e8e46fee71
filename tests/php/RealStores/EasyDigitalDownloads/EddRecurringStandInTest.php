<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Licensing\EddRecurring\EddRecurring;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Tests\Contract\SubscriptionManagerContract;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\RealStores\Support\MakesEddSubscriptions;
use EDD\Vendor\Stripe\ApiRequestor;
use EDD\Vendor\Stripe\HttpClient\ClientInterface;
use EDD_Recurring_Gateway;
use EDD_Subscription;

/** EDD Recurring by the calls it documents, against a stand-in: the plugin itself is sold and cannot be fetched. Everything around it is real. */
final class EddRecurringStandInTest extends SubscriptionManagerContract {

	use MakesEddLicenses;
	use MakesEddSubscriptions;

	protected function setUp(): void {
		parent::setUp();
		$this->start_recurring();
	}

	protected function manager(): SubscriptionManager {
		global $wpdb;

		return EddRecurring::create( $wpdb );
	}

	protected function check(): int {
		return 12;
	}

	protected function a_subscription( array $spec = [] ): string {
		$order = $this->a_purchase(
			$this->a_licensed_download(),
			[
				'email'   => $spec['email'] ?? 'subscriber@example.com',
				'user_id' => $spec['user_id'] ?? 0,
				'gateway' => 'recurring_' . ( $spec['gateway'] ?? 'ok' ),
			]
		);

		return $this->an_edd_subscription_for( $order );
	}

	protected function order_of( string $subscription_id ): OrderRef {
		return new OrderRef( 'edd', (int) ( new EDD_Subscription( (int) $subscription_id ) )->parent_payment_id );
	}

	protected function a_renewal_being_charged( string $subscription_id ): void {
		$this->an_edd_renewal( $subscription_id, 'pending' );
	}

	protected function delete_subscription( string $subscription_id ): void {
		( new EDD_Subscription( (int) $subscription_id ) )->delete();
	}

	public function test_it_is_there_only_when_its_table_is(): void {
		global $wpdb;
		self::assertTrue( EddRecurring::is_available( $wpdb ) );

		delete_option( "{$wpdb->prefix}edd_subscriptions_db_version" );

		self::assertFalse( EddRecurring::is_available( $wpdb ) );
	}

	public function test_the_gateway_is_told_at_once_and_first(): void {
		$id     = $this->a_subscription();
		$status = null;
		add_action(
			'update_option_edd_recurring_fixture_told',
			function () use ( $id, &$status ): void {
				$status ??= $this->read( $id )->status;
			}
		);
		add_option( 'edd_recurring_fixture_told', [] );

		$this->manager()->cancel( $id );

		self::assertSame( 'active', $status, 'Still active here when the gateway was told.' );
		self::assertSame( 'at once', EDD_Recurring_Gateway::told()[ ( new EDD_Subscription( (int) $id ) )->profile_id ][0] );
	}

	public function test_what_the_gateway_did_not_confirm_stays_open_here_so_that_it_can_be_asked_again(): void {
		foreach ( [ 'breaks', 'silent' ] as $gateway ) {
			$id = $this->a_subscription( [ 'gateway' => $gateway ] );

			self::assertSame( Outcome::Unknown, $this->manager()->cancel( $id )->outcome, $gateway );
			self::assertTrue( $this->read( $id )->charging );
			self::assertSame( Outcome::Unknown, $this->manager()->cancel( $id )->outcome, 'Asked again, not taken for done.' );
		}
	}

	public function test_the_trap_is_real_the_plugins_own_way_says_canceled_while_the_gateway_may_charge(): void {
		$id = $this->a_subscription( [ 'gateway' => 'breaks' ] );

		( new EDD_Subscription( (int) $id ) )->cancel();

		self::assertSame( 'cancelled', ( new EDD_Subscription( (int) $id ) )->status );
		self::assertSame( [], EDD_Recurring_Gateway::told() );
	}

	public function test_stripes_no_is_checked_against_the_subscription_itself(): void {
		update_option( 'edd_recurring_fixture_breaks', 'stripe' );
		edd_update_option( 'live_secret_key', 'sk_live_tests' );
		foreach ( [ 'active' => Outcome::Unknown, 'canceled' => Outcome::Done ] as $remote => $expected ) {
			$id    = $this->an_edd_subscription_for( $this->a_purchase( $this->a_licensed_download(), [ 'gateway' => 'stripe' ] ) );
			$asked = $this->stripe_says( $remote );

			self::assertSame( $expected, $this->manager()->cancel( $id )->outcome, $remote );
			self::assertSame( [ 'https://api.stripe.com/v1/subscriptions/' . ( new EDD_Subscription( (int) $id ) )->profile_id ], $asked->urls );
		}
	}

	public function test_a_gateway_that_cannot_be_told_is_left_to_a_person(): void {
		$id = $this->an_edd_subscription_for( $this->a_purchase( $this->a_licensed_download(), [ 'gateway' => 'gone' ] ) );

		self::assertSame( Outcome::Manual, $this->manager()->cancel( $id )->outcome );
		self::assertTrue( $this->read( $id )->charging );
	}

	public function test_one_that_nobody_charges_ends_here(): void {
		$by_hand = $this->an_edd_subscription_for( $this->a_purchase( $this->a_licensed_download(), [ 'gateway' => 'manual' ] ) );
		$unsent  = $this->an_edd_subscription_for( $this->a_purchase( $this->a_licensed_download(), [ 'gateway' => 'gone' ] ), [ 'profile_id' => '' ] );

		foreach ( [ $by_hand, $unsent ] as $id ) {
			self::assertSame( Outcome::Done, $this->manager()->cancel( $id )->outcome );
			self::assertSame( 'cancelled', $this->read( $id )->status );
		}
	}

	public function test_an_ended_subscription_opens_nothing_any_more(): void {
		$id = $this->a_subscription();
		$this->manager()->cancel( $id );

		self::assertFalse( ( new EDD_Subscription( (int) $id ) )->is_active() );
	}

	public function test_what_the_customer_canceled_opens_its_term_until_it_is_ended_too(): void {
		$id = $this->a_subscription();
		( new EDD_Subscription( (int) $id ) )->cancel();
		self::assertTrue( ( new EDD_Subscription( (int) $id ) )->is_active(), 'The test must be able to fail.' );
		self::assertFalse( $this->read( $id )->charging );
		self::assertTrue( $this->read( $id )->opens );
		self::assertCount( 1, $this->open( $id ) );

		self::assertSame( Outcome::Done, $this->manager()->cancel( $id )->outcome );
		self::assertSame( Outcome::Already, $this->manager()->cancel( $id )->outcome );

		self::assertFalse( ( new EDD_Subscription( (int) $id ) )->is_active() );
		self::assertSame( [], $this->open( $id ) );
	}

	public function test_a_renewal_leads_to_its_own_subscription_and_to_no_other_of_the_same_order(): void {
		$id      = $this->a_subscription();
		$other   = $this->an_edd_subscription_for( $this->order_of( $id )->id, [ 'profile_id' => 'sub_other' ] );
		$renewal = $this->an_edd_renewal( $id );

		$found = $this->manager()->subscriptions_of( [ new OrderRef( 'edd', $renewal ) ], new Keys( [], [] ) );

		self::assertSame( [ $id ], array_map( static fn ( Subscription $subscription ): string => $subscription->id, $found ) );
		self::assertNotSame( $other, $id );
		self::assertEquals( [ $this->order_of( $id ), new OrderRef( 'edd', $renewal ) ], $found[0]->orders );
	}

	public function test_amounts_are_in_the_currency_of_the_first_order(): void {
		$id = $this->a_subscription();
		edd_update_order( $this->order_of( $id )->id, [ 'currency' => 'EUR' ] );

		self::assertSame( [ 'minor' => 4900, 'currency' => 'EUR' ], $this->read( $id )->amount->to_array() );
	}

	public function test_the_next_charge_is_told_in_real_time_wherever_the_shop_is(): void {
		update_option( 'timezone_string', 'Asia/Seoul' );
		$id = $this->an_edd_subscription_for( $this->a_purchase( $this->a_licensed_download() ), [ 'expiration' => '2030-01-31 23:59:59' ] );

		self::assertSame( '2030-01-31T14:59:59+00:00', $this->read( $id )->next_payment_at?->format( DATE_ATOM ) );
	}

	public function test_reading_writes_nothing(): void {
		$id = $this->an_edd_subscription_for( $this->a_purchase( $this->a_licensed_download() ), [ 'expiration' => '2020-01-31 23:59:59' ] );

		self::assertSame( 'active', $this->read( $id )->status );
		self::assertTrue( $this->read( $id )->charging, 'The gateway charges by its own calendar, whatever the date here says.' );
		self::assertSame( 'active', ( new EDD_Subscription( (int) $id ) )->status );
		self::assertSame( 'expired', ( new EDD_Subscription( (int) $id ) )->get_status(), 'The test must be able to fail.' );
	}

	/** @return object{urls: list<string>} */
	private function stripe_says( string $status ): object {
		$stripe = new class( $status ) implements ClientInterface {

			/** @var list<string> */
			public array $urls = [];

			public function __construct( private readonly string $status ) {
			}

			public function request( $method, $absUrl, $headers, $params, $hasFile ): array {
				$this->urls[] = $absUrl;

				return [ (string) wp_json_encode( [ 'id' => 'sub_1', 'object' => 'subscription', 'status' => $this->status ] ), 200, [] ];
			}
		};
		ApiRequestor::setHttpClient( $stripe );

		return $stripe;
	}

	/** @return list<Obligation> */
	private function open( string $id ): array {
		return array_values( array_filter( $this->manager()->obligations( [ $this->order_of( $id ) ], new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->open ) );
	}
}
