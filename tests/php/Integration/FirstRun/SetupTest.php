<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\FirstRun;

use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;

/** Three questions, asked once, with what the site itself tells. */
final class SetupTest extends IntegrationTestCase {

	use AssertsShapes;

	protected function setUp(): void {
		parent::setUp();
		$this->as_role( 'administrator' );
	}

	public function test_everything_is_asked_first_with_our_guess_for_the_currency(): void {
		$setup = $this->setup_answer();

		self::assert_shape( 'setup.setup', $setup );
		self::assertSame( [ 'hourly_cost', 'channels', 'docs' ], $setup['questions'] );
		self::assertSame( [ 'minor' => 3000, 'currency' => 'USD' ], $setup['hourly_cost'] );
		self::assertSame( [ [], [] ], [ $setup['desks'], $setup['docs'] ] );
	}

	public function test_answered_or_skipped_or_said_elsewhere_nothing_is_asked_again(): void {
		$version = $this->save( [ 'hourly_cost_confirmed' => true ] );
		self::assertSame( [ 'channels', 'docs' ], $this->setup_answer()['questions'] );
		$version = $this->save( [ 'answered' => [ 'docs' ] ], $version );
		self::assertSame( [ 'channels' ], $this->setup_answer()['questions'] );
		$this->save( [ 'answered' => [ 'channels' ], 'channels' => [ 'by_hand' ] ], $version );
		self::assertSame( [], $this->setup_answer()['questions'] );
		self::assertSame( [ 'by_hand' ], $this->json( $this->rest( 'GET', '/settings' ) )['channels'] );
	}

	public function test_whose_tickets_are_here_is_not_asked_where_customers_write(): void {
		$desk = new Desk();
		Desk::graph()->ticket_writer()->write( Desk::SOURCE, [ $desk->ticket( 'A-1', 5000 ) ] );

		self::assertNotContains( 'channels', $this->setup_answer()['questions'] );
	}

	public function test_docs_of_this_site_are_found_by_what_they_are_called(): void {
		register_post_type( 'docs', [ 'public' => true, 'has_archive' => 'help-center', 'label' => 'Docs' ] );
		register_post_type( 'kb', [ 'public' => true, 'has_archive' => true, 'label' => 'Empty' ] );
		register_post_type( 'shop_docs_draft', [ 'public' => false ] );
		wp_insert_post( [ 'post_type' => 'docs', 'post_status' => 'publish', 'post_title' => 'Install' ] );
		wp_insert_post( [ 'post_type' => 'docs', 'post_status' => 'publish', 'post_title' => 'Update' ] );
		wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Knowledge base', 'post_name' => 'knowledge-base' ] );
		update_option( 'permalink_structure', '/%postname%/' );
		$GLOBALS['wp_rewrite']->init();
		$docs = $this->setup_answer()['docs'];

		self::assertSame( [ [ 'Docs', 2 ], [ 'Knowledge base', 1 ] ], array_map( static fn ( array $one ): array => [ $one['name'], $one['pages'] ], $docs ) );
		self::assertStringStartsWith( 'https://', $docs[0]['url'] );
		self::assertStringContainsString( 'help-center', $docs[0]['url'] );
		self::assertSame( 200, $this->rest( 'PUT', '/settings', [ 'version' => 1, 'docs_urls' => array_column( $docs, 'url' ) ] )->get_status() );
	}

	public function test_a_desk_of_this_site_is_found_by_what_only_it_defines(): void {
		define( 'FLUENT_SUPPORT_VERSION', '1.9.0' );

		self::assertSame( [ [ 'id' => 'fluent_support', 'name' => 'Fluent Support' ] ], $this->setup_answer()['desks'] );
	}

	public function test_todays_rate_makes_sums_known_and_approximate(): void {
		Desk::graph()->database()->insert( 'customers', [ 'id' => 7, 'name' => 'Jun', 'email' => 'jun@example.com', 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		Desk::graph()->database()->insert( 'orders', [ 'store' => 'sample', 'order_id' => 1, 'customer_id' => 7, 'key_id' => 1, 'currency' => 'EUR', 'total' => 10_000, 'paid' => 1, 'rate_date' => '2026-01-02', 'created_at' => '2026-01-02 00:00:00', 'bought_at' => '2026-01-02 00:00:00', 'seen_at' => '2026-01-02 00:00:00' ] );
		Desk::graph()->projector()->project( 7 );
		self::assertSame( [ [ 'currency' => 'EUR', 'orders' => 1 ] ], $this->overview()['rates_missing'] );
		self::assertNull( $this->money()['paid_base'] );

		self::assertSame( 200, $this->rest( 'POST', '/setup/rates', [ 'currency' => 'EUR', 'rate' => '1.1' ] )->get_status() );
		$this->run_jobs();
		self::assertSame( [], $this->overview()['rates_missing'] );
		self::assertSame( [ 11_000, true ], [ $this->money()['paid_base']['minor'] ?? null, $this->money()['approximate'] ] );
		self::assertSame( [ [ 'owner', gmdate( 'Y-m-d' ) ] ], array_map( static fn ( array $row ): array => [ $row['source'], $row['day'] ], Desk::rows( 'rates' ) ) );

		$this->rest( 'POST', '/setup/rates', [ 'currency' => 'EUR', 'rate' => '1.2' ] );
		$this->run_jobs();
		self::assertCount( 1, Desk::rows( 'rates' ), 'Said twice a day, the last word counts.' );
		self::assertSame( 12_000, $this->money()['paid_base']['minor'] ?? null );
	}

	public function test_what_is_no_rate_is_refused_by_field(): void {
		$refused = fn ( array $body ): array => array_keys( $this->json( $this->rest( 'POST', '/setup/rates', $body ) )['data']['params'] );

		self::assertSame( [ 'rate' ], $refused( [ 'currency' => 'EUR', 'rate' => '0' ] ) );
		self::assertSame( [ 'currency' ], $refused( [ 'currency' => 'USD', 'rate' => '1' ] ) );
		self::assertSame( [ 'currency' ], $refused( [ 'currency' => 'XXQ', 'rate' => '1' ] ) );
		self::assertSame( [], Desk::rows( 'rates' ) );
	}

	/** @return array<string, mixed> */
	private function setup_answer(): array {
		return $this->json( $this->rest( 'GET', '/setup' ) );
	}

	/** @return array<string, mixed> */
	private function overview(): array {
		return $this->json( $this->rest( 'GET', '/overview' ) );
	}

	/** @return array<string, mixed> */
	private function money(): array {
		return $this->json( $this->rest( 'GET', '/customers/7' ) )['money'];
	}

	/** @param array<string, mixed> $changes */
	private function save( array $changes, int $version = 1 ): int {
		$answer = $this->rest( 'PUT', '/settings', [ 'version' => $version ] + $changes );
		self::assertSame( 200, $answer->get_status() );

		return $this->json( $answer )['version'];
	}
}
