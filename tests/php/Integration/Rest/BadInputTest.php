<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Request;

/** Bad input and broken days: a sentence, the field, and nothing half done. */
final class BadInputTest extends IntegrationTestCase {

	/** @return iterable<string, array{array<string, mixed>, list<string>}> */
	public static function settings(): iterable {
		$usd = static fn ( int $minor ): array => [ 'minor' => $minor, 'currency' => 'USD' ];

		yield 'a currency that nobody knows'    => [ [ 'base_currency' => 'XQX' ], [ 'base_currency' ] ];
		yield 'an hour in another currency'     => [ [ 'hourly_cost' => [ 'minor' => 3000, 'currency' => 'EUR' ] ], [ 'hourly_cost.currency' ] ];
		yield 'an hour that costs less than 0'  => [ [ 'hourly_cost' => $usd( -1 ) ], [ 'hourly_cost.minor' ] ];
		yield 'a limit of no parting at all'    => [ [ 'limits' => self::limits( [ 'part_ways_a_day' => 0 ] ) ], [ 'limits.part_ways_a_day' ] ];
		yield 'a limit in another currency'     => [ [ 'limits' => self::limits( [ 'part_ways_sum' => [ 'minor' => 50_000, 'currency' => 'EUR' ] ] ) ], [ 'limits.part_ways_sum.currency' ] ];
		yield 'a limit below nothing'           => [ [ 'limits' => self::limits( [ 'part_ways_sum' => $usd( -1 ) ] ) ], [ 'limits.part_ways_sum.minor' ] ];
		yield 'negative minutes'                => [ [ 'minutes_per_reply' => -3 ], [ 'minutes_per_reply' ] ];
		yield 'a reply target of a year'        => [ [ 'reply_target_hours' => 9000 ], [ 'reply_target_hours' ] ];
		yield 'a flag before the watch'         => [ [ 'patterns' => [ 'docs_questions' => [ 'watch' => 20, 'flag' => 15, 'days' => 14, 'answered_percent' => 80, 'known' => 10 ] ] ], [ 'patterns.docs_questions.watch' ] ];
		yield 'one person who makes an article unclear' => [ [ 'patterns' => [ 'docs_gaps' => [ 'people' => 1, 'days' => 30 ] ] ], [ 'patterns.docs_gaps.people' ] ];
		yield 'an article that is judged too late' => [ [ 'patterns' => [ 'docs_gaps' => [ 'people' => 10, 'days' => 91 ] ] ], [ 'patterns.docs_gaps.days' ] ];
		yield 'somebody who is not here'        => [ [ 'agents' => [ [ 'user_id' => 424242, 'hourly_cost' => $usd( 3000 ), 'from' => '2026-01-01T00:00:00Z' ] ] ], [ 'agents.0.user_id' ] ];
		yield 'docs behind a script'            => [ [ 'docs_urls' => [ 'javascript:alert(1)' ] ], [ 'docs_urls.0' ] ];
		yield 'a list that is a sentence'       => [ [ 'docs_urls' => 'https://example.com, https://example.org' ], [ 'docs_urls' ] ];
		yield 'what nobody declared'            => [ [ 'admin' => true ], [ 'admin' ] ];
	}

	/**
	 * @param array<string, mixed> $change
	 * @param list<string>         $fields
	 */
	#[DataProvider( 'settings' )]
	public function test_bad_settings_change_nothing( array $change, array $fields ): void {
		$this->as_role( 'administrator' );
		$before = $this->json( $this->rest( 'GET', '/settings' ) );
		$answer = $this->rest( 'PUT', '/settings', [ 'version' => $before['version'] ] + $change );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( $fields, array_keys( $answer->get_data()['data']['params'] ) );
		self::assertSame( $before, $this->json( $this->rest( 'GET', '/settings' ) ) );
	}

	public function test_a_pattern_is_told_in_words(): void {
		$this->as_role( 'administrator' );
		$answer = $this->rest( 'PUT', '/settings', [
			'version'       => 1,
			'base_currency' => 'dollars',
			'docs_urls'     => [ 'javascript:alert(1)' ],
			'patterns'      => [ 'docs_gaps' => [ 'people' => 1, 'days' => 91 ] ],
			'agents'        => [ [ 'user_id' => 1, 'hourly_cost' => [ 'minor' => 1, 'currency' => 'USD' ], 'from' => 'tomorrow' ] ],
		] );

		self::assertEquals(
			[
				'base_currency' => 'This must be a currency in three letters, such as USD.',
				'docs_urls.0'   => 'This must be an address that begins with https://.',
				'patterns.docs_gaps.people' => 'This must be from 2 to 1,000.',
				'patterns.docs_gaps.days' => 'This must be from 7 to 90.',
				'agents.0.from' => 'This must be a time in UTC, such as 2026-03-01T09:30:00Z.',
			],
			$answer->get_data()['data']['params']
		);
	}

	/**
	 * @param array<string, mixed> $but
	 * @return array<string, mixed>
	 */
	private static function limits( array $but ): array {
		return $but + \Amicable\Settings\Settings::defaults( 'USD' )->to_array()['limits'];
	}

