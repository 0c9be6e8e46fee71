<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\RunState;
use Amicable\Runs\Run;
use Amicable\Storage\LooseEnds;
use Amicable\Storage\Undos;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Killed;
use WP_REST_Response;

/** What a run had ended is given back on purpose: with a reason, once, and without an alarm afterwards. */
final class UndoTest extends RunsTestCase {

	use AssertsShapes;

	private OrderRef $order;

	private string $license;

	private string $file;

	private Run $run;

	protected function setUp(): void {
		parent::setUp();
		$this->order   = $this->order();
		$this->license = $this->license( $this->order );
		$this->file    = (string) $this->graph->sample()->access->add_download( $this->order->id, 'forms.zip' );
		$this->run     = $this->refunded();
	}

	public function test_license_and_file_come_back_once_and_nothing_raises_an_alarm(): void {
		$shown = $this->shown();
		self::assert_shape( 'offboardings.run', $shown );
		self::assertSame( [ 'possible', 'possible', 'impossible', 'impossible' ], array_map( fn ( string $key ): ?string => $this->undo_of( $shown, $key ), [ "disable_license:sample:$this->license", "revoke_download:sample:$this->file", "refund:{$this->order->key()}", $this->key_of_site( $shown ) ] ) );
		self::assertNull( $this->step_of( $shown, 'note:' )['undo'], 'Nobody asks a note back.' );
		$this->refused( 'amicable_for_good', $this->ask_back( "refund:{$this->order->key()}", $shown['version'] ) );
		$this->refused( 'amicable_stale', $this->ask_back( "disable_license:sample:$this->license", $shown['version'] + 1 ) );

		foreach ( [ "disable_license:sample:$this->license", "revoke_download:sample:$this->file" ] as $key ) {
			$now = $this->json( $this->ask_back( $key, $this->shown()['version'] ) );
			self::assertSame( 'done', $this->undo_of( $now, $key ) );
			self::assertSame( 'They paid again', $this->step_of( $now, $key )['undo']['reason'] );
			$this->refused( 'amicable_under_way', $this->ask_back( $key, $this->shown()['version'] ) );
		}

		self::assertSame( 'active', $this->graph->sample()->licenses->license( $this->license )?->status );
		self::assertSame( '1', $this->graph->sample()->access->download( (int) $this->file )['is_open'] ?? '' );
		self::assertSame( [], $this->graph->closures()->among( [ $this->order ] ), 'The shop may hand it out again.' );
		self::assertCount( 1, $this->payouts( $this->order ), 'The money stays where it is.' );
		$this->assert_quiet();
		$log = array_column( $this->graph->database()->rows( "SELECT what FROM {$this->graph->database()->table( 'log' )} ORDER BY id" ), 'what' );
		self::assertSame( [ 2, 2 ], [ count( array_keys( $log, 'step_undo_begun', true ) ), count( array_keys( $log, 'step_undone', true ) ) ] );
		self::assertTrue( $this->json( $this->send( 'GET', '/log/verify' ) )['intact'] );
	}

	public function test_what_a_later_run_ends_again_is_guarded_again(): void {
		$this->ask_back( "disable_license:sample:$this->license", $this->shown()['version'] );
		$again = $this->refunded();
		self::assertNotSame( $this->run->id, $again->id );
		self::assertSame( 'disabled', $this->graph->sample()->licenses->license( $this->license )?->status );
		$this->graph->sample()->access->set_license_status( (int) $this->license, 'active' );

		self::assertNotNull( $this->house->control->check( $this->house->runner->get( $again->id ) )->broken_at, 'This time nobody gave it back.' );
		$this->graph->loose_end_counter()->recount( [ $this->run->customer_id ] );
		self::assertSame( [ "license:sample:$this->license" ], array_column( $this->graph->loose_end_list()->page( LooseEnds::OPEN, null, 9, 0 ), 'ref' ) );
	}

	public function test_whoever_dies_over_it_leaves_it_to_the_next_one_who_asks(): void {
		$key = "disable_license:sample:$this->license";
		$try = fn (): Run => $this->house->undoer->undo( $this->now(), $key, 'They paid again', $this->now()->version, $this->admin );
		foreach ( [ 'undo.claimed', 'undo.acted' ] as $point => $name ) {
			$this->trap->set( $point, static fn () => throw new Killed( $name ) );
			try {
				$try();
				self::fail( "It was not cut off at $name." );
			} catch ( Killed $cut ) {
				self::assertSame( $name, $cut->getMessage() );
			}
			self::assertSame( 'under_way', $this->undo_of( $this->shown(), $key ) );
			$this->assertRefused( 'amicable_under_way', $try );
			$this->clock->forward( 61 );
			self::assertFalse( $this->graph->undos()->of( $this->run->id )[ $this->step( $this->run, $key )->id ]['is_held'] );
		}

		$try();
		self::assertSame( 'done', $this->undo_of( $this->shown(), $key ) );
		self::assertSame( 'active', $this->graph->sample()->licenses->license( $this->license )?->status );
		$this->assert_quiet();
	}

