<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Ledger\Cut;
use Amicable\Ledger\Facts;
use Amicable\Ledger\Tier;
use Amicable\Projection\HighValuePreview;
use Amicable\Settings\HighValueRule;
use Amicable\Settings\Kept;
use Amicable\Storage\Cuts;
use Amicable\Storage\Tiers;

/** Who has high value and who is new: set-based, held against plain reckoning; and the curve of the overview. */
final class TiersTest extends StorageTestCase {

	private int $seed;

	protected function setUp(): void {
		parent::setUp();
		$seed       = getenv( 'AMICABLE_SEED' );
		$this->seed = is_string( $seed ) ? (int) $seed : random_int( 1, 999_999 );
		mt_srand( $this->seed );
	}

	public function test_every_tier_is_what_plain_reckoning_says_however_often_things_change(): void {
		$now  = (int) strtotime( self::NOW . ' UTC' );
		$cut  = null;
		$paid = [];
		$tier = array_fill( 1, 60, null );
		$say  = static function ( int $id, ?int $cut ) use ( &$paid, &$tier, $now ): void {
			$tier[ $id ] = Tier::of( $paid[ $id ]['recent'], $cut, $tier[ $id ] === Tier::HighValue, $paid[ $id ]['at'], $now );
		};
		$this->facts->customers( array_map( static fn ( int $id ): string => "Customer $id", array_combine( array_keys( $tier ), array_keys( $tier ) ) ) );
		for ( $round = 0; $round < 5; $round++ ) {
			$changed = [];
			foreach ( array_keys( $tier ) as $id ) {
				if ( $round === 0 || mt_rand( 0, 2 ) === 0 ) {
					$changed[] = $id;
					$paid[ $id ] = $this->order_of( $id, mt_rand( 0, 7 ) === 0 ? mt_rand( 10_000, 60_000 ) : mt_rand( 0, 9_000 ) );
					$say( $id, $cut );
				}
			}
			// A few at a time, as they come in: SQLite's driver takes long for each count.
			foreach ( array_chunk( $changed, 15 ) as $some ) {
				$this->graph->projector()->project_all( $some );
			}
			self::assertFalse( $this->graph->rank_customers()->slice( 60.0 ) );
			$cut = Cut::among( array_values( array_column( $paid, 'recent' ) ) );
			foreach ( array_keys( $tier ) as $id ) {
				$say( $id, $cut );
			}
			self::assertSame( array_map( static fn ( ?Tier $one ): ?string => $one?->value, $tier ), $this->tiers(), "AMICABLE_SEED=$this->seed, round $round" );
		}
		self::assertContains( Tier::HighValue, $tier );
	}

	public function test_an_order_is_judged_by_the_cut_that_a_rebuild_reads(): void {
		$this->ten_who_paid( 4900 );
		$this->graph->rank_customers()->slice( 60.0 );
		self::assertNotContains( 'high_value', $this->tiers() );
		$this->order_of( 3, 14_700, '2026-01-02 00:00:00' );
		$this->graph->projector()->project( 3 );
		self::assertSame( 'high_value', $this->tiers()[3] );
		$before = $this->accounts();
		$this->database()->write( "DELETE FROM {$this->database()->table( 'accounts' )}" );
		$this->graph->projector()->rebuild( 0, 100 );
		self::assertSame( $before, $this->accounts() );

		$this->order_of( 3, 11_760, '2026-01-02 00:00:00' );
		$this->graph->projector()->project( 3 );
		self::assertSame( 'high_value', $this->tiers()[3], 'It ends below four fifths.' );
		$this->order_of( 3, 11_759, '2026-01-02 00:00:00' );
		$this->graph->projector()->project( 3 );
		self::assertNull( $this->tiers()[3] );
		$this->order_of( 3, 11_760, '2026-01-02 00:00:00' );
		$this->graph->projector()->project( 3 );
		self::assertNull( $this->tiers()[3], 'And begins at the whole cut only.' );
	}

	public function test_what_was_paid_long_ago_and_who_is_left_out_count_for_nothing(): void {
		$this->ten_who_paid( 4900 );
		$this->facts->customer( 11, 'One more' );
		$this->order_of( 11, 4900, '2026-01-02 00:00:00' );
		$this->order_of( 3, 50_000, '2024-10-31 23:59:59' );
		$this->order_of( 4, 50_000, '2024-11-01 00:00:00' );
		$this->order_of( 5, 50_000, '2026-01-02 00:00:00' );
		$this->database()->write( "UPDATE {$this->database()->table( 'customers' )} SET excluded_at = '2026-01-01 00:00:00' WHERE id = 5" );
		$this->graph->projector()->rebuild( 0, 100 );
		$this->graph->rank_customers()->slice( 60.0 );
		self::assertSame( [ null, 'high_value', null ], [ $this->tiers()[3], $this->tiers()[4], $this->tiers()[5] ] );
		self::assertSame( [ [ substr( self::NOW, 0, 10 ), 'USD' ] ], array_map( static fn ( array $row ): array => [ $row['day'], $row['currency'] ], $this->database()->rows( "SELECT * FROM {$this->database()->table( 'cuts' )}" ) ) );
	}

