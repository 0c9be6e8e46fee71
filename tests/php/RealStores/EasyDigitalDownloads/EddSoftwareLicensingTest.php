<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Licensing\EddSoftwareLicensing\EddSoftwareLicensing;
use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Tests\Contract\LicenseManagerContract;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;

/** The real EDD Software Licensing. */
final class EddSoftwareLicensingTest extends LicenseManagerContract {

	use MakesEddLicenses;

	protected function manager(): LicenseManager {
		global $wpdb;

		return EddSoftwareLicensing::create( $wpdb );
	}

	protected function check(): int {
		return 13;
	}

	protected function a_license( array $spec = [] ): string {
		$id = $this->license_of_purchase( $this->a_purchase( $this->a_licensed_download( lifetime: $spec['lifetime'] ?? false ) ) );
		foreach ( $spec['sites'] ?? [] as $site ) {
			self::assertTrue( $this->takes_a_new_site( $id, $site ) );
		}

		return $id;
	}

	protected function order_of( string $license_id ): OrderRef {
		return new OrderRef( 'edd', (int) $this->edd_license( $license_id )->payment_id );
	}

	protected function keys_of( string $license_id ): Keys {
		return new Keys( [], [ 'buyer@example.com' ] );
	}

	protected function key_of( string $license_id ): string {
		return $this->edd_license( $license_id )->key;
	}

	protected function takes_a_new_site( string $license_id, string $site ): bool {
		return $this->edd_site_may_join( $license_id, $site );
	}

	protected function delete_license( string $license_id ): void {
		$this->edd_license( $license_id )->delete();
	}

	public function test_a_license_is_found_by_user_by_any_address_and_by_the_order_that_renewed_it(): void {
		$user    = wp_create_user( 'buyer', wp_generate_password(), 'buyer@example.com' );
		$id      = $this->license_of_purchase( $this->a_purchase( $this->a_licensed_download(), [ 'user_id' => $user, 'email' => 'Buyer@Example.com' ] ) );
		$renewal = $this->a_renewal_of( $id );
		edd_get_customer_by( 'email', 'buyer@example.com' )->add_email( 'second@example.com' );
		$this->a_purchase( $this->a_licensed_download(), [ 'email' => 'somebody.else@example.com' ] );

		foreach ( [ new Keys( [ $user ], [] ), new Keys( [], [ 'buyer@example.com' ] ), new Keys( [], [ 'second@example.com' ] ) ] as $keys ) {
			self::assertSame( [ $id ], $this->ids( $this->manager()->licenses_of( [], $keys ) ) );
		}
		$found = $this->manager()->licenses_of( [ new OrderRef( 'edd', $renewal ) ], new Keys( [], [] ) );
		self::assertSame( [ $id ], $this->ids( $found ) );
		self::assertEquals( [ $this->order_of( $id ), new OrderRef( 'edd', $renewal ) ], $found[0]->orders );
	}

	public function test_an_order_of_another_store_with_the_same_number_finds_nothing(): void {
		$id = $this->a_license();

		self::assertSame( [], $this->manager()->licenses_of( [ new OrderRef( 'woocommerce', $this->order_of( $id )->id ) ], new Keys( [], [] ) ) );
	}

	public function test_the_end_is_told_in_real_time_wherever_the_shop_is(): void {
		update_option( 'timezone_string', 'Asia/Seoul' );
		$id       = $this->a_license();
		$by_clock = ( new \DateTimeImmutable( gmdate( 'Y-m-d H:i:s', $this->edd_license( $id )->expiration ), new \DateTimeZone( 'Asia/Seoul' ) ) )->getTimestamp();

		self::assertSame( $by_clock, $this->read( $id )->expires_at?->getTimestamp() );
		self::assertStringEndsWith( '23:59:59', gmdate( 'Y-m-d H:i:s', $this->edd_license( $id )->expiration ), 'The plugin means the end of a day in the shop.' );
	}