	public function test_of_two_at_once_one_gets_it(): void {
		$step = $this->step( $this->run, "disable_license:sample:$this->license" );
		$undo = fn (): ?string => $this->graph->undos()->claim( $step, "license:sample:$this->license", null, 'They paid again', $this->admin );

		$first = $undo();
		self::assertNotNull( $first );
		self::assertNull( $undo() );
		$this->clock->forward( 61 );
		$second = $undo();
		self::assertNotNull( $second );
		self::assertFalse( $this->graph->undos()->finish( $step, $first, Undos::DONE, null ), 'The slow one lost it.' );
		self::assertTrue( $this->graph->undos()->finish( $step, $second, Undos::DONE, null ) );
		self::assertNull( $undo() );
	}

	public function test_the_lock_on_new_purchases_is_lifted_by_the_receipt_too(): void {
		$customer = $this->run->customer_id;
		$this->house->blocker->block( $customer, '', $this->admin, $this->run->id );
		$database = $this->graph->database();
		$database->write( "UPDATE {$database->table( 'steps' )} SET kind = 'block', store = 'amicable', target = %s, step_key = 'block' WHERE run_id = %d AND kind = 'note'", [ (string) $customer, $this->run->id ] );
		$database->write( "UPDATE {$database->table( 'runs' )} SET kind = 'part_ways', scope = '\"all\"' WHERE id = %d", [ $this->run->id ] );
		self::assertSame( 'possible', $this->undo_of( $this->shown(), 'block' ) );

		$now = $this->json( $this->ask_back( 'block', $this->shown()['version'] ) );

		self::assertSame( 'done', $this->undo_of( $now, 'block' ) );
		self::assertFalse( $this->house->blocker->is_blocked( $customer ) );
		self::assertNull( $now['broken_at'], 'It was lifted on purpose.' );
		self::assertContains( [ 16, 'accepted' ], array_map( static fn ( array $line ): array => [ $line['check'], $line['state'] ], $now['proof']['obligations'] ) );
	}

	private function refunded(): Run {
		$run = $this->drive( $this->start_refund( $this->order )->id );
		self::assertSame( RunState::Completed, $run->state );

		return $run;
	}

	private function assert_quiet(): void {
		$this->clock->forward( 3600 );
		$this->house->repeat->run( [ 'run_id' => $this->run->id ] );
		self::assertNull( $this->now()->broken_at );
		self::assertSame( 0, $this->house->proofs->of( $this->run->id )[0]['open'] );
		$this->graph->loose_end_counter()->recount( [ $this->run->customer_id ] );
		self::assertSame( [], $this->graph->loose_end_list()->page( LooseEnds::OPEN, null, 9, 0 ) );
	}

	private function now(): Run {
		return $this->house->runner->get( $this->run->id );
	}

	/** @return array<string, mixed> */
	private function shown(): array {
		return $this->json( $this->send( 'GET', "/offboardings/{$this->run->id}" ) );
	}

	private function ask_back( string $key, int $version ): WP_REST_Response {
		return $this->send( 'POST', "/offboardings/{$this->run->id}/steps/" . rawurlencode( $key ) . '/undo', [ 'version' => $version, 'reason' => 'They paid again' ] );
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		wp_set_current_user( $this->admin );

		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice' ] );
	}

	private function refused( string $code, WP_REST_Response $answer ): void {
		self::assertSame( [ 409, $code ], [ $answer->get_status(), $answer->get_data()['code'] ?? '' ], (string) wp_json_encode( $answer->get_data() ) );
	}

	/** @param array<string, mixed> $run */
	private function undo_of( array $run, string $key ): ?string {
		return $this->step_of( $run, $key )['undo']['state'] ?? null;
	}

	/** @param array<string, mixed> $run */
	private function key_of_site( array $run ): string {
		return (string) $this->step_of( $run, 'deactivate_site:' )['key'];
	}

	/**
	 * @param array<string, mixed> $run
	 * @return array<string, mixed>
	 */
	private function step_of( array $run, string $key ): array {
		$steps = array_values( array_filter( $run['steps'], static fn ( array $step ): bool => str_starts_with( $step['key'], $key ) ) );
		self::assertNotSame( [], $steps, "There is no step $key." );

		return $steps[0];
	}
}