	public function test_a_sum_counts_whatever_was_paid_when_and_ends_where_the_owner_says(): void {
		$this->choose( [ 'by' => 'sum', 'sum' => [ 'minor' => 20_000, 'currency' => 'USD' ], 'kept_percent' => 50 ] );
		$this->facts->customers( [ 1 => 'Ada', 2 => 'Bo', 3 => 'Cy' ] );
		$this->order_of( 1, 20_000, '2020-01-02 00:00:00' );
		$this->order_of( 2, 19_999, '2026-01-02 00:00:00' );
		$this->graph->projector()->rebuild( 0, 100 );
		self::assertSame( [ 'high_value', null ], [ $this->tiers()[1], $this->tiers()[2] ], 'However few there are to compare with.' );

		$this->order_of( 1, 10_000, '2020-01-02 00:00:00' );
		$this->order_of( 2, 10_000, '2026-01-02 00:00:00' );
		$this->graph->projector()->project_all( [ 1, 2 ] );
		self::assertSame( [ 'high_value', null ], [ $this->tiers()[1], $this->tiers()[2] ], 'Half is enough for who had it.' );
		$this->order_of( 1, 9_999, '2020-01-02 00:00:00' );
		$this->graph->projector()->project( 1 );
		self::assertNull( $this->tiers()[1] );
	}

	public function test_what_is_left_after_support_counts_and_what_is_not_known_does_not(): void {
		$this->choose( [ 'by' => 'profit', 'profit' => [ 'minor' => 20_000, 'currency' => 'USD' ] ] );
		$this->facts->customers( [ 1 => 'Ada', 2 => 'Bo' ] );
		$this->order_of( 1, 30_000, '2026-01-02 00:00:00' );
		$this->order_of( 2, 30_000, '2026-01-02 00:00:00' );
		$this->graph->projector()->rebuild( 0, 100 );
		self::assertNotContains( 'high_value', $this->tiers(), 'Nobody knows what support costs.' );

		$spent = fn ( int $seconds ) => $this->facts->write( 2, new Facts( [], [ [ 'id' => 9, 'status' => 'open', 'cause' => null, 'is_new' => 1, 'docs_answered' => null, 'created_at' => '2026-01-03 10:00:00' ] ], [], [ [ 'ticket_id' => 9, 'agent_id' => 1, 'seconds' => $seconds, 'measured' => 1, 'at' => '2026-01-03 10:00:00' ] ], [], [], [] ) );
		$spent( 4 * 3600 );
		$this->graph->projector()->rebuild( 0, 100 );
		self::assertSame( [ 'high_value', null ], [ $this->tiers()[1], $this->tiers()[2] ], 'An hour is $30: $180 is left.' );
		$spent( 3 * 3600 );
		$this->graph->projector()->project( 2 );
		self::assertSame( 'high_value', $this->tiers()[2] );
		$spent( 4 * 3600 );
		$this->graph->projector()->project( 2 );
		self::assertSame( 'high_value', $this->tiers()[2], '$180 is more than four fifths of $200.' );
		$spent( 5 * 3600 );
		$this->graph->projector()->project( 2 );
		self::assertNull( $this->tiers()[2] );
	}

	public function test_how_many_are_the_best_is_the_owners_choice_and_said_before_it_is_saved(): void {
		for ( $id = 1; $id <= 20; $id++ ) {
			$this->facts->customer( $id, "Customer $id" );
			$this->order_of( $id, $id * 1000, '2026-01-02 00:00:00' );
		}
		$this->graph->projector()->rebuild( 0, 100 );
		$this->graph->rank_customers()->slice( 60.0 );
		self::assertNotContains( 'high_value', $this->tiers(), 'Three times the middle is more than anybody paid.' );
		$preview = new HighValuePreview( new Cuts( $this->database() ), new Tiers( $this->database() ) );
		$best    = [ 'percent' => 25, 'times_median' => 1 ];
		self::assertSame( [ [ 'customers' => 5, 'begins' => 16_000 ], [ 'customers' => 2, 'begins' => 19_000 ] ], [ $preview->count( $this->rule( $best ) ), $preview->count( $this->rule( [ 'times_median' => 1 ] ) ) ] );
		self::assertSame( [ 'customers' => 8, 'begins' => 13_000 ], $preview->count( $this->rule( [ 'by' => 'sum', 'sum' => [ 'minor' => 13_000, 'currency' => 'USD' ] ] ) ) );

		$this->choose( $best );
		self::assertFalse( $this->graph->rank_customers()->slice( 60.0 ) );
		self::assertSame( [ 16, 17, 18, 19, 20 ], array_keys( $this->tiers(), 'high_value', true ) );
		self::assertSame( [ 'customers' => 5, 'begins' => 20_000 ], $preview->count( $this->rule( [ 'by' => 'sum', 'sum' => [ 'minor' => 20_000, 'currency' => 'USD' ] ] ) ), 'Whoever has it would keep it from $160 on.' );
		$this->choose( [ 'by' => 'sum', 'sum' => [ 'minor' => 20_000, 'currency' => 'USD' ] ] );
		$this->graph->rank_customers()->slice( 60.0 );
		self::assertSame( [ 16, 17, 18, 19, 20 ], array_keys( $this->tiers(), 'high_value', true ) );
	}

