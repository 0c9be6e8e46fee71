<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\EasyDigitalDownloads;

use Amicable\Mode;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\RenewalClockTestCase;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\RealStores\Support\MakesEddSubscriptions;
use DateTimeImmutable;
use EDD_Recurring_Gateway;
use PHPUnit\Framework\Attributes\Group;

/** A STAND-IN for EDD Recurring, whose provider charges by its own calendar whomever it was not told to leave alone. The shop around it is real. */
#[Group( 'faults' )]
final class RenewalClockTest extends RenewalClockTestCase {

	use MakesEddLicenses;
	use MakesEddSubscriptions;

	protected function setUp(): void {
		$this->start_recurring();
		parent::setUp();
	}

	public function test_nobody_who_left_is_charged_again(): void {
		$this->compare_all( 'renewals_edd' );
	}

	protected function mode(): Mode {
		return Mode::Live;
	}

	protected function a_subscriber( string $email ): array {
		$order = $this->a_purchase( $this->a_licensed_download(), [ 'email' => $email, 'gateway' => 'recurring_ok' ] );

		return [ new OrderRef( 'edd', $order ), $this->an_edd_subscription_for( $order ) ];
	}

	protected function charges_until( DateTimeImmutable $until ): array {
		global $wpdb;
		$charges = [];
		foreach ( $wpdb->get_results( $wpdb->prepare( "SELECT id, profile_id FROM {$wpdb->prefix}edd_subscriptions WHERE expiration <= %s", $until->format( 'Y-m-d H:i:s' ) ) ) as $row ) {
			$charges[ (string) $row->id ] = in_array( 'at once', EDD_Recurring_Gateway::told()[ $row->profile_id ] ?? [], true ) ? 0 : 1;
		}

		return $charges;
	}
}
