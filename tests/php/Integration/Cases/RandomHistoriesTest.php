<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\Cases\Stage;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Database;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Unit\Cases\CaseModel;
use DateTimeImmutable;

/** Random histories over REST, against the same second reading of the table that the pure machine is held against. */
final class RandomHistoriesTest extends IntegrationTestCase {

	private const SEQUENCES = 200;
	private const STEPS     = 3;

	private Database $database;

	private int $administrator;

	private int $agent;

	private int $hours = 0;

	private bool $reader = false;

	protected function setUp(): void {
		parent::setUp();
		( new \Amicable\Admin\Roles() )->install();
		$this->database      = Plugin::instance()->graph( Mode::Live )->database();
		$this->administrator = $this->as_role( 'administrator' )->ID;
		$this->agent         = $this->as_role( 'amicable_support_agent' )->ID;
	}

	public function test_no_random_history_finds_a_way_around_a_gate(): void {
		require_once dirname( __DIR__, 2 ) . '/Unit/Cases/CaseModel.php';
		$seed  = self::number( 'AMICABLE_SEED', random_int( 1, 1_000_000_000 ) );
		$walks = self::number( 'AMICABLE_WALKS', self::SEQUENCES );
		fwrite( STDERR, "\n$walks cases are walked over REST from $seed\n" );
		mt_srand( $seed );
		$went    = [];
		$refused = 0;
		for ( $walk = 0; $walk < $walks; $walk++ ) {
			[ $case, $model ] = $this->begin( $walk );
			$this->asks_for( $walk );
			for ( $step = 0; $step < self::STEPS; $step++ ) {
				$from   = $model->stage;
				$to     = $this->pick( $case );
				$move   = [ 'approve' => self::chance(), 'reason' => self::chance(), 'counsel' => self::chance() ];
				$around = $this->around( $case );
				$stale  = mt_rand( 1, 10 ) === 1;
				$letter = $this->letter( $case, $to, $move['approve'], $around['unread'] );
				wp_set_current_user( $move['approve'] ? $this->administrator : $this->agent );
				$answer = $this->rest( 'POST', "/cases/{$case['id']}/events", array_filter( [ 'to' => $to, 'version' => $case['version'] + ( $stale ? 7 : 0 ), 'reason' => $move['reason'] ? 'because' : null, 'counsel' => $move['counsel'] ? 'agreed' : null, 'letter' => $letter ] ) );
				$around['unread'] = $around['unread'] || ( $this->reader && $letter === null );
				$goes   = ! $stale && $model->go( $to, $move, $around );
				self::assertSame( $stale ? 409 : ( $goes ? 200 : 422 ), $answer->get_status(), "Seed $seed, walk $walk, step $step: $from → $to. " . wp_json_encode( [ $move, $around, $answer->get_data() ] ) );
				$case = $goes ? $this->json( $answer ) : $case;
				$went += $goes ? [ "$from>$to" => true ] : [];
				$refused += $goes ? 0 : 1;
				self::assertSame( $model->stage, $case['stage'] );
				self::assertSame( $model->override, $case['override'] );
			}
		}
		self::assertGreaterThan( 20, count( $went ), 'Most ways of the table were gone.' );
		self::assertGreaterThan( 100, $refused );
	}

	/** @return array{array<string, mixed>, CaseModel} A case somewhere along the way, and its model. */
	private function begin( int $walk ): array {
		$now      = Database::time( new DateTimeImmutable( 'now' ) );
		$customer = (int) $this->database->insert( 'customers', [ 'name' => "Walker $walk", 'email' => "walker$walk@example.com", 'created_at' => $now, 'updated_at' => $now ] );
		wp_set_current_user( $this->administrator );
		$case  = $this->json( $this->rest( 'POST', '/cases', [ 'customer_id' => $customer ] ) );
		$model = new CaseModel();
		if ( $walk % 2 === 1 ) {
			$model->stand( Stage::Warned->value, new DateTimeImmutable( $walk % 4 === 1 ? '-10 days' : '-181 days' ) );
			$this->database->write( "UPDATE {$this->database->table( 'cases' )} SET stage = 'warned', warned_at = %s WHERE id = %d", [ Database::time( new DateTimeImmutable( $walk % 4 === 1 ? '-10 days' : '-181 days' ) ), $case['id'] ] );
			$case = $this->json( $this->rest( 'GET', "/cases/{$case['id']}" ) );
		}

		return [ $case, $model ];
	}

	/** What this owner wants before hard words go out. */
	private function asks_for( int $walk ): void {
		[ $this->hours, $this->reader ] = [ $walk % 3 === 0 ? 24 : 0, $walk % 4 === 0 ];
		$settings = Plugin::instance()->graph( Mode::Live )->settings();
		$settings->save( $settings->current()->with( [ 'cases' => [ 'cool_down_hours' => $this->hours, 'second_reader' => $this->reader ] ] ), $settings->current()->version );
	}

