<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\FirstRun;

use Amicable\Admin\CustomerCard;
use Amicable\Ledger\Cut;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;

/** High value is told to everybody, what may be given only to who may see money. */
final class GoodNewsTest extends IntegrationTestCase {

	use AssertsShapes;

	private int $best = 0;

	protected function setUp(): void {
		parent::setUp();
		$desk = new Desk();
		for ( $id = 1; $id < Cut::FEWEST; $id++ ) {
			$desk->sale( "buyer-$id@example.com", 4900, 200, $id );
		}
		$this->best = $desk->sale( 'jun@example.com', 114_313, 200, 99 );
		Desk::graph()->ticket_writer()->write( Desk::SOURCE, [ $desk->ticket( 'A-1', 5000, [ 'requester' => [ 'email' => 'else@example.com', 'name' => 'Somebody' ] ] ) ] );
		$this->run_jobs();
		Desk::graph()->rebuild_accounts()->run( [] ); // A request asks for it once, and tests before this one were the same request.
		Desk::graph()->rank_customers()->run( [] );
	}

	public function test_who_sees_money_reads_how_much_may_be_given(): void {
		$this->as_role( 'administrator' );
		$row = $this->json( $this->rest( 'GET', "/customers/$this->best" ) );

		self::assertSame( 'high_value', $row['tier'] );
		self::assertSame( [ 'minor' => 110_000, 'currency' => 'USD' ], $row['money']['may_give'] );
		self::assertSame( [], $row['flags'], 'It is no flag.' );
		$card = $this->card();
		self::assertStringContainsString( 'High value', $card );
		self::assertStringContainsString( 'Be generous.', $card );
		self::assertMatchesRegularExpression( '/You can give up to [^<]*1,100[^<]* and still profit, as far as support is known\..*<dd>≥ [^<]*<.*Margin<\/dt><dd>≤ [^<]*1,143/', $card );
	}

	public function test_everybody_else_reads_that_they_are_of_high_value_and_no_amount(): void {
		$this->as_role( 'amicable_support_agent' );
		$row = $this->json( $this->rest( 'GET', "/customers/$this->best" ) );

		self::assertSame( 'high_value', $row['tier'] );
		self::assertArrayNotHasKey( 'money', $row );
		self::assertStringContainsString( 'High value', $this->card() );
		self::assertDoesNotMatchRegularExpression( '/give up to|1,100|1100/', $this->card() );
		$overview = $this->json( $this->rest( 'GET', '/overview' ) );
		self::assertSame( [ null, 1 ], [ $overview['curve'], $overview['figures']['high_value'] ] );
		self::assertArrayNotHasKey( 'refunded', $overview['figures'] );
	}

	public function test_the_list_finds_them_by_tier(): void {
		$this->as_role( 'administrator' );
		self::assertSame( [ $this->best ], array_column( $this->json( $this->rest( 'GET', '/customers?tier=high_value' ) ), 'id' ) );
	}

	public function test_the_owner_says_who_that_is_and_reads_first_how_many_it_would_be(): void {
		$this->as_role( 'administrator' );
		$settings = $this->json( $this->rest( 'GET', '/settings' ) );
		$by_sum   = [ 'by' => 'sum', 'sum' => [ 'minor' => 4_900, 'currency' => 'USD' ] ] + $settings['high_value'];
		$try      = $this->rest( 'POST', '/settings/high-value/try', $by_sum );
		self::assert_shape( 'settings.high_value_tried', $try->get_data() );
		self::assertSame( [ 'begins' => [ 'minor' => 4_900, 'currency' => 'USD' ], 'customers' => Cut::FEWEST ], $try->get_data() );
		self::assertSame( [ 'high_value.sum.minor' ], array_keys( $this->rest( 'POST', '/settings/high-value/try', [ 'sum' => [ 'minor' => 0, 'currency' => 'USD' ] ] + $by_sum )->get_data()['data']['params'] ) );
		self::assertSame( [ 'high_value.profit.currency' ], array_keys( $this->rest( 'POST', '/settings/high-value/try', [ 'profit' => [ 'minor' => 5, 'currency' => 'EUR' ] ] + $by_sum )->get_data()['data']['params'] ) );
		self::assertSame( $settings, $this->json( $this->rest( 'GET', '/settings' ) ), 'Trying keeps nothing.' );

		$saved = $this->rest( 'PUT', '/settings', [ 'version' => $settings['version'], 'high_value' => $by_sum ] );
		self::assertSame( [ 200, 'sum' ], [ $saved->get_status(), $saved->get_data()['high_value']['by'] ] );
		$this->run_jobs();
		self::assertCount( Cut::FEWEST, $this->json( $this->rest( 'GET', '/customers?tier=high_value' ) ), 'Without waiting for the next day.' );
	}

	public function test_nothing_is_offered_to_whom_the_shop_parted_from(): void {
		$this->as_role( 'administrator' );
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'customers' ) . " SET blocked_at = '2026-01-01 00:00:00' WHERE id = $this->best" );
		self::assertStringNotContainsString( 'give up to', $this->card() );
	}

	private function card(): string {
		ob_start();
		( new CustomerCard() )->render( Desk::graph()->customer_shape()->rows( [ $this->best ] )[0] );

		return (string) ob_get_clean();
	}
}
