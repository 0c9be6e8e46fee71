<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Runs\RunJob;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** EDD's gateways pay only when a person ticks a box in its admin. Ours pay wherever a run goes on, each time in a process of its own. */
#[Group( 'faults' )]
final class EddContextsTest extends IntegrationTestCase {

	use MakesEddOrders;
	use PartsWays;

	/** @return iterable<string, array{string}> */
	public static function places(): iterable {
		foreach ( [ 'rest', 'cron', 'cli', 'admin' ] as $place ) {
			yield $place => [ $place ];
		}
	}

	#[DataProvider( 'places' )]
	public function test_a_run_pays_through_the_gateway_wherever_it_goes_on( string $place ): void {
		$tally = new Tally( 'contexts_edd' );
		$tally->begin();
		$this->two_people();
		$orders = [
			$this->an_order( [ 'age_days' => 90 ] ),
			$this->an_order( [ 'gateway' => 'stripe', 'total' => 2500 ] ),
		];
		$this->graph()->importer()->slice( 'edd', 60.0 );
		$customer = (int) $this->graph()->identity()->find_by_email( 'buyer@example.com' );
		$run      = $this->started( $customer, $this->plan( $customer ) );

		[ $thrown ] = Processes::at_once( [ fn (): ?array => $this->go_on( $run, $place ) ] );

		foreach ( $orders as $order ) {
			$tally->order( count( Bank::payouts( $order ) ) );
		}
		self::assertNull( $thrown['thrown'] ?? null );
		self::assertSame( [ [ '49.00' ], [ '25.00' ] ], array_map( Bank::payouts( ... ), $orders ) );
		wp_cache_flush();
		self::assertSame( [ 'refunded', 'refunded' ], array_map( fn ( int $id ): ?string => $this->graph()->edd()->order( $id )?->status, $orders ) );
		$tally->pass();
		$tally->report();
	}

	/** In a child process: what is defined here ends with it. */
	private function go_on( int $run, string $place ): ?array {
		match ( $place ) {
			'cron'  => define( 'DOING_CRON', true ),
			'cli'   => define( 'WP_CLI', true ),
			'admin' => set_current_screen( 'dashboard' ),
			'rest'  => null,
		};
		if ( $place === 'rest' ) {
			$this->run_to_its_end( $run );

			return null;
		}
		wp_set_current_user( $place === 'admin' ? $this->starter->ID : 0 );
		for ( $turn = 0; $turn < 20; $turn++ ) {
			$this->graph()->job( RunJob::NAME )?->run( [ 'run_id' => $run ] );
		}

		return null;
	}
}
