<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Mode;
use Amicable\Storage\Tables;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Canary;
use PHPUnit\Framework\Attributes\DataProvider;

/** A support agent finds whoever is on the phone, by whatever they read out. */
final class FindTest extends RunsTestCase {

	use AssertsShapes;

	private int $maya;

	private string $key;

	private string $number;

	protected function setUp(): void {
		parent::setUp();
		$order        = $this->order( [ 'email' => 'maya@example.com' ] );
		$this->maya   = $this->customer_of( $order );
		$this->number = (string) $this->graph->stores()->order( $order )?->number;
		$this->key    = $this->key_of( $this->license( $order ) );
		$this->graph->database()->insert( 'tickets', [ 'source' => 'desk', 'external_id' => 'T-900', 'customer_id' => $this->maya, 'channel' => 'email', 'status' => 'open', 'created_at' => '2026-02-01 00:00:00', 'updated_at' => '2026-02-01 00:00:00' ] );
		$this->order( [ 'email' => 'noor@example.org' ] );
		$this->as_role( Tables::ROLE );
	}

	/** @return iterable<string, array{string, string}> */
	public static function kinds(): iterable {
		yield 'the whole email' => [ 'MAYA@example.com', 'email' ];
		yield 'the beginning of an email' => [ 'maya@', 'email' ];
		yield 'a first name' => [ 'samp', 'name' ];
		yield 'a last name' => [ 'Buyer', 'name' ];
		yield 'an order number' => [ '{number}', 'order' ];
		yield 'an order number with its sign' => [ '#{number}', 'order' ];
		yield 'a ticket number' => [ 'T-900', 'ticket' ];
		yield 'a license key' => [ '{key}', 'license' ];
		yield 'a site' => [ 'www.site-1.example/', 'site' ];
	}

	#[DataProvider( 'kinds' )]
	public function test_a_customer_is_found_by( string $text, string $by ): void {
		$answer = $this->found( strtr( $text, [ '{number}' => $this->number, '{key}' => $this->key ] ) );
		$maya   = array_values( array_filter( $answer['found'], fn ( array $hit ): bool => $hit['id'] === $this->maya ) );

		self::assertCount( 1, $maya );
		self::assertContains( $by, $maya[0]['by'] );
		self::assert_shape( 'customers.found', $answer );
	}

	public function test_half_a_key_or_number_and_nothing_lead_to_nobody(): void {
		foreach ( [ substr( $this->key, 0, 8 ), substr( $this->number, 0, 4 ), 'T-90', '', ' ', '#', 'm', '%', '_aya', 'site-1' ] as $text ) {
			self::assertSame( [], $this->found( $text )['found'], "'$text' finds somebody." );
		}
	}

	public function test_a_name_in_any_letters_is_asked_of_every_system(): void {
		foreach ( [ '권예은', 'Çağ Öz', 'Ωmega' ] as $name ) {
			self::assertSame( [], $this->found( $name )['not_read'], $name );
		}
	}

	public function test_looking_somebody_up_costs_a_handful_of_queries_however_many_there_are(): void {
		global $wpdb;
		$count = function () use ( $wpdb ): int {
			wp_cache_flush();
			$before = $wpdb->num_queries;
			$this->found( 'maya@' );

			return $wpdb->num_queries - $before;
		};
		$few = $count();
		for ( $number = 0; $number < 30; $number++ ) {
			$this->order( [ 'email' => "somebody-$number@example.com" ] );
		}

		self::assertSame( $few, $count() );
		self::assertLessThanOrEqual( 16, $few );
	}

	public function test_no_amount_is_told_and_live_customers_are_not_found_in_practice(): void {
		$canary = new Canary( Mode::Practice );
		self::assertDoesNotMatchRegularExpression( '/' . Canary::AMOUNT . '\d/', (string) wp_json_encode( $this->found( Canary::WORD ) ) );
		self::assertSame( [ $canary->customer ], array_column( $this->found( Canary::WORD )['found'], 'id' ) );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/find?q=' . Canary::WORD ) )['found'] );
	}

	public function test_an_agent_logs_a_contact_and_proposes_a_case_and_may_do_no_more(): void {
		$live = ( new Canary() )->customer;
		$body = [ 'customer_id' => $live, 'channel' => 'phone', 'at' => gmdate( 'Y-m-d\TH:i:s\Z', time() - 60 ), 'minutes' => 5 ];

		self::assertSame( 201, $this->rest( 'POST', '/contacts', $body, [ 'Idempotency-Key' => [ wp_generate_uuid4() ] ] )->get_status() );
		$case = $this->rest( 'POST', '/cases', [ 'customer_id' => $live ] );
		self::assertSame( 201, $case->get_status() );
		self::assertNull( $this->json( $case )['assignee'], 'Proposed, and nobody\'s yet.' );
		self::assertSame( 403, $this->rest( 'POST', '/offboardings/plan', [ 'customer_id' => $live, 'kind' => 'part_ways', 'scope' => 'all' ] )->get_status() );
		self::assertSame( 403, $this->rest( 'POST', "/customers/$live/block", [ 'reason' => 'x', 'version' => 1 ] )->get_status() );
	}

	/** @return array{found: list<array{id: int, by: list<string>}>, not_read: list<string>} */
	private function found( string $text ): array {
		$answer = $this->rest( 'GET', '/find?q=' . rawurlencode( $text ), [], [ 'X-Amicable-Mode' => [ 'practice' ] ] );
		self::assertSame( 200, $answer->get_status() );

		return $this->json( $answer );
	}

	private function key_of( string $license ): string {
		return (string) ( $this->graph->sample()->access->license( (int) $license )['license_key'] ?? '' );
	}
}
