<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Admin;

use Amicable\Admin\Menu;
use Amicable\Admin\Roles;
use Amicable\Admin\Url;
use Amicable\Capability;
use Amicable\Storage\Tables;
use Amicable\Tests\Support\IntegrationTestCase;

final class RolesTest extends IntegrationTestCase {

	public function test_administrators_hold_everything_and_shop_managers_all_but_settings_and_approval(): void {
		add_role( 'shop_manager', 'Shop manager', [ 'read' => true ] );
		( new Roles() )->install();

		self::assertSame( Capability::ALL, $this->held_by( 'administrator' ) );
		self::assertSame( array_values( array_diff( Capability::ALL, [ Capability::SETTINGS, Capability::APPROVE ] ) ), $this->held_by( 'shop_manager' ) );
	}

	public function test_a_support_agent_sees_people_and_work_but_no_amounts(): void {
		self::assertSame( [ Capability::VIEW, Capability::LOG, Capability::CASES ], $this->held_by( Tables::ROLE ) );
		self::assertTrue( get_role( Tables::ROLE )?->has_cap( 'view_admin_dashboard' ) );
	}

	public function test_a_store_that_comes_later_brings_its_role_into_the_plan(): void {
		add_role( 'shop_manager', 'Shop manager', [ 'read' => true ] );
		do_action( 'activated_plugin', 'store/store.php', false );

		self::assertContains( Capability::OFFBOARD, $this->held_by( 'shop_manager' ) );
	}

	public function test_what_an_administrator_took_away_stays_away(): void {
		get_role( Tables::ROLE )?->remove_cap( Capability::CASES );
		do_action( 'activated_plugin', 'store/store.php', false );

		self::assertNotContains( Capability::CASES, $this->held_by( Tables::ROLE ) );
	}

	public function test_removal_leaves_no_capability_behind(): void {
		( new Roles() )->remove();

		self::assertNull( get_role( Tables::ROLE ) );
		foreach ( array_keys( wp_roles()->roles ) as $role ) {
			self::assertSame( [], $this->held_by( $role ) );
		}
	}

	public function test_only_a_support_agent_and_nothing_else_lands_on_find_a_customer(): void {
		$agent = $this->as_role( Tables::ROLE );
		self::assertSame( Url::to( 'find' ), apply_filters( 'login_redirect', admin_url(), '', $agent ) );
		self::assertSame( Url::to( 'case', 4 ), apply_filters( 'login_redirect', Url::to( 'case', 4 ), Url::to( 'case', 4 ), $agent ) );

		$agent->add_role( 'editor' );
		self::assertSame( admin_url(), apply_filters( 'login_redirect', admin_url(), '', $agent ) );
		self::assertSame( admin_url(), apply_filters( 'login_redirect', admin_url(), '', $this->as_role( 'administrator' ) ) );
	}

	public function test_a_support_agent_sees_our_menu_and_no_other(): void {
		global $menu;
		$this->as_role( Tables::ROLE );
		$menu = [ [ 'Dashboard', 'read', 'index.php', '', '' ], [ 'Profile', 'read', 'profile.php', '', '' ] ];
		do_action( 'admin_menu', '' );

		self::assertSame( [ Url::PAGE ], array_column( array_filter( $menu, static fn ( array $item ): bool => current_user_can( $item[1] ) && $item[2] !== '' ), 2 ) );
		self::assertNull( Menu::parent() );
	}

	public function test_a_link_names_screen_and_object(): void {
		self::assertSame( admin_url( 'admin.php?page=amicable' ), Url::to() );
		self::assertSame( admin_url( 'admin.php?page=amicable&screen=customer&id=12&tab=orders%20%26%20more' ), Url::to( 'customer', 12, [ 'tab' => 'orders & more' ] ) );
	}

	/** @return list<string> */
	private function held_by( string $role ): array {
		return array_values( array_filter( Capability::ALL, static fn ( string $capability ): bool => get_role( $role )?->has_cap( $capability ) === true ) );
	}
}
