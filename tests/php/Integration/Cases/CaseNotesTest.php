<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;

/** Whose case it is, until when, and which cases somebody sees. */
final class CaseNotesTest extends RunsTestCase {

	use AssertsShapes;

	private const PRACTICE = [ 'X-Amicable-Mode' => 'practice' ];

	public function test_a_case_gets_somebody_and_a_day_and_is_found_by_them(): void {
		$mine   = $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $this->order() ) ] );
		$other  = $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $this->order( [ 'email' => 'other@example.com' ] ) ) ] );
		$agent  = $this->as_role( 'amicable_support_agent' )->ID;
		$nobody = $this->as_role( 'subscriber' )->ID;
		wp_set_current_user( $this->admin );

		$changed = $this->ask( 'PUT', "/cases/{$mine['id']}", [ 'version' => $mine['version'], 'assignee' => $agent, 'due_at' => gmdate( 'Y-m-d\TH:i:s\Z', time() - 60 ), 'cause' => 'ours', 'never_promised' => 'A phone line', 'do_not_answer' => true ] );
		self::assert_shape( 'cases.case', $changed );
		self::assertSame( [ $agent, 'ours', 'A phone line', $changed['due_at'] ], [ $changed['assignee']['id'], $changed['cause'], $changed['never_promised'], $changed['next_due'] ] );
		self::assertNotNull( $changed['do_not_answer'] );
		self::assertSame( 409, $this->send( 'PUT', "/cases/{$mine['id']}", [ 'version' => $mine['version'], 'assignee' => null ] )->get_status() );
		self::assertSame( [ 'assignee' ], array_keys( $this->json( $this->send( 'PUT', "/cases/{$other['id']}", [ 'version' => $other['version'], 'assignee' => $nobody ] ) )['data']['params'] ) );

		$this->ask( 'PUT', "/cases/{$other['id']}", [ 'version' => $other['version'], 'assignee' => null ] );
		self::assertSame( [ $other['id'] ], array_column( $this->ask( 'GET', '/cases', [ 'view' => 'unassigned' ] ), 'id' ) );
		self::assertSame( [ $mine['id'] ], array_column( $this->ask( 'GET', '/cases', [ 'view' => 'due' ] ), 'id' ) );
		self::assertSame( [], $this->ask( 'GET', '/cases', [ 'view' => 'mine' ] ) );
		self::assertSame( [ [ 'case_due', $mine['id'] ] ], array_map( static fn ( array $todo ): array => [ $todo['kind'], $todo['id'] ], array_values( array_filter( $this->ask( 'GET', '/overview' )['today'], static fn ( array $todo ): bool => $todo['kind'] === 'case_due' ) ) ) );
		wp_set_current_user( $agent );
		self::assertSame( [ $mine['id'] ], array_column( $this->ask( 'GET', '/cases', [ 'view' => 'mine' ] ), 'id' ) );
	}

	public function test_the_day_to_ask_how_they_are_is_kept_changed_found_and_over_with_the_case(): void {
		$case  = $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $this->order() ) ] );
		$path  = "/cases/{$case['id']}";
		$later = gmdate( 'Y-m-d\TH:i:s\Z', time() + 9 * 86_400 );
		$now   = gmdate( 'Y-m-d\TH:i:s\Z', time() - 60 );

		$set = $this->ask( 'PUT', $path, [ 'version' => $case['version'], 'check_in_at' => $later ] );
		self::assertSame( [ $later, $later, null ], [ $set['check_in_at'], $set['next_due'], $set['due_at'] ] );
		self::assertSame( [], $this->ask( 'GET', '/cases', [ 'view' => 'due' ] ), 'Not yet.' );
		self::assertSame( 409, $this->send( 'PUT', $path, [ 'version' => $case['version'], 'check_in_at' => null ] )->get_status() );

		$due = $this->ask( 'PUT', $path, [ 'version' => $set['version'], 'check_in_at' => $now ] );
		self::assertSame( [ $case['id'] ], array_column( $this->ask( 'GET', '/cases', [ 'view' => 'due' ] ), 'id' ) );
		self::assertContains( [ 'check_in', $case['id'] ], array_map( static fn ( array $todo ): array => [ $todo['kind'], $todo['id'] ], $this->ask( 'GET', '/overview' )['today'] ) );

		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'cases' )} SET stage = 'recovered', open_claim = NULL WHERE id = %d", [ $case['id'] ] );
		self::assertSame( [ [], null ], [ $this->ask( 'GET', '/cases', [ 'view' => 'due' ] ), $this->ask( 'GET', $path )['next_due'] ], 'A case that is over asks for nothing.' );
		self::assertSame( $due['check_in_at'], $now );
	}

	public function test_a_contested_fact_is_settled_by_somebody_else_than_whose_case_it_is(): void {
		$case = $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $this->order() ) ] );
		$this->ask( 'PUT', "/cases/{$case['id']}", [ 'version' => $case['version'], 'assignee' => $this->admin ] );
		$told = $this->ask( 'GET', "/cases/{$case['id']}/chance" );
		$told = $this->ask( 'POST', "/cases/{$case['id']}/entries", [ 'version' => $told['version'], 'kind' => 'task', 'what' => 'contest', 'note' => 'Says the date is wrong' ] );
		$done = [ 'version' => $told['version'], 'state' => 'done', 'note' => 'The date was ours' ];
		$line = "/cases/{$case['id']}/entries/{$told['entries'][0]['id']}/settle";

		foreach ( [ 'done', 'withdrawn' ] as $state ) {
			$own = $this->send( 'POST', $line, [ 'state' => $state ] + $done );
			self::assertSame( [ 403, 'amicable_own_case' ], [ $own->get_status(), $own->get_data()['code'] ] );
		}
		self::assertSame( 'open', $this->ask( 'GET', "/cases/{$case['id']}/chance" )['entries'][0]['state'], 'Nothing was written.' );

		$this->as_role( 'amicable_support_agent' );
		self::assertSame( 'done', $this->ask( 'POST', $line, $done )['entries'][0]['state'] );
	}

	/** @param array<string, mixed> $body */
	private function ask( string $method, string $path, array $body = [] ): mixed {
		$answer = $this->send( $method, $path, $body );
		self::assertLessThan( 300, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): \WP_REST_Response {
		return $this->rest( $method, $path, $body, self::PRACTICE );
	}
}
