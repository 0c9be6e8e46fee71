<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Storage\Undos;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\MovableClock;
use wpdb;

/** What was given back, the same on every database we support. */
final class UndosTest extends IntegrationTestCase {

	private const REF = 'license:sample:7';

	private MovableClock $clock;

	private Graph $graph;

	private Undos $undos;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		$this->clock = new MovableClock();
		$this->graph = new Graph( Mode::Practice, '', $wpdb, $this->clock );
		$this->graph->migrations()->run();
		$this->undos = $this->graph->undos();
	}

	public function test_one_has_it_until_it_is_done_or_given_up_and_a_later_end_ends_it(): void {
		$step  = $this->ended( 4 );
		$order = new OrderRef( 'sample', 12 );
		$first = $this->undos->claim( $step, self::REF, $order, 'They paid again', 3 );
		self::assertNotNull( $first );
		self::assertNull( $this->undos->claim( $step, self::REF, $order, 'Me too', 5 ) );
		self::assertSame( [ [], false ], [ $this->undos->among( [ self::REF ] ), $this->undos->opens( $order ) ], 'Not before it is done.' );

		$this->clock->forward( 61 );
		$second = $this->undos->claim( $step, self::REF, $order, 'Once more', 5 );
		self::assertNotNull( $second );
		self::assertSame( [ false, true ], [ $this->undos->finish( $step, $first, 'failed', 'Too late' ), $this->undos->finish( $step, $second, Undos::DONE, null ) ] );
		self::assertNull( $this->undos->claim( $step, self::REF, $order, 'Again', 5 ) );
		self::assertSame( [ 'done', false, 'Once more', 5 ], array_values( array_intersect_key( $this->undos->of( 4 )[ $step->id ], array_flip( [ 'state', 'is_held', 'reason', 'user_id' ] ) ) ) );
		self::assertSame( [ [ self::REF ], true ], [ $this->undos->among( [ self::REF, 'license:sample:8' ] ), $this->undos->opens( $order ) ] );

		$this->ended( 5 );
		self::assertSame( [], $this->undos->among( [ self::REF ] ), 'A later run ended it again.' );
	}

	private function ended( int $run_id ): Step {
		$step = [ 'key' => 'disable_license:sample:7', 'kind' => StepKind::DisableLicense, 'store' => 'sample', 'target' => '7', 'label' => '…7F2A', 'state' => StepState::Done, 'amount' => null, 'method' => null, 'orders' => [ 'sample:12' ], 'message' => null, 'provider_key' => null, 'was' => [ 'status' => 'active' ] ];
		$this->graph->steps()->add( $run_id, [ $step ] );
		$found = $this->graph->steps()->find( $run_id, $step['key'] );
		self::assertNotNull( $found );
		self::assertSame( [ 'status' => 'active' ], $found->was() );

		return $found;
	}
}
