<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Practice;

use Amicable\Admin\PracticeShop;
use Amicable\CurrentMode;
use Amicable\Jobs\Schedule;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Practice\Progress;
use Amicable\Storage\Claims;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Contract\Sample\PracticeGraph;
use Amicable\Tests\Support\IntegrationTestCase;

final class PracticeShopTest extends IntegrationTestCase {

	use PracticeGraph;

	public function test_an_order_shows_what_was_bought_and_our_box_with_the_way_to_a_refund(): void {
		$id = $this->an_order();
		$this->look_at( 'administrator', Mode::Practice );

		$page = $this->page( [ 'screen' => PracticeShop::ORDER, 'id' => (string) $id ] );

		self::assertStringContainsString( 'Harborline Forms', $page );
		self::assertStringContainsString( '$49.00', $page );
		self::assertStringContainsString( 'id="amicable-order"', $page, 'a real meta box' );
		self::assertStringContainsString( 'Refund and end license…', $page );
		self::assertStringContainsString( 'Nothing here is real.', $page );
	}

	public function test_the_list_leads_to_the_orders(): void {
		$id = $this->an_order();
		$this->look_at( 'administrator', Mode::Practice );

		self::assertStringContainsString( 'screen=practice-order&#038;id=' . $id, $this->page( [ 'screen' => PracticeShop::ORDERS ] ) );
	}

	public function test_outside_practice_and_without_leave_to_see_money_nothing_is_shown(): void {
		$asked = [
			'screen' => PracticeShop::ORDER,
			'id'     => (string) $this->an_order(),
		];
		$this->look_at( 'administrator', Mode::Live );
		self::assertStringContainsString( 'Enter Practice', $this->page( $asked ) );

		$this->look_at( 'amicable_support_agent', Mode::Practice );
		self::assertStringNotContainsString( '49.00', $this->page( $asked ) );
	}

	public function test_an_order_that_is_not_there_says_so(): void {
		$this->practice();
		$this->look_at( 'administrator', Mode::Practice );

		self::assertStringContainsString( 'There is no such order.', $this->page( [ 'screen' => PracticeShop::ORDER, 'id' => '987654' ] ) );
		self::assertStringContainsString( 'There is no such order.', $this->page( [ 'screen' => PracticeShop::ORDER, 'id' => '1 OR 1' ] ) );
	}

	public function test_what_a_story_of_the_past_has_in_hand_is_not_swept_away_while_the_shop_is_filled(): void {
		$graph = $this->practice();
		$claim = 'order:sample:' . $this->an_order();
		$graph->database()->insert(
			'claims',
			[
				'claim'    => $claim,
				'run_id'   => 987654,
				'taken_at' => '2025-03-01 09:00:00',
			]
		);
		$option = $graph->practice()->progress;
		$before = $option->read();
		$begun  = Progress::begun( 1, $graph->clock()->now(), 1 )->with( lease: time() + 60 );
		self::assertTrue( $option->change( $before, $begun ) );

		do_action( Schedule::SWEEP );
		self::assertSame( [ $claim => 987654 ], ( new Claims( $graph->database(), $graph->clock() ) )->holders( [ $claim ] ) );

		$option->delete();
		do_action( Schedule::SWEEP );
		self::assertSame( [], ( new Claims( $graph->database(), $graph->clock() ) )->holders( [ $claim ] ), 'later it is nobody\'s' );
	}

	private function an_order(): int {
		$id = $this->a_sample_order( [] );
		Plugin::instance()->graph( Mode::Practice )->projector()->order_changed( new OrderRef( 'sample', $id ) );

		return $id;
	}

	private function look_at( string $role, Mode $mode ): void {
		$this->as_role( $role );
		( new CurrentMode() )->set( get_current_user_id(), $mode );
	}

	/** @param array<string, string> $query */
	private function page( array $query ): string {
		$_GET = [ 'page' => 'amicable' ] + $query;
		set_current_screen( 'toplevel_page_amicable' );
		do_action( 'admin_menu' );
		do_action( 'load-toplevel_page_amicable' );
		ob_start();
		do_action( 'toplevel_page_amicable' );

		return (string) ob_get_clean();
	}
}
