<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Projection;

use Amicable\Patterns\Incidents\Spike;
use Amicable\Patterns\Slug;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;

/** Something of ours broke: what was written about it leaves cost and patterns, and comes back when it was nothing. */
final class IncidentsTest extends IntegrationTestCase {

	use AssertsShapes;

	private Desk $desk;

	protected function setUp(): void {
		parent::setUp();
		$this->desk = new Desk();
		$this->as_role( 'administrator' );
	}

	public function test_its_tickets_are_confirmed_at_once_leave_cost_and_patterns_and_come_back(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$about    = [ 'subject' => 'Export broken since 4.2', 'messages' => [ $this->desk->says( 'customer', 'm', 86400, 'You are idiots. My lawyer will contact you.' ), $this->desk->says( 'agent', 'a', 80000 ) ] ];
		$this->deliver( $this->desk->ticket( 'T-1', 86400, $about ), $this->desk->ticket( 'T-2', 90000, [ 'subject' => 'Where is my invoice?' ] ), $this->desk->ticket( 'T-3', 80 * 86400, [ 'subject' => 'Is 4.2 out yet?' ] ) );
		$database = Desk::graph()->database();
		$database->write( "UPDATE {$database->table( 'tickets' )} SET cause = 'expectation' WHERE external_id = 'T-1'" );
		$cost = $this->cost( $customer );
		self::assertSame( 'open', $this->state( $customer, Slug::HostileMessages ) );

		$refused = $this->rest( 'POST', '/incidents', [ 'about' => 'Release 4.2', 'from' => $this->desk->ago( 3 * 86400 ) ] );
		self::assertSame( [ 400, [ 'words' ] ], [ $refused->get_status(), array_keys( $refused->get_data()['data']['params'] ) ] );
		$entered = $this->rest( 'POST', '/incidents', [ 'about' => 'Release 4.2', 'words' => '4.2', 'from' => $this->desk->ago( 3 * 86400 ) ] );
		self::assertSame( 201, $entered->get_status() );
		self::assert_shape( 'incidents.incident', $entered->get_data() );
		$incident = $this->json( $entered );
		self::assertSame( [ [ 'Export broken since 4.2', 'subject' ] ], array_map( static fn ( array $one ): array => [ $one['subject'], $one['why'] ], $incident['tickets'] ), 'The invoice is another matter, and the last one is of other days.' );

		$list = $this->decide( $incident, 'confirm', [ $incident['tickets'][0]['id'] ] );
		self::assertSame( [ 'open', 1 ], [ $list[0]['state'], $list[0]['counted'] ] );
		self::assertLessThan( $cost, $this->cost( $customer ) );
		self::assertSame( [ 'expired', 'open' ], [ $this->state( $customer, Slug::HostileMessages ), $this->state( $customer, Slug::LegalStep ) ], 'A legal step has to be seen, whoever is at fault.' );
		self::assertSame( 409, $this->rest( 'POST', "/incidents/{$incident['id']}", [ 'action' => 'end', 'version' => 1 ] )->get_status() );

		self::assertSame( [ 'ours', 'expectation' ], $this->causes( 'T-1' ) );
		$this->deliver( $this->desk->ticket( 'T-1', 86400, [ 'updated_at' => $this->desk->ago( 60 ) ] + $about ) );
		self::assertSame( [ 'ours', null ], $this->causes( 'T-1' ), 'What the desk says later, nothing here, waits beside it.' );

		$ended = $this->decide( $list[0], 'end' );
		self::assertSame( 'ended', $ended[0]['state'] );
		self::assertSame( [], $this->decide( $ended[0], 'remove' ) );
		self::assertSame( [ null, null ], $this->causes( 'T-1' ) );
		self::assertSame( [ $cost, 'open' ], [ $this->cost( $customer ), $this->state( $customer, Slug::HostileMessages ) ] );
		self::assertSame( [ 'incident_entered', 'incident_confirmed', 'incident_ended', 'incident_removed' ], array_column( Desk::rows( 'log' ), 'what' ) );
	}

	public function test_when_many_write_at_once_it_is_proposed_first_and_nobody_is_flagged(): void {
		$write = fn ( int $person, int $ago ): array => $this->desk->ticket( "P-$person", $ago, [ 'subject' => 'Harborline checkout is white', 'requester' => [ 'email' => "p$person@example.com" ], 'messages' => [ $this->desk->says( 'customer', 'm', $ago, 'You are idiots.' ) ] ] );
		$job   = Desk::graph()->look_for_incidents();
		$this->deliver( ...array_map( fn ( int $person ): array => $this->desk->ticket( "U-$person", 10 * 86400 + $person, [ 'requester' => [ 'email' => "u$person@example.com" ] ] ), range( 1, 30 ) ), ...array_map( static fn ( int $person ): array => $write( $person, 3600 * $person ), range( 1, Spike::PEOPLE ) ) );
		self::assertSame( [ Spike::PEOPLE, [ [] ] ], [ count( Desk::rows( 'flags' ) ), $job->due() ] );
		$job->run( [] );

		self::assertSame( [], $job->due(), 'Not again within the hour.' );
		self::assertSame( [ 'expired' ], array_values( array_unique( array_column( Desk::rows( 'flags' ), 'state' ) ) ) );
		$list = $this->json( $this->rest( 'GET', '/incidents' ) )['incidents'];
		self::assertSame( [ 'proposed', Spike::PEOPLE ], [ $list[0]['state'], $list[0]['people'] ] );
		$tickets = $this->json( $this->rest( 'GET', "/incidents/{$list[0]['id']}" ) )['tickets'];
		self::assertCount( Spike::PEOPLE, $tickets );

		$after = $this->decide( $list[0], 'confirm', array_slice( array_column( $tickets, 'id' ), 1 ) );
		self::assertSame( [ 'open', Spike::PEOPLE - 1 ], [ $after[0]['state'], $after[0]['counted'] ] );
		self::assertSame( [ 'open' => 1, 'expired' => Spike::PEOPLE - 1 ], array_count_values( array_column( Desk::rows( 'flags', 'customer_id, state' ), 'state' ) ) );
	}

	/**
	 * @param array<string, mixed> $incident
	 * @param list<int>|null       $tickets
	 * @return list<array<string, mixed>> All that are shown now.
	 */
	private function decide( array $incident, string $action, ?array $tickets = null ): array {
		$answer = $this->rest( 'POST', "/incidents/{$incident['id']}", [ 'action' => $action, 'version' => $incident['version'] ] + ( $tickets === null ? [] : [ 'tickets' => $tickets ] ) );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer )['incidents'];
	}

	/** @param array<string, mixed> ...$tickets */
	private function deliver( array ...$tickets ): void {
		foreach ( Desk::graph()->ticket_writer()->write( Desk::SOURCE, array_values( $tickets ) ) as $result ) {
			self::assertSame( [], $result->errors );
		}
	}

	/** @return list<string|null> What counts, and what the desk says beside it. */
	private function causes( string $external_id ): array {
		$row = array_column( Desk::rows( 'tickets', 'external_id, cause, cause_told' ), null, 'external_id' )[ $external_id ];

		return [ $row['cause'], $row['cause_told'] ];
	}

	private function cost( int $customer ): int {
		return (int) array_column( Desk::rows( 'accounts' ), 'support_cost', 'customer_id' )[ $customer ];
	}

	private function state( int $customer, Slug $pattern ): ?string {
		return Desk::graph()->flags()->find( $customer, $pattern )?->state->value;
	}
}
