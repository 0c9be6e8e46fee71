<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\Cases\Stage;
use Amicable\Storage\Database;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Unit\Cases\CaseModel;
use DateTimeImmutable;
use WP_REST_Response;

/**
 * Two who may approve and one who may not work on one case over REST, at random: they move it, write, send, send again, part, refund, approve, stop, and meanwhile
 * a bank disputes the payment. Whatever they do, no gate is passed that the second reading of the table shuts, nothing is sent twice and nothing is paid twice.
 */
final class RandomPeopleTest extends RunsTestCase {

	use Walking;

	private const WALKS = 30;
	private const STEPS = 20;

	/** Of a dispute, and of a right: these may go although the payment is disputed. */
	private const ALWAYS = [ 'dispute_opened', 'lock_invoice' ];

	private const TEMPLATES = [ 'warning_hostile_messages', 'explanation_hostile_messages', 'how_we_work', 'legal_statement', ...self::ALWAYS ];

	private const MAY = [ 'approve' => true, 'reason' => true, 'counsel' => true ];

	private CaseModel $model;

	private OrderRef $of;

	/** @var array<string, mixed> */
	private array $case = [];

	/** @var array<int, array<string, mixed>> */
	private array $letters = [];

	/** @var array<int, array<string, mixed>> */
	private array $runs = [];

	private string $dispute = 'none';

	private bool $waits = false;

	public function test_whatever_people_do_together_no_gate_is_passed_and_nothing_happens_twice(): void {
		require_once dirname( __DIR__, 2 ) . '/Unit/Cases/CaseModel.php';
		$seed  = self::number( 'AMICABLE_SEED', random_int( 1, 1_000_000_000 ) );
		$walks = self::number( 'AMICABLE_WALKS', self::WALKS );
		fwrite( STDERR, "\nPeople walk $walks cases over REST from $seed\n" );
		mt_srand( $seed );
		$this->second = $this->as_role( 'administrator' )->ID;
		$this->agent  = $this->as_role( 'amicable_support_agent' )->ID;
		$acts         = [ 'move', 'move', 'write', 'write', 'send', 'send', 'send_again', 'disputed', 'unlock', 'part', 'part', 'part', 'refund', 'approve', 'approve', 'approve', 'go_on', 'go_on', 'stop', 'happens', 'happens' ];
		for ( $walk = 0; $walk < $walks; $walk++ ) {
			$this->begin( $walk );
			for ( $step = 0; $step < self::STEPS; $step++ ) {
				$act      = $acts[ mt_rand( 0, count( $acts ) - 1 ) ];
				$this->at = "Seed $seed, walk $walk, step $step, $act";
				$this->$act();
				$this->stands();
			}
			$this->nothing_happened_twice();
		}
		$this->by( $this->admin );
		self::assertTrue( $this->json( $this->ask( 'GET', '/log/verify' ) )['intact'] );
		foreach ( [ 'moved', 'not moved', 'sent', 'not sent', 'started', 'not started', 'approved', 'not approved', 'paid' ] as $what ) {
			self::assertGreaterThan( 0, $this->done[ $what ] ?? 0, "Never $what: " . wp_json_encode( $this->done ) );
		}
	}

