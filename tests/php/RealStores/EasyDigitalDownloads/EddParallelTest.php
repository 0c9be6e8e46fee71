<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\Figures;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\RealStores\Support\Scale;
use Amicable\Tests\RealStores\Support\WebServer;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\Group;
use WP_Application_Passwords;
use WP_User;

/** Many requests at the same moment, over HTTP, each in a process of its own; the provider takes 300 ms to pay. */
final class EddParallelTest extends IntegrationTestCase {

	use MakesEddOrders;
	use PartsWays;

	/** How many drive the one run, once it is started. */
	private const SCREENS = 4;

	#[Group( 'faults' )]
	public function test_many_starts_with_one_key_give_one_run_and_one_payout_an_order(): void {
		$login  = $this->password_of( $this->as_role( 'administrator' ) );
		$orders = [ $this->an_order(), $this->an_order( [ 'total' => 2500, 'gateway' => 'stripe' ] ) ];
		$this->graph()->importer()->slice( 'edd', 60.0 );
		$request = $this->confirmed( $orders );
		$server  = new WebServer( 16, 300 );
		try {
			$answers = $server->at_once( Scale::starts(), '/amicable/v1/offboardings', $request, $login, [ 'Idempotency-Key' => 'one-key-for-all' ] );
			$status  = array_count_values( array_column( $answers, 'status' ) );
			self::assertSame( [], array_diff( array_keys( $status ), [ 202, 409 ] ), (string) wp_json_encode( $answers ) );
			$runs = array_values( array_unique( array_filter( array_map( static fn ( array $answer ): int => (int) ( $answer['body']['id'] ?? 0 ), $answers ) ) ) );
			self::assertCount( 1, $runs );
			$state = '';
			for ( $round = 0; $round < 20 && $state !== 'completed'; $round++ ) {
				$steps = $server->at_once( self::SCREENS, "/amicable/v1/offboardings/{$runs[0]}/run", [], $login );
				$state = (string) ( $steps[ self::SCREENS - 1 ]['body']['state'] ?? '' );
			}
		} finally {
			$server->stop();
		}

		$tally = new Tally( 'starts_edd' );
		$tally->begin();
		foreach ( $orders as $order ) {
			$tally->order( count( Bank::payouts( $order ) ) );
		}
		self::assertSame( 'completed', $state );
		self::assertSame( [ [ '49.00' ], [ '25.00' ] ], array_map( Bank::payouts( ... ), $orders ) );
		$tally->pass();
		$tally->report();
		Figures::note( 'parallel_starts', Scale::starts() );
		Figures::note( 'payouts_an_order', 1 );
	}

	/**
	 * @param list<int> $orders
	 * @return array<string, mixed>
	 */
	private function confirmed( array $orders ): array {
		$request = [
			'customer_id' => (int) $this->graph()->identity()->find_by_email( 'buyer@example.com' ),
			'kind'        => 'refund',
			'scope'       => [ 'orders' => array_map( static fn ( int $id ): array => [ 'store' => 'edd', 'id' => $id ], $orders ) ],
		];
		self::assertGreaterThan( 0, $request['customer_id'], 'Its orders were not brought in.' );
		$plan = $this->read_plan( $request );
		self::assertSame( [ [ 'minor' => 7400, 'currency' => 'USD' ] ], $plan['totals'] ?? null, (string) wp_json_encode( $plan ) );

		return [
			...$request,
			'plan_hash'      => $plan['hash'],
			'confirm_orders' => count( $orders ),
			'confirm_totals' => $plan['totals'],
		];
	}

	/**
	 * A machine that is torn between many processes may once not answer a read; nothing is changed by asking again.
	 *
	 * @param array<string, mixed> $request
	 * @return array<string, mixed>
	 */
	private function read_plan( array $request ): array {
		$answer = $this->rest( 'POST', '/offboardings/plan', $request );
		for ( $try = 1; $try < 3 && $answer->get_status() >= 500; $try++ ) {
			$answer = $this->rest( 'POST', '/offboardings/plan', $request );
		}

		return $this->json( $answer );
	}

	private function password_of( WP_User $user ): string {
		[ $password ] = WP_Application_Passwords::create_new_application_password( $user->ID, [ 'name' => 'Tests' ] );

		return "$user->user_login:$password";
	}
}
