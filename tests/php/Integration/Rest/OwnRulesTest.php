<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Patterns\Slug;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;

/** A rule that the owner made: tried, kept, shown, silenced, changed and removed. */
final class OwnRulesTest extends IntegrationTestCase {

	use AssertsShapes;

	private const RULE = [
		'id'         => 2,
		'name'       => 'Many questions, little paid',
		'level'      => 'flag',
		'match'      => 'all',
		'silent'     => false,
		'conditions' => [
			[ 'field' => 'tickets', 'is' => 'least', 'number' => 3, 'days' => 30 ],
			[ 'field' => 'paid', 'is' => 'most', 'number' => 5000, 'days' => null ],
		],
	];

	public function test_a_rule_is_tried_on_history_and_shows_whom_it_said(): void {
		$desk     = new Desk();
		$customer = $desk->sale( 'maya@example.com', 4900, 60 );
		$desk->sale( 'noor@example.com', 9900, 60, 2 );
		Desk::graph()->ticket_writer()->write( Desk::SOURCE, $desk->questions( 3 ) );
		$this->as_role( 'administrator' );

		$tried = $this->rest( 'POST', '/settings/rules/try', [ 'rule' => self::RULE, 'after' => 0 ] );
		self::assert_shape( 'settings.rule_tried', $tried->get_data() );
		self::assertSame( [ 'watch' => 0, 'flag' => 1, 'customers' => 1, 'next' => null ], $tried->get_data() );
		self::assertSame( [], Desk::graph()->flags()->of( $customer ), 'Trying keeps nothing.' );
		$wish = [ 'conditions' => [ [ 'field' => 'freebie', 'is' => 'least', 'number' => 1, 'days' => 90 ] ] ] + self::RULE;
		self::assertSame( [ 'own_rules.0.level' ], array_keys( $this->rest( 'POST', '/settings/rules/try', [ 'rule' => $wish, 'after' => 0 ] )->get_data()['data']['params'] ) );

		$this->keep( self::RULE );
		self::assertSame( 'open', $this->state( $customer ) );
		$page = $this->json( $this->rest( 'GET', "/customers/$customer" ) );
		$flag = array_column( $page['flags'], null, 'pattern' )['own:2'];
		self::assertSame( [ [ 'tickets_30' => 3, 'paid' => 4900 ], 'Counted by a rule of your own.' ], [ $flag['measured'], $flag['evidence'][0]['why'] ] );
		self::assertSame( [ $customer ], array_column( $this->json( $this->rest( 'GET', '/customers?flag=own:2' ) ), 'id' ) );
		$this->as_role( 'amicable_support_agent' );
		self::assertArrayNotHasKey( 'paid', array_column( $this->json( $this->rest( 'GET', "/customers/$customer" ) )['flags'], null, 'pattern' )['own:2']['measured'] );
		$this->as_role( 'administrator' );

		self::assertSame( 200, $this->rest( 'POST', "/customers/$customer/flags/own:2/review", [ 'action' => 'dismiss', 'reason' => 'A friend of the house', 'version' => $flag['version'] ] )->get_status() );
		self::assertSame( 'dismissed', $this->state( $customer ) );
		$this->keep( [ 'name' => 'Asks a lot' ] + self::RULE );
		self::assertSame( 'dismissed', $this->state( $customer ), 'Another name is the same question.' );
		$this->keep( [ 'conditions' => [ self::RULE['conditions'][0] ] ] + self::RULE );
		self::assertSame( 'open', $this->state( $customer ), 'Another question is another rule.' );
		$this->keep( [ 'silent' => true, 'conditions' => [ self::RULE['conditions'][0] ] ] + self::RULE );
		self::assertSame( 'expired', $this->state( $customer ) );
		$this->keep();
		self::assertNull( $this->state( $customer ) );
		self::assertSame( 'own_rule_removed', array_column( Desk::rows( 'log' ), 'what' )[ count( Desk::rows( 'log' ) ) - 1 ] );
	}