	private function begin( int $walk ): void {
		$this->by( $this->admin );
		$this->of = $this->order( [ 'email' => "walker$walk@example.com" ] );
		$this->license( $this->of );
		$this->case  = $this->json( $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $this->of ), 'order' => $this->of->to_array() ] ) );
		$this->model = new CaseModel();
		[ $this->letters, $this->runs, $this->dispute, $this->waits ] = [ [], [], 'none', false ];
		if ( !self::chance() ) {
			return;
		}

		$long = new DateTimeImmutable( self::chance( 4 ) ? '-181 days' : '-10 days' );
		$this->model->stand( Stage::Warned->value, $long );
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'cases' )} SET stage = 'warned', warned_at = %s WHERE id = %d", [ Database::time( $long ), $this->case['id'] ] );
		$this->case = $this->read();
	}

	/** Anybody tries to bring it anywhere, perhaps from a stale screen, and whoever was faster is not undone. */
	private function move(): void {
		$who   = $this->anybody();
		$next  = array_column( $this->case['next'], 'to' );
		$to    = $next === [] || self::chance( 4 ) ? Stage::cases()[ mt_rand( 0, 10 ) ]->value : $next[ mt_rand( 0, count( $next ) - 1 ) ];
		$how   = [ 'approve' => $who !== $this->agent, 'reason' => self::chance(), 'counsel' => self::chance() ];
		$event = array_filter( [ 'to' => $to, 'version' => $this->case['version'], 'reason' => $how['reason'] ? 'because' : null, 'counsel' => $how['counsel'] ? 'agreed' : null ] );
		$goes  = $this->model->go( $to, $how, $this->around() );
		$path  = "/cases/{$this->case['id']}/events";
		self::assertSame( 409, $this->ask( 'POST', $path, [ 'version' => $this->case['version'] + 5 ] + $event )->get_status(), $this->at );
		$answer = $this->ask( 'POST', $path, $event );
		self::assertSame( $goes ? 200 : 422, $answer->get_status(), "$this->at → $to " . wp_json_encode( [ $how, $this->around(), $answer->get_data() ] ) );
		if ( $goes ) {
			self::assertSame( 409, $this->ask( 'POST', $path, $event )->get_status(), "$this->at: the same again" );
		}
		$this->note( $goes ? 'moved' : 'not moved' );
	}

	private function write(): void {
		$this->anybody();
		$template = self::TEMPLATES[ mt_rand( 0, count( self::TEMPLATES ) - 1 ) ];
		$answer   = $this->ask( 'POST', "/cases/{$this->case['id']}/messages", [ 'template' => $template, 'language' => 'en' ] );
		if ( $this->is_held() && ! in_array( $template, self::ALWAYS, true ) ) {
			self::assertSame( 422, $answer->get_status(), "$this->at: $template while the payment is disputed" );
		}
		if ( $answer->get_status() !== 201 ) {
			return;
		}

		$draft = $this->json( $answer );
		$saved = $this->json( $this->ask( 'PUT', "/cases/{$draft['case_id']}/messages/{$draft['id']}", [ 'version' => $draft['version'], 'subject' => 'How we go on', 'body' => (string) preg_replace( '/\{\w+\}/', 'today', $draft['body'] ) ] ) );

		$this->letters[ $draft['id'] ] = [ 'template' => $template ] + $saved;
	}

	private function send(): void {
		$who    = $this->anybody();
		$drafts = array_values( array_filter( $this->letters, static fn ( array $letter ): bool => $letter['state'] === 'draft' ) );
		if ( $drafts === [] ) {
			return;
		}
		$letter = $drafts[ mt_rand( 0, count( $drafts ) - 1 ) ];
		$stage  = $letter['stage'];
		$answer = $this->send_letter( $letter, $letter['version'] );
		$this->note( $answer->get_status() === 200 ? 'sent' : 'not sent' );
		if ( $answer->get_status() !== 200 ) {
			return;
		}
		self::assertNotSame( $this->agent, $who, $this->at );
		self::assertTrue( ! $this->is_held() || in_array( $letter['template'], self::ALWAYS, true ), "$this->at: {$letter['template']} while the payment is disputed" );
		self::assertTrue( $this->model->stage !== 'counsel' || $stage === 'counsel' || $letter['template'] === 'lock_invoice', "$this->at: {$letter['template']} with counsel" );
		self::assertTrue( $letter['template'] === 'lock_invoice' || ! in_array( $stage, [ 'warned', 'explained' ], true ) || $stage === $this->model->stage || ( clone $this->model )->go( $stage, self::MAY, $this->around() ), "$this->at: $stage before its time, in {$this->model->stage} " . wp_json_encode( $this->around() ) );
		$this->letters[ $letter['id'] ] = [ 'template' => $letter['template'] ] + $this->json( $answer );
	}

	/** What is out stays out, once. */
	private function send_again(): void {
		$this->by( $this->admin );
		foreach ( $this->letters as $letter ) {
			if ( $letter['state'] === 'sent' ) {
				foreach ( [ $letter['version'], $letter['version'] - 1, $letter['version'] + 1 ] as $version ) {
					self::assertGreaterThanOrEqual( 400, $this->send_letter( $letter, max( 1, $version ) )->get_status(), $this->at );
				}
			}
		}
	}

	private function disputed(): void {
		$this->by( $this->admin );
		$answer = $this->ask( 'POST', "/orders/sample/{$this->of->id}/dispute", [ 'status' => [ 'open', 'warning', 'won', 'lost' ][ mt_rand( 0, 3 ) ], 'deadline_at' => '2031-03-20T00:00:00Z' ] );
		self::assertLessThan( 300, $answer->get_status(), $this->at );
		$this->dispute = (string) $this->json( $answer )['status'];
	}

	private function unlock(): void {
		$this->by( $this->admin );
		$charge = $this->read()['charge'];
		if ( $charge === null || !$charge['holds'] ) {
			return;
		}

		$path = "/disputes/{$charge['dispute_id']}/unlock";
		self::assertSame( 409, $this->ask( 'POST', $path, [ 'version' => $charge['version'] + 1, 'reason' => 'Stale' ] )->get_status(), $this->at );
		self::assertSame( 200, $this->ask( 'POST', $path, [ 'version' => $charge['version'], 'reason' => 'They withdraw it' ] )->get_status(), $this->at );
	}

	private function part(): void {
		$this->boss();
		$reason = self::chance() ? 'Agreed' : '';
		$open   = in_array( $this->model->stage, [ 'open', 'second_chance', 'warned', 'explained', 'counsel', 'offboarding' ], true );
		$may    = $this->model->stage === 'offboarding' || ( $open && ( clone $this->model )->go( 'offboarding', [ 'approve' => true, 'reason' => $reason !== '', 'counsel' => false ], $this->around() ) );
		$this->start_one( [ 'kind' => 'part_ways', 'scope' => 'all' ], $reason, $may );
	}

	private function refund(): void {
		$this->boss();
		$this->start_one( [ 'kind' => 'refund', 'scope' => [ 'orders' => [ $this->of->to_array() ] ] ], '', true );
	}

	/** @param array<string, mixed> $what */
	private function start_one( array $what, string $reason, bool $may ): void {
		$plan = $this->json( $this->ask( 'POST', '/offboardings/plan', [ 'customer_id' => $this->case['customer_id'] ] + $what ) );
		$body = [ 'plan_hash' => $plan['hash'], 'customer_id' => $plan['customer_id'], 'kind' => $plan['kind'], 'scope' => $plan['scope'], 'confirm_orders' => $plan['orders'], 'confirm_totals' => $plan['totals'], 'case_id' => $this->case['id'] ] + ( $reason === '' ? [] : [ 'reason' => $reason ] );
		$key  = wp_generate_uuid4();
		$runs = array_map( fn (): WP_REST_Response => $this->ask( 'POST', '/offboardings', $body, $key ), [ 1, 2 ] );
		self::assertTrue( $may || $runs[0]->get_status() >= 400, "$this->at: a gate is shut" );
		self::assertTrue( $plan['orders'] === 0 || ! in_array( $this->dispute, [ 'open', 'lost' ], true ), "$this->at: nothing is planned to be paid that a bank holds" );
		$this->note( $runs[0]->get_status() === 202 ? 'started' : 'not started' );
		if ( $runs[0]->get_status() !== 202 ) {
			return;
		}

		$run = $this->json( $runs[0] );
		self::assertSame( [ 202, $run['id'] ], [ $runs[1]->get_status(), $this->json( $runs[1] )['id'] ], "$this->at: one key, one run" );
		self::assertGreaterThanOrEqual( 400, $this->ask( 'POST', '/offboardings', $body, wp_generate_uuid4() )->get_status(), "$this->at: a second run over the same" );
		$this->runs[ $run['id'] ] = $run + [ 'starter' => get_current_user_id(), 'why' => $reason ];
	}

	private function approve(): void {
		$who = $this->anybody();
		foreach ( $this->runs as $id => $run ) {
			if ( $run['state'] === 'awaiting_approval' ) {
				$goes   = $this->model->stage === 'offboarding' || ( clone $this->model )->go( 'offboarding', [ 'approve' => true, 'reason' => $run['why'] !== '', 'counsel' => false ], [ 'run_open' => false ] + $this->around() );
				$answer = $this->ask( 'POST', "/offboardings/$id/approve" );
				$may    = $who !== $this->agent && $who !== $run['starter'];
				self::assertSame( $may ? ( $goes ? 200 : 422 ) : 403, $answer->get_status(), "$this->at " . wp_json_encode( $answer->get_data() ) );
				$this->note( $answer->get_status() === 200 ? 'approved' : 'not approved' );
				if ( $answer->get_status() === 200 ) {
					$this->model->stage === 'offboarding' || $this->model->go( 'offboarding', [ 'approve' => true, 'reason' => $run['why'] !== '', 'counsel' => false ], $this->around() );
					$this->runs[ $id ] = $this->json( $answer ) + $run;
				}
			}
		}
	}

	private function go_on(): void {
		$this->on_runs( 'run', mt_rand( 1, 14 ) );
	}

	private function stop(): void {
		$this->on_runs( [ 'stop', 'resume' ][ mt_rand( 0, 1 ) ], 1 );
	}

	private function on_runs( string $what, int $times ): void {
		$this->boss();
		foreach ( $this->runs as $id => $run ) {
			for ( $time = 0; $time < $times && ! in_array( $this->runs[ $id ]['state'], [ 'completed', 'stopped' ], true ); $time++ ) {
				$paid   = count( $this->payouts( $this->of ) );
				$answer = $this->ask( 'POST', "/offboardings/$id/$what" );
				if ( $answer->get_status() === 200 ) {
					$this->runs[ $id ] = $this->json( $answer ) + $run;
				}
				$pays = count( $this->payouts( $this->of ) ) > $paid;
				self::assertTrue( ! $pays || ! in_array( $this->dispute, [ 'open', 'lost' ], true ), "$this->at: paid while the bank holds it" );
				self::assertTrue( ! $pays || $run['kind'] === 'refund' || $this->runs[ $id ]['approved_by'] !== null, "$this->at: paid without approval" );
				$pays && $this->note( 'paid' );
			}
		}
	}

	/** Something happens by itself: they write, they are answered, they go too far again. */
	private function happens(): void {
		$database = $this->graph->database();
		$then     = Database::time( new DateTimeImmutable( '-2 days' ) );
		$owner    = (int) $this->case['customer_id'];
		$database->write( "DELETE FROM {$database->table( 'tickets' )} WHERE customer_id = %d", [ $owner ] );
		$database->write( "DELETE FROM {$database->table( 'flags' )} WHERE customer_id = %d", [ $owner ] );
		$this->waits = self::chance();
		if ( $this->waits ) {
			$database->insert( 'tickets', [ 'source' => 'walk', 'external_id' => uniqid( 'w', true ), 'customer_id' => $owner, 'channel' => 'email', 'status' => 'open', 'last_customer_at' => $then, 'created_at' => $then, 'updated_at' => $then ] );
		}
		if ( self::chance() ) {
			$database->insert( 'flags', [ 'customer_id' => $owner, 'pattern' => 'hostile_messages', 'level' => 'flag', 'state' => 'confirmed', 'since' => Database::time( new DateTimeImmutable( self::chance() ? '+60 seconds' : '-200 days' ) ), 'updated_at' => $then ] );
		}
	}

	/** @return array{now: DateTimeImmutable, waits: bool, incident: DateTimeImmutable|null, refunded: bool, run_open: bool, receipt: bool, cool: bool, unread: bool} */
	private function around(): array {
		$parted = array_filter( $this->runs, static fn ( array $run ): bool => $run['kind'] === 'part_ways' );
		$newest = $parted === [] ? null : $parted[ max( array_keys( $parted ) ) ];

		return [
			'now'      => new DateTimeImmutable(),
			'waits'    => $this->waits,
			'incident' => $this->last_incident(),
			'refunded' => array_filter( $this->runs, static fn ( array $run ): bool => $run['kind'] === 'refund' && $run['state'] === 'completed' ) !== [],
			'run_open' => array_filter( $this->runs, static fn ( array $run ): bool => ! in_array( $run['state'], [ 'completed', 'stopped' ], true ) ) !== [],
			'receipt'  => $newest !== null && $newest['state'] === 'completed' && ! in_array( 'open', array_column( $newest['proof']['obligations'] ?? [], 'state' ), true ),
			'cool'     => false,
			'unread'   => false,
		];
	}

	/** As the tables say: a dispute is something that happened too, and a flag that nothing holds up any more goes when its customer is counted again. */
	private function last_incident(): ?DateTimeImmutable {
		$database = $this->graph->database();
		$moments  = [];
		foreach ( $database->rows( "SELECT pattern, since FROM {$database->table( 'flags' )} WHERE customer_id = %d AND state IN ('open', 'confirmed')", [ (int) $this->case['customer_id'] ] ) as $flag ) {
			$seen    = $database->value( "SELECT MAX(at) FROM {$database->table( 'evidence' )} WHERE customer_id = %d AND pattern = %s AND muted = 0", [ (int) $this->case['customer_id'], (string) $flag['pattern'] ] );
			$moments = [ ...$moments, Database::moment( (string) $flag['since'] ), ...( $seen === null ? [] : [ Database::moment( $seen ) ] ) ];
		}

		return $moments === [] ? null : max( $moments );
	}

	/** The case stands where the model stands; where a run took it on by itself, the table allows it. */
	private function stands(): void {
		$this->by( $this->admin );
		$last       = $this->case['version'];
		$this->case = $this->read();
		if ( $this->case['stage'] !== $this->model->stage ) {
			self::assertContains( $this->case['stage'], [ 'closed', 'agreed', 'open', 'second_chance', 'warned', 'explained', 'counsel' ], $this->at );
			$from = $this->model->stage;
			self::assertTrue( $this->model->go( $this->case['stage'], [ 'approve' => false, 'reason' => false, 'counsel' => false ], $this->around() ), "$this->at: by itself $from → {$this->case['stage']}" );
		}
		self::assertSame( [ $this->model->stage, $this->model->override ], [ $this->case['stage'], $this->case['override'] ], $this->at );
		self::assertGreaterThanOrEqual( $last, $this->case['version'], $this->at );
	}

	private function nothing_happened_twice(): void {
		self::assertLessThanOrEqual( 1, count( $this->payouts( $this->of ) ), "$this->at: paid once" );
		foreach ( array_keys( $this->letters ) as $id ) {
			$sent = array_filter( $this->house->log->of( 'letter', $id ), static fn ( array $row ): bool => $row['what'] === 'letter_sent' );
			self::assertCount( $this->letters[ $id ]['state'] === 'sent' ? 1 : 0, $sent, "$this->at: sent once" );
		}
	}

	/** @param array<string, mixed> $letter */
	private function send_letter( array $letter, int $version ): WP_REST_Response {
		return $this->ask( 'POST', "/cases/{$letter['case_id']}/messages/{$letter['id']}/send", [ 'version' => $version, 'via' => self::chance() ? 'mail' : 'copy', 'answers' => [ [ 'question' => 'everybody', 'yes' => true ] ] ], wp_generate_uuid4() );
	}

	private function is_held(): bool {
		$charge = $this->read()['charge'];

		return $charge !== null && $charge['holds'];
	}

	/** @return array<string, mixed> */
	private function read(): array {
		return $this->got( "/cases/{$this->case['id']}" );
	}
}
