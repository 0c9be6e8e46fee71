<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Admin;

use Amicable\Admin\Boot;
use Amicable\Admin\FirstRequests;
use Amicable\Admin\Screens;
use Amicable\CurrentMode;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Tables;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\IntegrationTestCase;
use Closure;
use RuntimeException;

final class PagesTest extends IntegrationTestCase {

	use AssertsShapes;

	public function test_what_a_page_tells_our_scripts(): void {
		$this->as_role( 'administrator' );
		$boot = $this->boot()->data();

		self::assert_shape( 'me.boot', $boot );
		self::assertSame( 'live', $boot['mode'] );
		self::assertFalse( $boot['practice_loaded'] );
	}

	public function test_a_page_of_somebody_in_practice_that_was_removed_shows_the_real_shop(): void {
		$user = $this->as_role( 'administrator' );
		( new CurrentMode() )->set( $user->ID, Mode::Practice );
		self::assertSame( 'live', $this->boot()->data()['mode'] );

		Plugin::instance()->graph( Mode::Practice )->migrations()->run();
		self::assertSame( 'practice', $this->boot()->data()['mode'] );
		self::assertTrue( $this->boot()->data()['practice_loaded'] );

		( new CurrentMode() )->set( $user->ID, Mode::Live );
		self::assertSame( '', get_user_meta( $user->ID, 'amicable_mode', true ) );
	}

	public function test_every_first_request_of_a_screen_is_one_that_the_server_answers(): void {
		$this->as_role( 'administrator' );
		$_GET['search'] = 'ma & co';
		$_GET['flag']   = 'docs_questions';
		foreach ( [ 'overview', 'customers', 'settings' ] as $screen ) {
			foreach ( FirstRequests::of( $screen ) as $path ) {
				self::assertSame( 200, $this->rest( 'GET', $path )->get_status(), $path );
			}
		}
		self::assertSame( [ '/amicable/v1/customers?search=ma%20%26%20co&flag=docs_questions&orderby=support_cost&order=desc&page=1&per_page=25' ], FirstRequests::of( 'customers' ) );

		$_GET = [
			'paged' => '3',
			'id'    => '7',
		];
		self::assertSame( [ '/amicable/v1/customers?orderby=support_cost&order=desc&page=3&per_page=25' ], FirstRequests::of( 'customers' ) );
		self::assertSame( [ '/amicable/v1/customers/7', '/amicable/v1/customers/7/tickets?page=1&per_page=100' ], FirstRequests::of( 'customer' ) );
		$this->as_role( Tables::ROLE );
		self::assertSame( [ '/amicable/v1/customers?orderby=minutes&order=desc&page=3&per_page=25' ], FirstRequests::of( 'customers' ) );
	}

	public function test_the_page_says_what_it_needs_without_scripts(): void {
		ob_start();
		( new Screens() )->render();

		self::assertMatchesRegularExpression( '~<div id="amicable-root"[^>]*><noscript><p>[^<]+</p></noscript></div>~', (string) ob_get_clean() );
	}

	public function test_the_plugins_screen_says_where_to_go_until_somebody_went_there(): void {
		$this->as_role( 'administrator' );
		update_option( 'amicable_welcome', 'new' );
		self::assertSame( 1, substr_count( $this->notices(), 'Open Amicable' ) );
		self::assertSame( 1, substr_count( $this->notices(), 'Open Amicable' ), 'Not closed, so it is still there.' );

		$_GET['page'] = 'amicable';
		do_action( 'admin_init' );
		unset( $_GET['page'] );
		self::assertSame( '', $this->notices() );
		do_action( 'activate_' . plugin_basename( Plugin::instance()->file ) );
		self::assertSame( '', $this->notices(), 'Another activation finds that it was seen.' );
	}

	public function test_who_closes_the_notice_closes_it_for_good(): void {
		$this->as_role( 'administrator' );
		update_option( 'amicable_welcome', 'new' );
		add_filter( 'wp_doing_ajax', '__return_true' );
		add_filter( 'wp_die_ajax_handler', static fn (): Closure => static fn () => throw new RuntimeException( 'ended' ) );
		$_REQUEST['_ajax_nonce'] = 'forged';
		self::assertSame( 'ended', $this->ends( 'wp_ajax_amicable_dismiss_welcome' ) );
		self::assertSame( 'new', get_option( 'amicable_welcome' ) );

		$_REQUEST['_ajax_nonce'] = wp_create_nonce( 'amicable_dismiss_welcome' );
		self::assertSame( 'ended', $this->ends( 'wp_ajax_amicable_dismiss_welcome' ) );
		self::assertSame( '', $this->notices() );
	}

	public function test_who_may_not_look_sees_no_notice(): void {
		update_option( 'amicable_welcome', 'new' );
		$this->as_role( 'editor' );
		self::assertSame( '', $this->notices() );
	}

	private function ends( string $hook ): string {
		ob_start();
		try {
			do_action( $hook );
		} catch ( RuntimeException $end ) {
			return $end->getMessage();
		} finally {
			ob_end_clean();
		}

		return '';
	}

	private function notices(): string {
		remove_all_actions( 'admin_notices' );
		do_action( 'load-plugins.php' );
		ob_start();
		do_action( 'admin_notices' );

		return (string) ob_get_clean();
	}

	private function boot(): Boot {
		return new Boot( Plugin::instance()->file, new CurrentMode(), Plugin::instance()->graph( ... ) );
	}
}
