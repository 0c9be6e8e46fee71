<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Rest\Schema;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Each answer is what its schema says, with the fields of the fixture that the browser's tests read. */
final class AnswersTest extends IntegrationTestCase {

	use AssertsShapes;

	/** @return iterable<string, array{string, string}> */
	public static function collections(): iterable {
		yield 'orders' => [ 'orders', 'customers.order' ];
		yield 'tickets' => [ 'tickets', 'customers.ticket' ];
		yield 'evidence' => [ 'evidence', 'customers.evidence' ];
		yield 'timeline' => [ 'timeline', 'customers.timeline' ];
		yield 'goodwill' => [ 'goodwill', 'goodwill.entry' ];
	}

	#[DataProvider( 'collections' )]
	public function test_what_hangs_below_a_customer( string $list, string $shape ): void {
		$this->as_role( 'administrator' );
		$canary = new Canary();
		$answer = $this->rest( 'GET', "/customers/$canary->customer/$list" );
		$items  = $this->json( $answer );

		self::assertSame( 200, $answer->get_status() );
		self::assertNotSame( [], $items );
		self::assertSame( (string) count( $items ), $answer->get_headers()['X-WP-Total'] );
		foreach ( $items as $item ) {
			self::assert_shape( $shape, $item );
		}
	}

	public function test_a_row_of_the_list(): void {
		$this->as_role( 'administrator' );
		new Canary();
		$rows = $this->json( $this->rest( 'GET', '/customers' ) );

		self::assertCount( 1, $rows );
		self::assert_shape( 'customers.row', $rows[0] );
	}

	public function test_the_reports_and_no_amounts_for_whoever_may_not_see_money(): void {
		$this->as_role( 'administrator' );
		new Canary();
		$report = $this->json( $this->rest( 'GET', '/reports' ) );
		self::assert_shape( 'reports.report', $report );
		self::assertSame( 1, array_sum( array_column( $report['concessions'], 'given' ) ) );

		$this->as_role( 'amicable_support_agent' );
		$report = $this->json( $this->rest( 'GET', '/reports' ) );
		self::assertSame( [], ( new Schema() )->errors( 'reports.report', $report ) );
		self::assertArrayNotHasKey( 'money', $report['concessions'][0] );
		self::assertArrayNotHasKey( 'money', $report['recovered'] );
	}

	public function test_a_customer(): void {
		$this->as_role( 'administrator' );
		$canary   = new Canary();
		$customer = $this->json( $this->rest( 'GET', "/customers/$canary->customer" ) );

		self::assert_shape( 'customers.detail', $customer );
		self::assertSame( [ 'docs_questions', 'cost_over_paid' ], array_column( $customer['flags'], 'pattern' ) );
		self::assertSame( Canary::WORD, $customer['flags'][0]['evidence'][0]['quote'] );
	}

	public function test_without_the_money_capability_amounts_are_absent_and_the_rest_is_whole(): void {
		$canary = new Canary();
		$this->as_role( 'amicable_support_agent' );
		$customer = $this->json( $this->rest( 'GET', "/customers/$canary->customer" ) );

		self::assertSame( [], ( new Schema() )->errors( 'customers.detail', $this->rest( 'GET', "/customers/$canary->customer" )->get_data() ) );
		self::assertSame( [], array_intersect( [ 'money', 'lines', 'breakdown' ], array_keys( $customer ) ) );
		self::assertSame( [ [], [] ], [ $customer['flags'][1]['measured'], $customer['flags'][1]['threshold'] ] );
		self::assertSame( 17, $customer['flags'][0]['measured']['tickets'] );
		self::assertSame( 90, $customer['minutes'] );
	}

	public function test_who_was_merged_answers_where_they_went(): void {
		$this->as_role( 'administrator' );
		$canary   = new Canary();
		$database = Plugin::instance()->graph( Mode::Live )->database();
		$old      = (int) $database->insert( 'customers', [ 'name' => 'Old', 'email' => 'old@example.com', 'merged_into' => $canary->customer, 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );

		self::assertSame( [ 'moved_to' => $canary->customer ], $this->json( $this->rest( 'GET', "/customers/$old" ) ) );
		self::assertCount( 1, $this->rest( 'GET', "/customers/$old/orders" )->get_data() );
	}

	public function test_the_overview(): void {
		$this->as_role( 'administrator' );
		new Canary();

		self::assert_shape( 'overview.overview', $this->json( $this->rest( 'GET', '/overview' ) ) );
	}

	public function test_the_card_of_an_order(): void {
		$this->as_role( 'administrator' );
		new Canary();
		$card = $this->json( $this->rest( 'GET', '/orders/sample/501/customer' ) );

		self::assert_shape( 'orders.card', $card );
		self::assertSame( Canary::WORD, $card['customer']['name'] );
	}

	public function test_the_settings(): void {
		$this->as_role( 'administrator' );

		self::assert_shape( 'settings.settings', $this->json( $this->rest( 'GET', '/settings' ) ) );
	}

	public function test_a_page_of_a_list_names_its_neighbors(): void {
		$this->as_role( 'administrator' );
		$canary = new Canary();
		$answer = $this->rest( 'GET', "/customers/$canary->customer/timeline?per_page=2&page=2" );

		self::assertCount( 2, $answer->get_data() );
		self::assertMatchesRegularExpression( '~<[^>]+page=1&per_page=2>; rel="prev", <[^>]+page=3&per_page=2>; rel="next", <[^>]+page=1&per_page=2>; rel="first", <[^>]+>; rel="last"~', $answer->get_headers()['Link'] );
	}

	public function test_nothing_that_was_answered_may_be_stored_on_the_way(): void {
		$this->as_role( 'administrator' );
		self::assertSame( 'no-store', $this->rest( 'GET', '/overview' )->get_headers()['Cache-Control'] );
		$this->as_role( 'anonymous' );
		self::assertSame( 'no-store', $this->rest( 'GET', '/overview' )->get_headers()['Cache-Control'] );
	}
}