	public function test_reading_writes_nothing_and_sends_nothing(): void {
		global $wpdb;
		$id = $this->a_license();
		$wpdb->update( "{$wpdb->prefix}edd_licenses", [ 'expiration' => time() - WEEK_IN_SECONDS ], [ 'id' => $id ] );
		$before = $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}edd_licenses" );
		$mails  = count( $this->outbox->mails );

		self::assertSame( 'expired', $this->read( $id )->status );
		$this->manager()->obligations( [ $this->order_of( $id ) ], $this->keys_of( $id ) );

		self::assertEquals( $before, $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}edd_licenses" ) );
		self::assertCount( $mails, $this->outbox->mails );
		wp_cache_flush();
		self::assertSame( 'expired', $this->edd_license( $id )->status, 'The test must be able to fail: the plugin writes when asked the same.' );
		self::assertNotEquals( $before, $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}edd_licenses" ) );
	}

	public function test_an_expired_key_is_an_obligation_until_it_is_disabled_since_it_can_be_renewed(): void {
		global $wpdb;
		$id = $this->a_license();
		$wpdb->update( "{$wpdb->prefix}edd_licenses", [ 'expiration' => time() - WEEK_IN_SECONDS, 'status' => 'expired' ], [ 'id' => $id ] );

		self::assertFalse( $this->read( $id )->is_usable() );
		self::assertCount( 1, $this->open( $id ) );
		self::assertSame( Outcome::Done, $this->manager()->disable( $id )->outcome );
		self::assertSame( [], $this->open( $id ) );
	}

	public function test_the_word_expired_with_a_later_date_is_no_end(): void {
		global $wpdb;
		$id = $this->a_license();
		$wpdb->update( "{$wpdb->prefix}edd_licenses", [ 'status' => 'expired' ], [ 'id' => $id ] );

		self::assertTrue( $this->read( $id )->is_usable() );
		self::assertTrue( $this->takes_a_new_site( $id, 'https://still.example' ), 'The plugin agrees.' );
	}

	public function test_ending_the_last_site_of_a_disabled_key_does_not_revive_it(): void {
		$id = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		$this->manager()->disable( $id );
		$site = $this->read( $id )->activations[0];

		self::assertSame( Outcome::Done, $this->manager()->deactivate( $id, $site->id )->outcome );

		self::assertSame( 'disabled', $this->stored_status( $id ) );
		self::assertFalse( $this->takes_a_new_site( $id, 'https://after.example' ) );
	}

	public function test_the_trap_is_real_removing_the_last_site_revives_a_disabled_key(): void {
		$id = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		$this->manager()->disable( $id );

		$this->edd_license( $id )->remove_site( 'https://one.example' );

		self::assertSame( 'inactive', $this->stored_status( $id ) );
		self::assertCount( 1, $this->open( $id ), 'And the proof sees it.' );
	}

	public function test_a_refunded_renewal_revives_a_disabled_key_and_disabling_last_holds(): void {
		$id      = $this->a_license();
		$renewal = $this->a_renewal_of( $id );
		$this->manager()->disable( $id );
		$this->refund( $renewal );
		self::assertSame( 'active', $this->stored_status( $id ), 'The trap is real.' );

		self::assertSame( Outcome::Done, $this->manager()->disable( $id )->outcome );

		self::assertSame( 'disabled', $this->stored_status( $id ) );
		self::assertFalse( $this->takes_a_new_site( $id, 'https://after.example' ) );
	}

	public function test_a_refunded_first_purchase_has_ended_its_key_already(): void {
		$id = $this->a_license();
		$this->refund( $this->order_of( $id )->id );

		self::assertSame( 'disabled', $this->stored_status( $id ) );
		self::assertSame( Outcome::Already, $this->manager()->disable( $id )->outcome );
	}

	public function test_the_keys_of_a_bundle_end_with_it(): void {
		[ $bundle, $children ] = $this->a_bundle();
		self::assertCount( 2, $children );
		self::assertSame( [ $bundle, ...$children ], $this->ids( $this->manager()->licenses_of( [ $this->order_of( $bundle ) ], new Keys( [], [] ) ) ) );

		self::assertSame( Outcome::Done, $this->manager()->disable( $bundle )->outcome );

		foreach ( [ $bundle, ...$children ] as $id ) {
			self::assertSame( 'disabled', $this->stored_status( $id ) );
			self::assertFalse( $this->takes_a_new_site( $id, 'https://after.example' ) );
		}
	}

	public function test_a_bundle_comes_back_without_the_key_that_had_ended_before_it(): void {
		[ $bundle, $children ] = $this->a_bundle();
		$manager               = $this->manager();
		self::assertInstanceOf( KeepsBefore::class, $manager );
		$this->edd_license( $children[0] )->disable();
		$before = $manager->before( $bundle );
		$manager->disable( $bundle );

		self::assertSame( Outcome::Done, $manager->restore( $bundle, $before )->outcome );

		self::assertSame( [ false, true, false ], array_map( fn ( string $id ): bool => $this->stored_status( $id ) === 'disabled', [ $bundle, ...$children ] ) );
		self::assertSame( Outcome::Already, $manager->restore( $bundle, $before )->outcome );
	}

	public function test_a_key_whose_time_is_over_is_not_woken(): void {
		global $wpdb;
		$id      = $this->a_license();
		$manager = $this->manager();
		self::assertInstanceOf( KeepsBefore::class, $manager );
		$before = $manager->before( $id );
		$manager->disable( $id );
		$wpdb->update( "{$wpdb->prefix}edd_licenses", [ 'expiration' => time() - WEEK_IN_SECONDS ], [ 'id' => $id ] );

		self::assertSame( Outcome::Manual, $manager->restore( $id, $before )->outcome );
		self::assertSame( 'disabled', $this->stored_status( $id ) );
	}

	public function test_a_key_that_was_revived_alone_ends_though_its_bundle_is_disabled_already(): void {
		[ $bundle, $children ] = $this->a_bundle();
		$this->manager()->disable( $bundle );
		$this->edd_license( $children[0] )->enable();
		self::assertFalse( $this->edd_license( $bundle )->disable(), 'The trap is real: the plugin stops at the bundle.' );
		self::assertNotSame( 'disabled', $this->stored_status( $children[0] ) );

		self::assertSame( Outcome::Done, $this->manager()->disable( $bundle )->outcome );

		self::assertSame( 'disabled', $this->stored_status( $children[0] ) );
	}

	public function test_a_key_of_a_bundle_is_found_with_it_when_it_was_given_to_somebody_else(): void {
		global $wpdb;
		[ $bundle, $children ] = $this->a_bundle();
		$wpdb->update( "{$wpdb->prefix}edd_licenses", [ 'payment_id' => 999_999, 'customer_id' => 999_999, 'user_id' => 0 ], [ 'id' => $children[0] ] );

		self::assertContains( $children[0], $this->ids( $this->manager()->licenses_of( [ $this->order_of( $bundle ) ], new Keys( [], [] ) ) ) );
	}

	public function test_a_key_that_never_expires_because_its_bundle_never_does_says_so(): void {
		$child  = $this->a_licensed_download( 'Part' );
		$bundle = $this->license_of_purchase( $this->a_purchase( $this->a_licensed_download( 'All', true, [ $child ] ) ) );
		$part   = (string) $this->edd_license( $bundle )->get_child_licenses()[0]->ID;

		self::assertTrue( $this->read( $part )->lifetime );
	}

	public function test_a_status_in_the_cache_does_not_keep_a_key_alive(): void {
		global $wpdb;
		$id = $this->a_license();
		$this->edd_license( $id )->disable();
		$this->edd_license( $id );
		// Another process revives it; the cache of this one still says "disabled".
		$wpdb->update( "{$wpdb->prefix}edd_licenses", [ 'status' => 'active' ], [ 'id' => $id ] );

		self::assertSame( Outcome::Done, $this->manager()->disable( $id )->outcome );

		self::assertSame( 'disabled', $this->stored_status( $id ) );
	}

	public function test_a_shop_that_only_counts_sites_ends_the_count_and_the_rows_of_before(): void {
		$id = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		add_filter( 'edd_sl_force_activation_increase', '__return_true' );
		$license = $this->edd_license( $id );
		$license->add_site( 'https://two.example' );
		$license->add_site( 'https://three.example' );
		$activations = $this->read( $id )->activations;
		self::assertCount( 2, $activations, 'One row, and the count.' );

		foreach ( $activations as $activation ) {
			self::assertSame( Outcome::Done, $this->manager()->deactivate( $id, $activation->id )->outcome );
			self::assertSame( Outcome::Already, $this->manager()->deactivate( $id, $activation->id )->outcome );
		}

		self::assertSame( [], $this->read( $id )->activations );
		self::assertSame( 0, $this->edd_license( $id )->activation_count );
	}

	public function test_many_keys_cost_no_more_looks_than_one(): void {
		global $wpdb;
		$orders = [];
		$looks  = [];
		foreach ( [ 1, 5 ] as $times ) {
			for ( $n = 0; $n < $times; $n++ ) {
				$orders[] = $this->order_of( $this->a_license( [ 'sites' => [ 'https://one.example' ] ] ) );
			}
			$this->manager()->licenses_of( $orders, new Keys( [], [] ) );
			$before = $wpdb->num_queries;
			self::assertCount( count( $orders ), $this->manager()->licenses_of( $orders, new Keys( [], [] ) ) );
			$looks[] = $wpdb->num_queries - $before;
		}

		self::assertSame( $looks[0], $looks[1] );
	}

	public function test_a_site_of_another_license_is_not_ended(): void {
		$id    = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		$other = $this->a_license( [ 'sites' => [ 'https://two.example' ] ] );

		self::assertSame( Outcome::Already, $this->manager()->deactivate( $id, $this->read( $other )->activations[0]->id )->outcome );
		self::assertCount( 1, $this->read( $other )->activations );
	}

	public function test_a_write_that_does_not_arrive_is_not_called_done(): void {
		$id = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		add_filter( 'query', static fn ( string $sql ): string => preg_match( '/^\s*UPDATE.*edd_license/is', $sql ) === 1 ? 'SELECT 1' : $sql );

		self::assertSame( Outcome::Unknown, $this->manager()->disable( $id )->outcome );
		self::assertSame( Outcome::Unknown, $this->manager()->deactivate( $id, $this->read( $id )->activations[0]->id )->outcome );
	}

	/** @return array{string, list<string>} */
	private function a_bundle(): array {
		$parts  = [ $this->a_licensed_download( 'Part one' ), $this->a_licensed_download( 'Part two' ) ];
		$bundle = $this->license_of_purchase( $this->a_purchase( $this->a_licensed_download( 'All of it', false, $parts ) ) );

		return [ $bundle, array_map( static fn ( \EDD_SL_License $license ): string => (string) $license->ID, array_values( $this->edd_license( $bundle )->get_child_licenses() ) ) ];
	}

	private function refund( int $order_id ): void {
		$this->as_role( 'administrator' );
		self::assertIsInt( edd_refund_order( $order_id ) );
	}

	/**
	 * @param list<License> $licenses
	 * @return list<string>
	 */
	private function ids( array $licenses ): array {
		return array_map( static fn ( License $license ): string => $license->id, $licenses );
	}

	/** @return list<Obligation> */
	private function open( string $id ): array {
		return array_values( array_filter( $this->manager()->obligations( [ $this->order_of( $id ) ], new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->open ) );
	}
}
