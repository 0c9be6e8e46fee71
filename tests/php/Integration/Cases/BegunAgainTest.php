<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;
use WP_REST_Response;

/** After the end: a case is begun again with a reason, somebody is answered again without it, and many cases are listed by few questions. */
final class BegunAgainTest extends RunsTestCase {

	use AssertsShapes;

	public function test_a_relation_that_ended_is_begun_again_in_its_own_case_with_a_reason_and_without_its_warnings(): void {
		$order = $this->order();
		$body  = [ 'customer_id' => $this->customer_of( $order ) ];
		$case  = $this->ask( 'POST', '/cases', $body );
		$this->stand( $case['id'], 'closed' );
		$other   = $this->order();
		$refused = $this->send( 'POST', '/cases', $body );
		self::assertSame( [ 422, 'reason', [ 'reason' ] ], [ $refused->get_status(), $refused->get_data()['data']['gate'], array_keys( $refused->get_data()['data']['params'] ) ] );
		self::assertSame( 422, $this->send( 'POST', '/cases', $body + [ 'reason' => ' ' ] )->get_status() );

		$again = $this->ask( 'POST', '/cases', $body + [ 'reason' => 'They asked to come back', 'order' => $other->to_array() ] );
		self::assertSame( [ $case['id'], 'open', $other->to_array(), 'They asked to come back' ], [ $again['id'], $again['stage'], $again['order'], $again['events'][1]['reason'] ] );
		$record = $this->house->cases->find( $case['id'] );
		self::assertSame( [ null, null ], [ $record?->state->warned_at, $this->graph->locks()->of( $body['customer_id'] ) ] );

		$this->stand( $case['id'], 'dismissed' );
		self::assertSame( 201, $this->send( 'POST', '/cases', $body )->get_status(), 'There was nothing to it: nothing to explain.' );
	}

	public function test_whoever_is_answered_again_gets_answers_but_no_warning(): void {
		$case  = $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $this->order() ) ] );
		$write = fn ( string $template ): int => $this->send( 'POST', "/cases/{$case['id']}/messages", [ 'template' => $template, 'language' => 'en' ] )->get_status();
		foreach ( [ 'closed', 'counsel' ] as $stage ) {
			$this->stand( $case['id'], $stage );
			self::assertSame( 422, $write( 'how_we_work' ) );
			$lock = $this->ask( 'GET', "/customers/{$case['customer_id']}/lock" )['lock'];
			$this->ask( 'POST', "/customers/{$case['customer_id']}/lock/lift", [ 'version' => $lock['version'], 'reason' => 'They called' ] );
			self::assertTrue( $this->ask( 'GET', "/cases/{$case['id']}" )['answers_again'] );
			self::assertSame( [ 201, 422, 422 ], [ $write( 'how_we_work' ), $write( 'warning_hostile_messages' ), $write( 'explanation_hostile_messages' ) ] );
			self::assertSame( 201, $this->send( 'POST', "/cases/{$case['id']}/messages", [ 'language' => 'en' ] )->get_status(), 'Words of one’s own.' );
		}
	}

	public function test_thirty_cases_are_listed_by_no_more_questions_than_three(): void {
		self::assertSame( $this->questions_for( 3 ), $this->questions_for( 30 ) );
		$rows = $this->ask( 'GET', '/cases', [ 'per_page' => 50 ] );
		self::assertCount( 33, $rows );
		self::assert_shape( 'cases.row', $rows[0] );
	}

	private function questions_for( int $cases ): int {
		global $wpdb;
		for ( $number = 0; $number < $cases; $number++ ) {
			$order = $this->order( [ 'email' => "buyer-$cases-$number@example.com" ] );
			$case  = $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ) ] );
			$this->ask( 'POST', "/cases/{$case['id']}/entries", [ 'version' => 1, 'kind' => 'promise', 'note' => 'A fix', 'due_at' => '2031-01-01T00:00:00Z' ] );
		}
		wp_cache_flush();
		$this->ask( 'GET', '/me' );
		$before = $wpdb->num_queries;
		self::assertCount( $cases, $this->ask( 'GET', '/cases', [ 'per_page' => $cases ] ) );

		return $wpdb->num_queries - $before;
	}

	private function stand( int $case, string $stage ): void {
		$open = in_array( $stage, [ 'counsel' ], true ) ? 'customer_id' : 'NULL';
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'cases' )} SET stage = %s, open_claim = $open, warned_at = opened_at, unlocked_at = NULL, locked_at = opened_at, version = version + 1 WHERE id = %d", [ $stage, $case ] );
	}

	/** @param array<string, mixed> $body */
	private function ask( string $method, string $path, array $body = [] ): mixed {
		$answer = $this->send( $method, $path, $body );
		self::assertLessThan( 300, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice' ] );
	}
}