	public function test_settings_that_somebody_else_saved_meanwhile_are_not_overwritten(): void {
		$this->as_role( 'administrator' );
		$version = $this->json( $this->rest( 'GET', '/settings' ) )['version'];
		self::assertSame( 200, $this->rest( 'PUT', '/settings', [ 'version' => $version, 'minutes_per_reply' => 7 ] )->get_status() );

		$late = $this->rest( 'PUT', '/settings', [ 'version' => $version, 'minutes_per_reply' => 9 ] );
		self::assertSame( [ 409, 'amicable_stale' ], [ $late->get_status(), $late->get_data()['code'] ] );
		self::assertSame( 7, $this->json( $this->rest( 'GET', '/settings' ) )['minutes_per_reply'] );
	}

	/** @return iterable<string, array{array<string, mixed>, list<string>}> */
	public static function goodwill(): iterable {
		$money = static fn ( int $minor, string $currency = 'USD' ): array => [ 'minor' => $minor, 'currency' => $currency ];
		$given = [ 'kind' => 'coupon', 'value' => $money( 4000 ), 'cost' => $money( 4000 ), 'used' => false ];

		yield 'a currency that nobody knows' => [ [ 'cost' => $money( 4000, 'XQX' ) ] + $given, [ 'cost.currency' ] ];
		yield 'another currency than costs'  => [ [ 'cost' => $money( 4000, 'EUR' ) ] + $given, [ 'cost.currency' ] ];
		yield 'less than nothing'            => [ [ 'value' => $money( -1 ) ] + $given, [ 'value.minor' ] ];
		yield 'used tomorrow'                => [ [ 'used' => true, 'used_at' => '2099-01-01T00:00:00Z' ] + $given, [ 'used_at' ] ];
		yield 'used on no day'               => [ [ 'used' => true, 'used_at' => '2026-02-30T00:00:00Z' ] + $given, [ 'used_at' ] ];
		yield 'a megabyte of reasons'        => [ [ 'note' => str_repeat( 'x', 1024 * 1024 ) ] + $given, [ 'note' ] ];
	}

	/**
	 * @param array<string, mixed> $given
	 * @param list<string>         $fields
	 */
	#[DataProvider( 'goodwill' )]
	public function test_bad_goodwill_is_not_given( array $given, array $fields ): void {
		$this->as_role( 'administrator' );
		$customer = ( new Canary() )->customer;
		$answer   = $this->rest( 'POST', "/customers/$customer/goodwill", $given );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( $fields, array_keys( $answer->get_data()['data']['params'] ) );
		self::assertCount( 1, $this->rest( 'GET', "/customers/$customer/goodwill" )->get_data() );
	}

	public function test_a_customer_that_nobody_knows_is_not_found(): void {
		$this->as_role( 'administrator' );
		foreach ( [ '424242', '0', '99999999999999999999999' ] as $id ) {
			self::assertSame( 404, $this->rest( 'GET', "/customers/$id/orders" )->get_status() );
		}
	}

	public function test_an_order_of_a_store_that_was_switched_off_is_a_conflict_not_a_crash(): void {
		$this->as_role( 'administrator' );
		$answer = $this->rest( 'GET', '/orders/edd/7/customer' );

		self::assertSame( [ 409, 'amicable_store_missing' ], [ $answer->get_status(), $answer->get_data()['code'] ] );
	}

	public function test_a_known_order_is_still_shown_when_its_store_was_switched_off(): void {
		$this->as_role( 'administrator' );
		$customer = ( new Canary() )->customer;

		self::assertSame( 200, $this->rest( 'GET', '/orders/sample/501/customer' )->get_status() );
		self::assertNull( $this->json( $this->rest( 'GET', "/customers/$customer/orders" ) )[0]['url'] );
	}

	public function test_a_lost_nonce_and_an_expired_login_say_what_to_do(): void {
		$this->as_role( 'anonymous' );
		$answer = $this->rest( 'PUT', '/settings', [ 'version' => 1 ] );

		self::assertSame( [ 401, 'amicable_login' ], [ $answer->get_status(), $answer->get_data()['code'] ] );
		self::assertStringContainsString( 'nothing was changed', $answer->get_data()['message'] );
	}

	public function test_broken_json_of_a_stranger_is_answered_with_401_not_read(): void {
		$this->as_role( 'anonymous' );
		$request = new WP_REST_Request( 'PUT', '/amicable/v1/settings' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( '{"version":' );

		self::assertSame( 401, rest_get_server()->dispatch( $request )->get_status() );
	}

	public function test_a_page_of_practice_that_was_removed_does_not_act_on_the_real_shop(): void {
		$this->as_role( 'administrator' );
		$answer = $this->rest( 'PUT', '/settings', [ 'version' => 1, 'minutes_per_reply' => 9 ], [ 'X-Amicable-Mode' => 'practice' ] );

		self::assertSame( [ 409, 'amicable_practice_missing' ], [ $answer->get_status(), $answer->get_data()['code'] ] );
		self::assertSame( 3, $this->json( $this->rest( 'GET', '/settings' ) )['minutes_per_reply'] );
	}

	public function test_a_mode_that_nobody_knows_is_named(): void {
		$this->as_role( 'administrator' );
		$answer = $this->rest( 'GET', '/overview', [], [ 'X-Amicable-Mode' => 'demo' ] );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( [ 'X-Amicable-Mode' ], array_keys( $answer->get_data()['data']['params'] ) );
	}
}
