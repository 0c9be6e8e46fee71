<?php
declare( strict_types=1 );

namespace Amicable\Settings;

use Amicable\Values\Money;

/** What the owner decided. The shape is REST's (`settings.settings`); hourly costs per agent live in their own table, since they are dated. */
final class Settings {

	/** An hour of support, where nobody said otherwise: "our guess" per currency, in minor units. */
	private const GUESSES = [
		'USD' => 3000,
		'EUR' => 3000,
		'GBP' => 2500,
		'JPY' => 3000,
		'KRW' => 25000,
		'TRY' => 45000,
	];

	/**
	 * @param Money|null   $hourly_cost           Null: a currency without a guess; figures show hours only.
	 * @param list<string> $docs_urls
	 * @param array{watch: int, flag: int, days: int, answered_percent: int, known: int} $docs_questions
	 * @param array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int} $cost_over_paid
	 */
	public function __construct(
		public readonly int $version,
		public readonly string $base_currency,
		public readonly ?Money $hourly_cost,
		public readonly bool $hourly_cost_confirmed,
		public readonly Money $ticket_cost,
		public readonly int $minutes_per_reply,
		public readonly int $chars_per_minute,
		public readonly int $chars_per_minute_hangul,
		public readonly array $docs_urls,
		public readonly int $reply_target_hours,
		public readonly array $docs_questions,
		public readonly array $cost_over_paid,
	) {
	}

	public static function defaults( string $base_currency ): self {
		return new self(
			version: 1,
			base_currency: $base_currency,
			hourly_cost: self::guess( $base_currency ),
			hourly_cost_confirmed: false,
			ticket_cost: Money::zero( $base_currency ),
			minutes_per_reply: 3,
			chars_per_minute: 1000,
			chars_per_minute_hangul: 500,
			docs_urls: [],
			reply_target_hours: 24,
			docs_questions: [
				'watch'            => 8,
				'flag'             => 15,
				'days'             => 14,
				'answered_percent' => 80,
				'known'            => 10,
			],
			cost_over_paid: [
				'watch_millionths' => 1_000_000,
				'flag_millionths'  => 2_000_000,
				'tickets'          => 3,
				'minutes'          => 60,
			],
		);
	}

	public static function guess( string $currency ): ?Money {
		return isset( self::GUESSES[ $currency ] ) ? new Money( self::GUESSES[ $currency ], $currency ) : null;
	}
}