	public function test_the_trial_goes_on_where_it_stopped_until_everybody_was_looked_at(): void {
		$desk = new Desk();
		$desk->sale( 'maya@example.com', 4900, 60 );
		Desk::graph()->ticket_writer()->write( Desk::SOURCE, $desk->questions( 3 ) );
		$database = Desk::graph()->database();
		$accounts = [];
		for ( $id = 1_000_001; $id <= 1_002_105; $id++ ) {
			$accounts[] = "($id, '2026-02-04 00:00:00', '2026-02-04 00:00:00', '2026-02-04 00:00:00')";
		}
		$database->write( "INSERT INTO {$database->table( 'accounts' )} (customer_id, last_ticket_at, as_of, updated_at) VALUES " . implode( ', ', $accounts ) );
		$database->write( "INSERT INTO {$database->table( 'customers' )} (id, email, created_at) SELECT customer_id, CONCAT(customer_id, '@example.com'), as_of FROM {$database->table( 'accounts' )} WHERE customer_id > 1000000" );
		$this->as_role( 'administrator' );

		$after = 0;
		$sum   = [ 'flag' => 0, 'customers' => 0 ];
		for ( $slices = 1; $after !== null; $slices++ ) {
			$tried             = $this->json( $this->rest( 'POST', '/settings/rules/try', [ 'rule' => self::RULE, 'after' => $after ] ) );
			$after             = $tried['next'];
			$sum['flag']      += $tried['flag'];
			$sum['customers'] += $tried['customers'];
			self::assertLessThanOrEqual( 2000, $tried['customers'] );
		}
		self::assertGreaterThan( 2, $slices, 'More than one slice.' );
		self::assertSame( [ 'flag' => 1, 'customers' => 2106 ], $sum );
	}

	public function test_an_event_of_whom_it_judges_takes_a_fixed_number_of_statements(): void {
		$desk  = new Desk();
		$plain = $desk->sale( 'noor@example.com', 990_000, 60, 2 );
		$early = $desk->sale( 'maya@example.com', 990_000, 60 );
		$asked = static fn ( int $questions ) => Desk::graph()->ticket_writer()->write( Desk::SOURCE, $desk->questions( $questions, [ 'tags' => [] ] ) );
		Desk::graph()->ticket_writer()->write( Desk::SOURCE, [ $desk->ticket( 'N-1', 40 * 86400, [ 'requester' => [ 'email' => 'noor@example.com', 'name' => 'Noor' ] ] ) ] );
		$asked( 4 );
		$signs = fn (): ?string => Desk::graph()->flags()->find( $early, Slug::EarlySigns )?->level->value;
		$took  = [ 'plain' => self::statements( $plain ), 'early' => self::statements( $early ) ];
		self::assertSame( 'watch', $signs() );
		$asked( 7 );
		self::assertSame( [ 'watch', $took['early'] ], [ $signs(), self::statements( $early ) ] );

		$this->as_role( 'administrator' );
		$this->keep( self::RULE );
		$took += [ 'judged' => self::statements( $plain ), 'early_judged' => self::statements( $early ) ];
		$this->keep( [ 'conditions' => [ self::RULE['conditions'][0] ] ] + self::RULE );
		self::assertSame( 'open', $this->state( $early ) );
		$took += [ 'own' => self::statements( $early ) ];
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'messages' ) . " SET docs_url = 'https://docs.example/a' WHERE kind = 'agent'" );
		$took += [ 'linked' => self::statements( $early ) ];
		foreach ( [ 'plain' => 9, 'early' => 18, 'judged' => 17, 'early_judged' => 18, 'own' => 18, 'linked' => 20 ] as $whose => $most ) {
			self::assertLessThanOrEqual( $most, $took[ $whose ], "$whose, as docs/decisions/0006 says" );
		}
	}

	/** Of a recount that changes nothing. */
	private static function statements( int $customer ): int {
		global $wpdb;
		Desk::graph()->projector()->project( $customer );
		$before = $wpdb->num_queries;
		Desk::graph()->projector()->project( $customer );

		return $wpdb->num_queries - $before;
	}

	/** @param array<string, mixed> ...$rules All there are from now on. */
	private function keep( array ...$rules ): void {
		$saved = $this->rest( 'PUT', '/settings', [ 'version' => Desk::graph()->settings()->current()->version, 'own_rules' => array_values( $rules ) ] );
		self::assertSame( 200, $saved->get_status(), (string) wp_json_encode( $saved->get_data() ) );
		$this->run_jobs();
	}

	private function state( int $customer ): ?string {
		return Desk::graph()->flags()->find( $customer, Slug::Own2 )?->state->value;
	}
}
