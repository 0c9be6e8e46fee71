<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Admin;

use Amicable\CurrentMode;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Tables;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;
use WP_User;

/** The card on the screen of a WordPress account. */
final class ProfileCardTest extends IntegrationTestCase {

	public function test_an_account_shows_the_card_of_its_customer(): void {
		$account = $this->account_of_the_canary();
		$this->as_role( 'administrator' );
		$html = $this->rendered( $account );

		self::assertStringContainsString( Canary::WORD, $html );
		self::assertStringContainsString( 'screen=customer', $html );
		self::assertMatchesRegularExpression( '/7,?77,?77/', str_replace( ',', '', $html ), 'Who may see money sees it.' );
	}

	public function test_whoever_may_not_see_money_sees_hours_and_no_amount(): void {
		$account = $this->account_of_the_canary();
		$this->as_role( Tables::ROLE );
		$html = $this->rendered( $account );

		self::assertStringContainsString( '1 h 30 min', $html );
		self::assertDoesNotMatchRegularExpression( '/7777/', preg_replace( '/[.,]/', '', $html ) ?? '' );
	}

	public function test_a_stranger_to_the_plugin_sees_nothing_and_an_unknown_account_is_said_to_be_unknown(): void {
		$account = $this->account_of_the_canary();
		$nobody  = $this->as_role( 'subscriber' );
		self::assertSame( '', $this->rendered( $account ) );

		$this->as_role( 'administrator' );
		self::assertStringContainsString( 'No order and no ticket of this customer has been read yet', $this->rendered( $nobody ) );
	}

	public function test_in_practice_no_real_account_is_mixed_with_the_sample_shop(): void {
		$account = $this->account_of_the_canary();
		$admin   = $this->as_role( 'administrator' );
		Plugin::instance()->graph( Mode::Practice )->migrations()->run();
		( new CurrentMode() )->set( $admin->ID, Mode::Practice );
		$html = $this->rendered( $account );

		self::assertStringNotContainsString( Canary::WORD, $html );
		self::assertStringContainsString( 'You are in Practice', $html );
	}

	private function rendered( WP_User $account ): string {
		ob_start();
		do_action( 'edit_user_profile', $account );

		return (string) ob_get_clean();
	}

	private function account_of_the_canary(): WP_User {
		$canary   = new Canary();
		$graph    = Plugin::instance()->graph( Mode::Live );
		$account  = $this->as_role( 'subscriber' );
		$database = $graph->database();
		$database->insert( 'identity_keys', [ 'kind' => 'user', 'key_hash' => $graph->identity()->hash( 'user', (string) $account->ID ), 'customer_id' => $canary->customer, 'origin' => 'sample', 'confidence' => 100, 'created_at' => '2026-01-01 00:00:00' ] );

		return $account;
	}
}
