<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Cases;

use Amicable\Cases\CaseState;
use Amicable\Cases\Circumstances;
use Amicable\Cases\Gate;
use Amicable\Cases\Machine;
use Amicable\Cases\Move;
use Amicable\Cases\Stage;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class MachineTest extends TestCase {

	private const SEQUENCES = 10_000;
	private const STEPS     = 30;

	public function test_ten_thousand_random_histories_go_as_the_table_says(): void {
		$machine = new Machine();
		$went    = [];
		$first   = self::seed();
		for ( $seed = $first; $seed < $first + self::SEQUENCES; $seed++ ) {
			mt_srand( $seed );
			$model = new CaseModel();
			$case  = new CaseState( Stage::Open );
			$now   = new DateTimeImmutable( '2026-01-01T00:00:00Z' );
			for ( $step = 0; $step < self::STEPS; $step++ ) {
				$now    = $now->modify( '+' . mt_rand( 1, 60 ) . ' days' );
				$to     = self::pick( $machine, $case );
				$move   = [ 'approve' => self::chance( 2 ), 'reason' => self::chance( 2 ), 'counsel' => self::chance( 2 ) ];
				$around = self::around( $now );
				$asked  = new Move( $to, $move['approve'], $move['reason'] ? 'because' : ' ', $move['counsel'] ? 'agreed' : null );
				$gate   = $machine->gate( $case, $asked, self::circumstances( $around ) );
				$from   = $case->stage->value;
				$goes   = $model->go( $to->value, $move, $around );
				if ( $goes !== ( $gate === null ) ) {
					self::fail( "seed $seed, step $step: $from → $to->value, gate: " . ( $gate->value ?? 'open' ) );
				}
				if ( $goes ) {
					$case                        = $machine->after( $case, $asked, $now );
					$went[ "$from>$to->value" ] = true;
				}
				if ( $model->stage !== $case->stage->value || $model->override !== $case->override ) {
					self::fail( "seed $seed, step $step: {$case->stage->value}, not $model->stage" );
				}
			}
		}
		self::assertCount( self::ways(), $went, 'Every way of the table was gone at least once.' );
	}

	/** @return iterable<string, array{CaseState, Move, Circumstances, Gate|null}> */
	public static function gates(): iterable {
		$now    = new DateTimeImmutable( '2026-06-01' );
		$plain  = new Circumstances( $now );
		$warned = new CaseState( Stage::Warned, null, false, new DateTimeImmutable( '2026-05-01' ) );
		$old    = new CaseState( Stage::Warned, null, false, $now->modify( '-181 days' ) );
		$edge   = new CaseState( Stage::Warned, null, false, $now->modify( '-180 days' ) );
		$after  = new Circumstances( $now, last_incident_at: new DateTimeImmutable( '2026-05-20' ) );
		yield 'no warning while a ticket waits for us' => [ new CaseState( Stage::SecondChance ), new Move( Stage::Warned ), new Circumstances( $now, waits_for_us: true ), Gate::WaitsForUs ];
		yield 'not from the start either'              => [ new CaseState( Stage::Open ), new Move( Stage::Warned, true, 'Now' ), new Circumstances( $now, waits_for_us: true ), Gate::WaitsForUs ];
		yield 'no warning before the hours have passed' => [ new CaseState( Stage::Open ), new Move( Stage::Warned ), new Circumstances( $now, cool_until: $now->modify( '+1 minute' ) ), Gate::CoolDown ];
		yield 'at the very hour it may go'             => [ new CaseState( Stage::Open ), new Move( Stage::Warned ), new Circumstances( $now, cool_until: $now ), null ];
		yield 'no warning that nobody else has read'   => [ new CaseState( Stage::Open ), new Move( Stage::Warned ), new Circumstances( $now, needs_second_reader: true ), Gate::SecondReader ];
		yield 'nor an explanation'                     => [ $warned, new Move( Stage::Explained ), new Circumstances( $now, last_incident_at: new DateTimeImmutable( '2026-05-20' ), needs_second_reader: true ), Gate::SecondReader ];
		yield 'explained needs an incident'            => [ $warned, new Move( Stage::Explained ), $plain, Gate::Incident ];
		yield 'an incident before the warning is none' => [ $warned, new Move( Stage::Explained ), new Circumstances( $now, last_incident_at: new DateTimeImmutable( '2026-04-30' ) ), Gate::Incident ];
		yield 'an incident after it is one'            => [ $warned, new Move( Stage::Explained ), $after, null ];
		yield 'a warning counts for 180 days'          => [ $edge, new Move( Stage::Explained ), $after, null ];
		yield 'and no longer'                          => [ $old, new Move( Stage::Explained ), $after, Gate::WarningAge ];
		yield 'agreed needs the refund'                => [ $warned, new Move( Stage::Agreed ), $plain, Gate::RefundRun ];
		yield 'explained to the end needs approval'    => [ new CaseState( Stage::Explained ), new Move( Stage::Offboarding ), $plain, Gate::Approval ];
		yield 'approved it goes'                       => [ new CaseState( Stage::Explained ), new Move( Stage::Offboarding, true ), $plain, null ];
		yield 'skipping needs a reason too'            => [ $warned, new Move( Stage::Offboarding, true, '  ' ), $plain, Gate::OverrideReason ];
		yield 'a reason without approval is not enough' => [ $warned, new Move( Stage::Offboarding, false, 'Now' ), $plain, Gate::Approval ];
		yield 'counsel has to be asked'                => [ new CaseState( Stage::Counsel ), new Move( Stage::Offboarding, true, 'Now' ), $plain, Gate::Counsel ];
		yield 'counsel cannot be skipped'              => [ new CaseState( Stage::Counsel ), new Move( Stage::Recovered ), $plain, Gate::NoWay ];
		yield 'litigation is written down'             => [ new CaseState( Stage::Open ), new Move( Stage::Counsel ), $plain, Gate::Litigation ];
		yield 'no end while a run is open'             => [ new CaseState( Stage::Offboarding, Stage::Open ), new Move( Stage::Closed ), new Circumstances( $now, run_open: true, receipt_passed: true ), Gate::RunOpen ];
		yield 'no end without a receipt'               => [ new CaseState( Stage::Offboarding, Stage::Open ), new Move( Stage::Closed ), $plain, Gate::Receipt ];
		yield 'reinstating takes a reason'             => [ new CaseState( Stage::Closed ), new Move( Stage::Open ), $plain, Gate::Reason ];
		yield 'dismissed is for ever'                  => [ new CaseState( Stage::Dismissed ), new Move( Stage::Open, true, 'Wrong' ), $plain, Gate::NoWay ];
	}

	#[DataProvider( 'gates' )]
	public function test_each_gate_has_its_name( CaseState $case, Move $move, Circumstances $around, ?Gate $gate ): void {
		self::assertSame( $gate, ( new Machine() )->gate( $case, $move, $around ) );
	}

	public function test_an_override_stays_on_the_case_for_ever(): void {
		$machine = new Machine();
		$now     = new DateTimeImmutable( '2026-06-01' );
		$case    = new CaseState( Stage::Open );
		foreach ( [ Stage::Offboarding, Stage::Open, Stage::Recovered, Stage::Open, Stage::SecondChance ] as $to ) {
			$case = $machine->after( $case, new Move( $to, true, 'x' ), $now );
			self::assertTrue( $case->override );
		}
	}

	public function test_warnings_before_a_reinstatement_do_not_count(): void {
		$case = ( new Machine() )->after( new CaseState( Stage::Lapsed, null, false, new DateTimeImmutable( '2026-05-01' ) ), new Move( Stage::Open, false, 'Back' ), new DateTimeImmutable( '2026-06-01' ) );

		self::assertNull( $case->warned_at );
	}

	public function test_a_stopped_run_takes_the_case_back_with_its_warning(): void {
		$machine = new Machine();
		$warned  = new CaseState( Stage::Warned, null, false, new DateTimeImmutable( '2026-05-01' ) );
		$away    = $machine->after( $warned, new Move( Stage::Offboarding, true, 'x' ), new DateTimeImmutable( '2026-06-01' ) );
		$back    = $machine->after( $away, new Move( Stage::Warned ), new DateTimeImmutable( '2026-06-02' ) );

		self::assertSame( Stage::Warned, $back->stage );
		self::assertEquals( $warned->warned_at, $back->warned_at );
		self::assertNull( $back->stage_before );
	}

	private static function pick( Machine $machine, CaseState $case ): Stage {
		$ways = $machine->ways( $case );
		// Mostly ways that exist, so that histories get somewhere; one in five is any stage at all.
		return $ways === [] || self::chance( 5 ) ? Stage::cases()[ mt_rand( 0, 10 ) ] : $ways[ mt_rand( 0, count( $ways ) - 1 ) ];
	}

	/** @return array{now: DateTimeImmutable, waits: bool, incident: DateTimeImmutable|null, refunded: bool, run_open: bool, receipt: bool, cool: bool, unread: bool} */
	private static function around( DateTimeImmutable $now ): array {
		return [
			'now'      => $now,
			'waits'    => self::chance( 2 ),
			'incident' => self::chance( 2 ) ? $now->modify( '-' . mt_rand( 0, 90 ) . ' days' ) : null,
			'refunded' => self::chance( 2 ),
			'run_open' => self::chance( 3 ),
			'receipt'  => self::chance( 2 ),
			'cool'     => self::chance( 4 ),
			'unread'   => self::chance( 4 ),
		];
	}

	/** @param array{now: DateTimeImmutable, waits: bool, incident: DateTimeImmutable|null, refunded: bool, run_open: bool, receipt: bool, cool: bool, unread: bool} $around */
	private static function circumstances( array $around ): Circumstances {
		return new Circumstances( $around['now'], $around['waits'], $around['incident'], $around['refunded'], $around['run_open'], $around['receipt'], $around['now']->modify( $around['cool'] ? '+1 hour' : '-1 hour' ), $around['unread'] );
	}

	/** Each run walks other histories; what failed is walked again with `AMICABLE_SEED`. */
	private static function seed(): int {
		$said = getenv( 'AMICABLE_SEED' );
		$seed = is_string( $said ) && ctype_digit( $said ) ? (int) $said : random_int( 1, 1_000_000_000 );
		fwrite( STDERR, "\nCases are walked from AMICABLE_SEED=$seed\n" );

		return $seed;
	}

	private static function chance( int $in ): bool {
		return mt_rand( 1, $in ) === 1;
	}

	/** How many ways there are: those of the table, and back from offboarding to each stage before it. */
	private static function ways(): int {
		$machine = new Machine();
		$count   = 0;
		foreach ( Stage::cases() as $stage ) {
			$count += count( $machine->ways( new CaseState( $stage ) ) );
		}

		return $count + 5;
	}
}
