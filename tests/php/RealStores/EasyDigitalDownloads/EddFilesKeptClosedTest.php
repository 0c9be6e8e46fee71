<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Stores\Keys;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\Support\IntegrationTestCase;
use RuntimeException;

/** After a parting no status that EDD writes opens a file again; a person does. */
final class EddFilesKeptClosedTest extends IntegrationTestCase {

	use MakesEddOrders;
	use PartsWays;

	private int $order;

	protected function setUp(): void {
		parent::setUp();
		$this->two_people();
		$this->order = $this->an_order( [ 'email' => 'robin@example.com', 'downloads' => 1 ] );
		$this->graph()->importer()->slice( 'edd', 60.0 );
	}

	public function test_a_status_that_opens_the_items_again_opens_no_file_until_a_person_does(): void {
		self::assertTrue( $this->may_fetch() );
		$customer = (int) $this->graph()->identity()->find_by_email( 'robin@example.com' );

		$run = $this->run_to_its_end( $this->started( $customer, $this->plan( $customer ) ) );

		self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		self::assertStringContainsString( 'stays so', implode( ' ', array_column( $run['proof']['obligations'], 'text' ) ) );
		edd_update_order_status( $this->order, 'complete' );
		self::assertSame( [ 'complete' ], array_values( array_unique( array_column( edd_get_order( $this->order )->get_items(), 'status' ) ) ), 'EDD opened every item again.' );
		self::assertFalse( $this->may_fetch() );
		$open = array_filter( $this->graph()->edd()->obligations( [ $this->order ], new Keys( [], [] ) ), static fn ( object $answer ): bool => $answer->check === 11 && $answer->open );
		self::assertSame( [], array_values( $open ) );

		$this->rest( 'POST', "/orders/edd/$this->order/reopen", [ 'reason' => '' ] );

		self::assertTrue( $this->may_fetch() );
	}

	/** What EDD's own handler says to the link of the file. */
	private function may_fetch(): bool {
		$item    = array_values( edd_get_order( $this->order )->get_items() )[1];
		$_GET    = [];
		$url     = edd_get_download_file_url( edd_get_order( $this->order ), 'robin@example.com', 1, (int) $item->product_id );
		$parts   = [];
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $parts );
		$_GET    = $parts;
		$before  = $_SERVER['REQUEST_URI'] ?? '';

		$_SERVER['REQUEST_URI'] = '/?' . wp_parse_url( $url, PHP_URL_QUERY );
		$reached = false;
		$stop    = static function () use ( &$reached ): void {
			$reached = true;
			throw new RuntimeException( 'handed out' );
		};
		$die     = static fn (): callable => static fn () => throw new RuntimeException( 'refused' );
		add_action( 'edd_process_verified_download', $stop, 1 );
		add_filter( 'wp_die_handler', $die );
		try {
			edd_process_download();
		} catch ( RuntimeException ) {
			return $reached;
		} finally {
			remove_action( 'edd_process_verified_download', $stop, 1 );
			remove_filter( 'wp_die_handler', $die );
			$_GET                   = [];
			$_SERVER['REQUEST_URI'] = $before;
		}

		return $reached;
	}
}