	/** @param array<string, mixed> $rule */
	private function choose( array $rule ): void {
		$settings = $this->graph->settings();
		$current  = $settings->current();
		$settings->save( $current->with( [ 'high_value' => $rule ] ), $current->version );
	}

	/** @param array<string, mixed> $rule */
	private function rule( array $rule ): HighValueRule {
		return HighValueRule::read( new Kept( $rule ), 'USD' );
	}

	public function test_who_was_new_is_not_for_ever(): void {
		$this->facts->customer( 1, 'Ada' );
		$this->order_of( 1, 4900, '2026-11-01 00:00:00' );
		$this->graph->projector()->project( 1 );
		self::assertSame( 'new_customer', $this->tiers()[1] );
		$this->clock->move( '+11 days' );
		$this->graph->rank_customers()->run( [] );
		self::assertNull( $this->tiers()[1] );
	}

	public function test_the_curve_holds_everybody_once_the_best_first(): void {
		for ( $id = 1; $id <= 250; $id++ ) {
			$this->facts->customer( $id, "Customer $id" );
			$this->order_of( $id, $id * 100, '2026-01-02 00:00:00' );
		}
		$this->graph->projector()->rebuild( 0, 1000 );
		$this->graph->rank_customers()->slice( 60.0 );
		$parts = $this->graph->value_bins()->all( 'USD' );
		self::assertCount( 100, $parts );
		self::assertSame( [ 'value' ], array_values( array_unique( array_column( $parts, 'kind' ) ) ), 'No cost is known, and none is taken for zero.' );
		self::assertSame( [ 250, 250 * 251 * 50 ], [ array_sum( array_map( 'intval', array_column( $parts, 'customers' ) ) ), array_sum( array_map( 'intval', array_column( $parts, 'amount' ) ) ) ] );
		$means = array_map( static fn ( array $part ): float => (int) $part['amount'] / (int) $part['customers'], $parts );
		$sorted = $means;
		rsort( $sorted );
		self::assertSame( $sorted, $means );
		self::assertSame( [], $this->graph->value_bins()->all( 'EUR' ) );

		$this->facts->write( 250, new Facts( [], [ [ 'id' => 9, 'status' => 'open', 'cause' => null, 'is_new' => 1, 'docs_answered' => null, 'created_at' => '2026-11-02 10:00:00' ] ], [], [], [], [], [] ) );
		$this->graph->projector()->rebuild( 0, 1000 );
		$this->graph->rank_customers()->slice( 60.0 );
		self::assertSame( 'margin', $this->graph->value_bins()->all( 'USD' )[0]['kind'] );
	}

	public function test_two_at_once_and_one_that_was_cut_off_rank_everybody(): void {
		$this->ten_who_paid( 4900 );
		$this->order_of( 3, 50_000, '2026-01-02 00:00:00' );
		$this->graph->projector()->rebuild( 0, 100 );
		$this->graph->imports()->start( 'ranks', 10, '0' );
		$token = $this->graph->imports()->claim( 'ranks', 60 );
		self::assertNotNull( $token );
		self::assertTrue( $this->graph->rank_customers()->slice( 5.0 ), 'Somebody else has it in hand.' );
		$this->clock->move( '+2 minutes' );
		self::assertFalse( $this->graph->rank_customers()->slice( 5.0 ) );
		self::assertSame( [], $this->graph->rank_customers()->due() );
	}

	private function ten_who_paid( int $minor ): void {
		for ( $id = 1; $id <= 10; $id++ ) {
			$this->facts->customer( $id, "Customer $id" );
			$this->order_of( $id, $minor, '2026-01-02 00:00:00' );
		}
		$this->graph->projector()->rebuild( 0, 100 );
	}

	/** @return array{recent: int, at: int} */
	private function order_of( int $id, int $total, ?string $at = null ): array {
		$at ??= gmdate( 'Y-m-d H:i:s', (int) strtotime( self::NOW . ' UTC' ) - mt_rand( 1, 1000 ) * 86400 );
		$this->facts->put( 'orders', [ 'store' => 'sample', 'order_id' => $id, 'customer_id' => $id, 'key_id' => $id, 'currency' => 'USD', 'total' => $total, 'paid' => 1, 'created_at' => $at, 'bought_at' => $at, 'seen_at' => $at ] );

		return [ 'recent' => $at >= '2024-11-01 00:00:00' ? $total : 0, 'at' => (int) strtotime( "$at UTC" ) ];
	}

	/** @return array<int, string|null> */
	private function tiers(): array {
		return array_column( $this->accounts(), 'tier', 'customer_id' );
	}
}
