<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\OrderRef;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\WebServer;
use Amicable\Tests\Support\IntegrationTestCase;

/** Our box on EDD's own order details, and our card on its customer screen. */
final class EddScreensTest extends IntegrationTestCase {

	use MakesEddOrders;

	public function test_the_pages_of_edd_carry_the_box_and_the_card(): void {
		$id       = $this->known_order();
		$customer = edd_get_order( $id )->customer_id;
		$user     = $this->as_role( 'administrator' )->ID;
		$server   = new WebServer( 2, 0 );
		try {
			$order_page    = $server->page( "edit.php?post_type=download&page=edd-payment-history&view=view-order-details&id=$id", $user );
			$customer_page = $server->page( "edit.php?post_type=download&page=edd-customers&view=overview&id=$customer", $user );
			$list_page     = $server->page( 'edit.php?post_type=download&page=edd-payment-history', $user );
		} finally {
			$server->stop();
		}

		self::assertMatchesRegularExpression( '~id="side-sortables">.*id="amicable-order" class="postbox edd-order-data".*id="edd-order-update" class="postbox edd-order-data"~s', $order_page, 'In the column and in the look of EDD\'s own boxes.' );
		self::assertStringContainsString( '$49.00', $order_page, 'The figures are in the page; nobody has to ask for them.' );
		self::assertStringContainsString( 'Refund and end license', $order_page );
		// Without a build there is a notice in place of the script.
		$loaded = '~amicable-order-panel-js|were not built~';
		self::assertMatchesRegularExpression( $loaded, $order_page );
		self::assertMatchesRegularExpression( $loaded, $customer_page );
		self::assertStringContainsString( 'id="amicable-customer"', $customer_page );
		self::assertStringContainsString( '$49.00', $customer_page );
		self::assertDoesNotMatchRegularExpression( $loaded, $list_page, 'Nothing of ours is loaded where nothing of ours is shown.' );
	}

	public function test_the_box_costs_at_most_five_queries_and_so_does_the_card(): void {
		$this->as_role( 'administrator' );
		$id       = $this->known_order();
		$customer = new \EDD_Customer( edd_get_order( $id )->customer_id );
		// What EDD's page has read before it comes to us.
		self::assertNotSame( [], $customer->emails );
		$this->box( $id );
		$this->card( $customer );

		foreach ( [ fn (): string => $this->box( $id ), fn (): string => $this->card( $customer ) ] as $show ) {
			$asked = $this->queries( $show );
			self::assertLessThanOrEqual( 5, count( $asked ), implode( "\n", $asked ) );
		}
	}

	public function test_a_locked_customer_costs_no_more(): void {
		$owner = $this->as_role( 'administrator' );
		$id    = $this->known_order();
		$graph = Plugin::instance()->graph( Mode::Live );
		$who   = (int) $graph->order_facts()->customer_of( new OrderRef( 'edd', $id ) );
		$case  = (int) $graph->runs()->cases->open( $who, $owner->ID, $owner->ID, null );
		$graph->database()->write( "UPDATE {$graph->database()->table( 'cases' )} SET stage = 'counsel' WHERE id = %d", [ $case ] );
		$graph->log()->append( 'case_moved', 'case', $case, $who, $owner->ID, [ 'to' => 'counsel', 'reason' => 'A letter of a law firm' ] );
		$this->as_role( 'administrator' );
		clean_user_cache( $owner );
		$customer = new \EDD_Customer( edd_get_order( $id )->customer_id );
		self::assertNotSame( [], $customer->emails );

		foreach ( [ fn (): string => $this->box( $id ), fn (): string => $this->card( $customer ) ] as $show ) {
			self::assertStringContainsString( 'A letter of a law firm', $show() );
			self::assertStringContainsString( "decided by $owner->display_name", $show() );
			$asked = $this->queries( $show );
			self::assertLessThanOrEqual( 5, count( $asked ), implode( "\n", $asked ) );
		}
	}

	public function test_without_the_right_to_see_money_none_is_printed(): void {
		$id   = $this->known_order();
		$user = $this->as_role( 'shop_manager' );
		self::assertStringContainsString( '49', $this->box( $id ), 'The test must be able to fail.' );
		$user->add_cap( 'amicable_money', false );
		wp_set_current_user( $user->ID );

		foreach ( [ $this->box( $id ), $this->card( new \EDD_Customer( edd_get_order( $id )->customer_id ) ) ] as $html ) {
			self::assertStringContainsString( 'Support time', $html );
			self::assertStringNotContainsString( '$49', $html );
			self::assertStringNotContainsString( 'Paid', $html );
		}
	}

	public function test_edds_own_roles_see_nothing_until_somebody_allows_it(): void {
		$id = $this->known_order();
		foreach ( [ 'shop_accountant', 'shop_worker', 'subscriber' ] as $role ) {
			$this->as_role( $role );

			self::assertSame( '', $this->box( $id ), $role );
			self::assertSame( '', $this->card( new \EDD_Customer( edd_get_order( $id )->customer_id ) ), $role );
		}
	}

	public function test_whoever_is_not_known_yet_is_said_to_be_so(): void {
		$this->as_role( 'administrator' );
		$id = $this->an_order();

		self::assertStringContainsString( 'has not been read yet', $this->box( $id ) );
		self::assertStringContainsString( 'has been read yet', $this->card( new \EDD_Customer( edd_get_order( $id )->customer_id ) ) );
	}

	public function test_an_order_in_test_mode_belongs_to_nobody(): void {
		$this->as_role( 'administrator' );

		self::assertStringContainsString( 'test mode', $this->box( $this->an_order( [ 'mode' => 'test' ] ) ) );
	}

	public function test_a_refund_has_no_box_of_its_own(): void {
		$this->as_role( 'administrator' );
		$id     = $this->known_order();
		$refund = edd_refund_order( $id );
		self::assertIsInt( $refund );

		self::assertSame( '', $this->box( $refund ) );
	}

	public function test_a_customer_is_found_by_any_of_the_addresses(): void {
		$this->as_role( 'administrator' );
		$id = $this->known_order();
		edd_update_customer_email_address( $this->address_of( $id ), [ 'type' => 'secondary' ] );
		$customer = new \EDD_Customer( edd_get_order( $id )->customer_id );
		$customer->add_email( 'newer@example.com', true );

		self::assertStringContainsString( '$49.00', $this->card( new \EDD_Customer( $customer->id ) ) );
	}

	private function known_order(): int {
		$id = $this->an_order();
		Plugin::instance()->graph( Mode::Live )->projector()->order_changed( new OrderRef( 'edd', $id ) );

		return $id;
	}

	private function address_of( int $order_id ): int {
		return (int) edd_get_customer_email_addresses( [ 'customer_id' => edd_get_order( $order_id )->customer_id ] )[0]->id;
	}

	private function box( int $order_id ): string {
		return $this->printed( static fn () => do_action( 'edd_view_order_details_sidebar_before', $order_id ) );
	}

	private function card( \EDD_Customer $customer ): string {
		return $this->printed( static fn () => do_action( 'edd_customer_card_top', $customer ) );
	}

	private function printed( callable $print ): string {
		ob_start();
		$print();

		return html_entity_decode( (string) ob_get_clean(), ENT_QUOTES );
	}

	/** @return list<string> */
	private function queries( callable $show ): array {
		$asked = [];
		$hear  = static function ( string $sql ) use ( &$asked ): string {
			$asked[] = $sql;

			return $sql;
		};
		add_filter( 'query', $hear );
		$show();
		remove_filter( 'query', $hear );

		return $asked;
	}
}
