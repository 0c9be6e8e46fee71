<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\Sample;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\KillTestCase;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tablespace;
use Amicable\Tests\Support\Tally;
use Closure;
use PHPUnit\Framework\Attributes\Group;

/** Ends that PHP itself makes (memory, time), and a database that can take no more, at every point, with its shutdown functions, as on a real host. */
#[Group( 'faults' )]
final class FatalsTest extends KillTestCase {

	private const LIMIT = '128M';

	private const ORDERS = 200;

	public function test_memory_that_ends_at_any_point_costs_nothing(): void {
		$this->cut_everywhere(
			'kill_memory',
			fn (): Closure => static function (): void {
				self::die_quietly();
				ini_set( 'memory_limit', self::LIMIT );
				str_repeat( 'x', 1 << 30 );
			},
			true,
		);
	}

	public function test_time_that_ends_at_any_point_costs_nothing(): void {
		$this->cut_everywhere(
			'kill_time',
			fn (): Closure => static function (): void {
				self::die_quietly();
				set_time_limit( 1 );
				while ( true ) {
					continue;
				}
			},
			true,
		);
	}

	/** The limit of the smallest hosts, with a customer larger than any we met. */
	public function test_a_large_parting_fits_into_128_megabytes(): void {
		$tally  = new Tally( 'memory_limit' );
		$orders = array_map( fn (): OrderRef => $this->order( [ 'email' => 'large@example.com' ] ), range( 1, self::ORDERS ) );
		try {
			array_map( static fn (): mixed => $tally->begin(), $orders );
			$answers = Processes::at_once(
				[
					function () use ( $orders ): int {
						ini_set( 'memory_limit', self::LIMIT );
						memory_reset_peak_usage();
						$this->part( $orders );

						return memory_get_peak_usage( true );
					},
				]
			);
			self::assertIsInt( $answers[0], 'It did not come to its end.' );
			foreach ( $orders as $order ) {
				$tally->order( count( $this->payouts( $order ) ) );
				self::assertSame( 4900, $this->paid_out( $order ) );
				$tally->pass();
			}
		} finally {
			$tally->report();
		}
	}

	public function test_a_database_that_can_take_no_more_at_any_point_costs_nothing(): void {
		$space = self::bounded();
		// The bank is not in the shop's database in life either: what it paid stays paid, full disk or not.
		$space->keep_outside( $this->graph->database()->table( 'shop_payouts' ) );
		$space->make_ready();
		$this->cut_everywhere( 'disk_full', static fn (): Closure => static fn () => $space->fill(), mend: $space->free( ... ) );
		self::assertGreaterThan( 0, $space->refused(), 'The space was never full.' );
	}

	public function test_a_database_that_is_full_says_so_to_whoever_starts_a_run_then_and_pays_nobody(): void {
		$space = self::bounded();
		$orders = array_map( fn ( int $number ): OrderRef => $this->order( [ 'email' => "full$number@example.com" ] ), range( 1, 60 ) );
		$space->make_ready();
		$space->fill();
		$answers = array_map( $this->asked_to_start( ... ), $orders );
		$space->free();

		$refused = array_filter( $answers, static fn ( array $answer ): bool => $answer[0] !== 202 );
		self::assertNotSame( [], $refused, 'Nobody met the full database.' );
		foreach ( $refused as $place => $answer ) {
			self::assertSame( [ 500, 'amicable_unexpected' ], [ $answer[0], $answer[1]['code'] ?? '' ] );
			self::assertStringContainsString( 'went wrong on this site', (string) $answer[1]['message'] );
			self::assertSame( [], $this->payouts( $orders[ $place ] ) );
		}
		// The sweep clears what was left of them, and then they can be started.
		$this->clock->forward( 601 );
		$this->house->job->due();
		foreach ( array_keys( $refused ) as $place ) {
			$this->drive( $this->start_refund( $orders[ $place ] )->id );
			self::assertCount( 1, $this->payouts( $orders[ $place ] ) );
		}
	}

	/** @return array{int, array<string, mixed>} Status and body. */
	private function asked_to_start( OrderRef $order ): array {
		$plan   = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		$answer = $this->rest(
			'POST',
			'/offboardings',
			[
				'customer_id'    => $plan->customer_id,
				'kind'           => 'refund',
				'scope'          => [ 'orders' => [ [ 'store' => $order->store, 'id' => $order->id ] ] ],
				'plan_hash'      => $plan->hash( time() ),
				'confirm_orders' => 1,
				'confirm_totals' => $plan->totals()->to_array(),
			],
			[ 'Idempotency-Key' => wp_generate_uuid4(), 'X-Amicable-Mode' => 'practice' ],
		);

		return [ $answer->get_status(), (array) $this->json( $answer ) ];
	}

	/** Without the page that WordPress draws; and the last of the shutdown functions ends it, before connections of the parent are closed. */
	private static function die_quietly(): void {
		ini_set( 'display_errors', '0' );
		ob_start( static fn (): string => '' );
		register_shutdown_function( Processes::kill_this_one( ... ) );
	}

	private static function bounded(): Tablespace {
		$space = new Tablespace();
		if ( ! $space->is_bounded() ) {
			self::markTestSkipped( 'Needs a database server whose space has an end: npm run faults -- --only disk_full' );
		}

		return $space;
	}
}
