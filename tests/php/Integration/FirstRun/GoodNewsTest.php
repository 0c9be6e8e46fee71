<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\FirstRun;

use Amicable\Admin\CustomerCard;
use Amicable\Ledger\Cut;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;

/** High value is told to everybody, what may be given only to who may see money. */
final class GoodNewsTest extends IntegrationTestCase {

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
