<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Settings;

use Amicable\Ledger\HighValueWay;
use Amicable\Settings\Settings;
use PHPUnit\Framework\TestCase;

final class SettingsTest extends TestCase {

	public function test_nothing_stored_is_our_guess_in_the_shops_currency(): void {
		$settings = Settings::from_array( [], 'KRW' );
		self::assertSame( [ 'KRW', 25_000, false, 1 ], [ $settings->base_currency, $settings->hourly_cost?->minor, $settings->hourly_cost_confirmed, $settings->version ] );
	}

	public function test_a_currency_without_a_guess_has_hours_only(): void {
		self::assertNull( Settings::from_array( [], 'CHF' )->hourly_cost );
	}

	public function test_what_is_stored_comes_back_unchanged(): void {
		$settings = Settings::defaults( 'USD' )->with( [ 'minutes_per_reply' => 5, 'docs_urls' => [ 'https://docs.example.com/' ], 'hourly_cost_confirmed' => true, 'patterns' => [ 'cost_over_paid' => [ 'tickets' => 4 ] ] ] );
		self::assertEquals( $settings, Settings::from_array( (array) json_decode( (string) json_encode( $settings->to_array() ), true ), 'EUR' ) );
		self::assertSame( [ 5, 4, 60, true ], [ $settings->minutes_per_reply, $settings->cost_over_paid['tickets'], $settings->cost_over_paid['minutes'], $settings->hourly_cost_confirmed ] );
	}

	public function test_another_base_currency_takes_no_amount_along(): void {
		$settings = Settings::defaults( 'USD' )->with( [ 'hourly_cost' => [ 'minor' => 5000, 'currency' => 'USD' ], 'hourly_cost_confirmed' => true ] )->with( [ 'base_currency' => 'EUR' ] );
		self::assertSame( [ 'EUR', 3000, 'EUR', false ], [ $settings->base_currency, $settings->hourly_cost?->minor, $settings->ticket_cost->currency, $settings->hourly_cost_confirmed ] );
	}

	public function test_limits_begin_as_a_careful_shop_would_have_them_and_change_one_by_one(): void {
		$limits = Settings::from_array( [], 'KRW' )->limits;
		self::assertSame( [ 50, 0, 5, 60, 500, 'KRW', 10, true ], [ $limits['refunds_a_day'], $limits['refund_delay_minutes'], $limits['part_ways_a_day'], $limits['part_ways_delay_minutes'], $limits['part_ways_sum']->minor, $limits['part_ways_sum']->currency, $limits['part_ways_percent'], $limits['four_eyes'] ] );

		$changed = Settings::defaults( 'USD' )->with( [ 'limits' => [ 'part_ways_a_day' => 2, 'four_eyes' => false ] ] );
		self::assertSame( [ 2, false, 50_000 ], [ $changed->limits['part_ways_a_day'], $changed->limits['four_eyes'], $changed->limits['part_ways_sum']->minor ] );
		self::assertEquals( $changed, Settings::from_array( (array) json_decode( (string) json_encode( $changed->to_array() ), true ), 'EUR' ) );
		self::assertSame( 1, Settings::from_array( [ 'limits' => [ 'part_ways_a_day' => 0 ] ], 'USD' )->limits['part_ways_a_day'], 'The first of a day goes through in any case.' );
	}

	public function test_high_value_is_a_percentile_until_the_owner_says_otherwise(): void {
		$usual = Settings::from_array( [], 'KRW' )->high_value;
		self::assertSame( [ HighValueWay::Percentile, 10, 3, 750_000, 80, 4_900 ], [ $usual->by, $usual->percent, $usual->times_median, $usual->sum->minor, $usual->kept_percent, $usual->begins( 4_900 ) ] );
		self::assertSame( [ null, 100_000 ], [ $usual->begins( null ), Settings::from_array( [], 'CHF' )->high_value->profit->minor ] );

		$chosen = Settings::defaults( 'USD' )->with( [ 'high_value' => [ 'by' => 'profit', 'profit' => [ 'minor' => 7, 'currency' => 'USD' ], 'kept_percent' => 0, 'percent' => 90 ] ] );
		self::assertSame( [ HighValueWay::Profit, 7, 1, 50 ], [ $chosen->high_value->by, $chosen->high_value->begins( 4_900 ), $chosen->high_value->kept_percent, $chosen->high_value->percent ] );
		self::assertEquals( $chosen, Settings::from_array( (array) json_decode( (string) json_encode( $chosen->to_array() ), true ), 'EUR' ) );
		self::assertSame( 90_000, $chosen->with( [ 'base_currency' => 'EUR' ] )->high_value->profit->minor, 'An amount in another currency is none.' );
	}

	public function test_a_damaged_field_costs_that_field_only(): void {
		$settings = Settings::from_array( [ 'version' => 'x', 'base_currency' => 'XXY', 'minutes_per_reply' => -3, 'chars_per_minute' => 0, 'docs_urls' => 'no', 'reply_target_hours' => 12 ], 'USD' );
		self::assertSame( [ 1, 'USD', 3, 1, [], 12 ], [ $settings->version, $settings->base_currency, $settings->minutes_per_reply, $settings->chars_per_minute, $settings->docs_urls, $settings->reply_target_hours ] );
	}
}