	/**
	 * A letter that went out for that step; read before by somebody else, or only by whoever moves the case, or not at all.
	 *
	 * @param array<string, mixed> $case
	 */
	private function letter( array $case, string $to, bool $by_administrator, bool $unread ): ?int {
		if ( ! $this->reader || ! in_array( $to, [ 'warned', 'explained' ], true ) || self::chance( 5 ) ) {
			return null;
		}
		$soon   = Database::time( new DateTimeImmutable( '+5 seconds' ) );
		$body   = uniqid( 'Words ', true );
		$letter = (int) $this->database->insert( 'letters', [ 'case_id' => $case['id'], 'customer_id' => $case['customer_id'], 'state' => 'sent', 'stage' => $to, 'variant' => '', 'channel' => 'letter', 'language' => 'en', 'subject' => 'Hello', 'body' => $body, 'facts' => '{}', 'sent_at' => $soon, 'created_at' => $soon, 'updated_at' => $soon ] );
		if ( ! $unread || self::chance() ) {
			$reader = $unread === $by_administrator ? $this->administrator : $this->agent;
			$this->database->insert( 'case_entries', [ 'case_id' => $case['id'], 'customer_id' => $case['customer_id'], 'kind' => 'read', 'what' => '', 'state' => 'done', 'note' => '', 'contact' => '', 'ref' => '', 'details' => (string) wp_json_encode( [ 'letter' => $letter, 'sha256' => hash( 'sha256', "Hello\n\n$body" ) ] ), 'created_by' => $reader, 'created_at' => $soon ] );
		}

		return $letter;
	}

	/** @param array<string, mixed> $case */
	private function pick( array $case ): string {
		$next = array_column( $case['next'], 'to' );

		return $next === [] || self::chance( 4 ) ? Stage::cases()[ mt_rand( 0, 10 ) ]->value : $next[ mt_rand( 0, count( $next ) - 1 ) ];
	}

	/**
	 * Makes it so in the tables that the gates read, and says what it made.
	 *
	 * @param array<string, mixed> $case
	 * @return array{now: DateTimeImmutable, waits: bool, incident: DateTimeImmutable|null, refunded: bool, run_open: bool, receipt: bool, cool: bool, unread: bool}
	 */
	private function around( array $case ): array {
		$now    = new DateTimeImmutable( 'now' );
		$around = [ 'now' => $now, 'waits' => self::chance(), 'incident' => self::chance() ? $now->modify( mt_rand( 0, 1 ) === 1 ? '+60 seconds' : '-200 days' ) : null, 'refunded' => self::chance(), 'run_open' => self::chance( 3 ), 'receipt' => self::chance(), 'cool' => false, 'unread' => $this->reader && self::chance() ];
		$around['cool'] = $this->hours > 0 && $around['incident'] !== null && $around['incident'] > $now;
		foreach ( [ 'tickets', 'flags', 'runs' ] as $table ) {
			$this->database->write( "DELETE FROM {$this->database->table( $table )} WHERE customer_id = %d", [ $case['customer_id'] ] );
		}
		$then = Database::time( $now->modify( '-2 days' ) );
		if ( $around['waits'] ) {
			$this->database->insert( 'tickets', [ 'source' => 'walk', 'external_id' => uniqid( 'w', true ), 'customer_id' => $case['customer_id'], 'channel' => 'email', 'status' => 'open', 'last_customer_at' => $then, 'created_at' => $then, 'updated_at' => $then ] );
		}
		if ( $around['incident'] !== null ) {
			$this->database->insert( 'flags', [ 'customer_id' => $case['customer_id'], 'pattern' => 'hostile_messages', 'level' => 'flag', 'state' => 'confirmed', 'since' => Database::time( $around['incident'] ), 'updated_at' => $then ] );
		}
		$this->had_run( $case, 'refund', $around['refunded'] ? 'completed' : 'stopped', null );
		$this->had_run( $case, 'part_ways', 'completed', $around['receipt'] ? 'accepted' : 'open' );
		if ( $around['run_open'] ) {
			$this->had_run( $case, 'refund', 'running', null );
		}

		return $around;
	}

	/** @param array<string, mixed> $case */
	private function had_run( array $case, string $kind, string $state, ?string $receipt ): void {
		$now   = Database::time( new DateTimeImmutable( 'now' ) );
		$proof = $receipt === null ? null : (string) wp_json_encode( [ 'checked_at' => $now, 'obligations' => [ [ 'check' => 1, 'state' => $receipt, 'ref' => null, 'text' => '' ] ] ] );
		$this->database->insert( 'runs', [ 'customer_id' => $case['customer_id'], 'case_id' => $case['id'], 'kind' => $kind, 'scope' => '"all"', 'state' => $state, 'plan_hash' => str_repeat( '0', 64 ), 'started_by' => 1, 'version' => 2, 'proof' => $proof, 'created_at' => $now, 'updated_at' => $now, 'ended_at' => $state === 'running' ? null : $now ] );
	}

	private static function number( string $name, int $otherwise ): int {
		$said = getenv( $name );

		return is_string( $said ) && ctype_digit( $said ) ? (int) $said : $otherwise;
	}

	private static function chance( int $in = 2 ): bool {
		return mt_rand( 1, $in ) === 1;
	}
}
