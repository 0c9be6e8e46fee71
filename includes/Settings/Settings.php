<?php
declare( strict_types=1 );

namespace Amicable\Settings;

use Amicable\Patterns\Own\OwnRule;
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
	 * @param bool         $code_is_free          Whoever has a version may go on using it, and is told so.
	 * @param list<string> $channels              Where customers write to the shop, as the owner said.
	 * @param list<string> $answered              Questions of the first run that were answered or skipped.
	 * @param array{watch: int, flag: int, days: int, answered_percent: int, known: int} $docs_questions
	 * @param array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int} $cost_over_paid
	 * @param list<OwnRule> $own_rules
	 * @param list<array{url: string, languages: list<string>}> $docs_languages In which languages docs are there; an address that is not named is in the site's.
	 * @param array{refunds_a_day: int, refund_delay_minutes: int, part_ways_a_day: int, part_ways_delay_minutes: int, part_ways_sum: Money, part_ways_percent: int, four_eyes: bool} $limits
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
		public readonly int $refund_window_days,
		public readonly array $docs_questions,
		public readonly array $cost_over_paid,
		public readonly array $limits,
		public readonly bool $code_is_free,
		public readonly array $channels,
		public readonly array $answered,
		public readonly WordRules $words,
		public readonly CaseRules $cases,
		public readonly HighValueRule $high_value,
		public readonly array $own_rules = [],
		public readonly array $docs_languages = [],
	) {
	}

	public static function defaults( string $base_currency ): self {
		return new self(
			code_is_free: true,
			channels: [],
			answered: [],
			words: WordRules::read( new Kept( [] ) ),
			cases: CaseRules::read( new Kept( [] ), $base_currency ),
			high_value: HighValueRule::read( new Kept( [] ), $base_currency ),
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
			refund_window_days: 30,
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
			limits: Limits::defaults( $base_currency ),
		);
	}

	/**
	 * Reads what was stored. What is missing or makes no sense is as if nobody had said it.
	 *
	 * @param array<array-key, mixed> $kept
	 */
	public static function from_array( array $kept, string $shop_currency ): self {
		$read     = new Kept( $kept );
		$currency = $read->currency( 'base_currency', $shop_currency );
		$default  = self::defaults( $currency );
		$docs     = $read->part( 'docs_questions' );
		$cost     = $read->part( 'cost_over_paid' );

		return new self(
			version: $read->integer( 'version', 1 ),
			base_currency: $currency,
			hourly_cost: $read->money( 'hourly_cost', $currency, $default->hourly_cost ),
			hourly_cost_confirmed: ( $kept['hourly_cost_confirmed'] ?? false ) === true && $read->money( 'hourly_cost', $currency, null ) !== null,
			ticket_cost: $read->money( 'ticket_cost', $currency, $default->ticket_cost ) ?? $default->ticket_cost,
			minutes_per_reply: $read->integer( 'minutes_per_reply', $default->minutes_per_reply ),
			chars_per_minute: max( 1, $read->integer( 'chars_per_minute', $default->chars_per_minute ) ),
			chars_per_minute_hangul: max( 1, $read->integer( 'chars_per_minute_hangul', $default->chars_per_minute_hangul ) ),
			docs_urls: $read->texts( 'docs_urls' ),
			reply_target_hours: $read->integer( 'reply_target_hours', $default->reply_target_hours ),
			refund_window_days: $read->integer( 'refund_window_days', $default->refund_window_days ),
			docs_questions: [
				'watch'            => $docs->integer( 'watch', $default->docs_questions['watch'] ),
				'flag'             => $docs->integer( 'flag', $default->docs_questions['flag'] ),
				'days'             => $docs->integer( 'days', $default->docs_questions['days'] ),
				'answered_percent' => $docs->integer( 'answered_percent', $default->docs_questions['answered_percent'] ),
				'known'            => $docs->integer( 'known', $default->docs_questions['known'] ),
			],
			cost_over_paid: [
				'watch_millionths' => $cost->integer( 'watch_millionths', $default->cost_over_paid['watch_millionths'] ),
				'flag_millionths'  => $cost->integer( 'flag_millionths', $default->cost_over_paid['flag_millionths'] ),
				'tickets'          => $cost->integer( 'tickets', $default->cost_over_paid['tickets'] ),
				'minutes'          => $cost->integer( 'minutes', $default->cost_over_paid['minutes'] ),
			],
			limits: Limits::read( $read->part( 'limits' ), $currency ),
			code_is_free: $read->flag( 'code_is_free', $default->code_is_free ),
			channels: $read->texts( 'channels' ),
			answered: $read->texts( 'answered' ),
			words: WordRules::read( $read->part( 'words' ) ),
			cases: CaseRules::read( $read->part( 'cases' ), $currency ),
			high_value: HighValueRule::read( $read->part( 'high_value' ), $currency ),
			docs_languages: DocsPlaces::read( is_array( $kept['docs_languages'] ?? null ) ? $kept['docs_languages'] : [] ),
			own_rules: OwnRule::read_all( is_array( $kept['own_rules'] ?? null ) ? $kept['own_rules'] : [] ),
		);
	}

	/**
	 * The same with some fields of REST's shape changed. Amounts in a currency that is no longer the base fall back to its default.
	 *
	 * @param array<array-key, mixed> $changes As validated by the schema `settings.update`, `patterns` included.
	 */
	public function with( array $changes ): self {
		$patterns = is_array( $changes['patterns'] ?? null ) ? $changes['patterns'] : [];
		$kept     = $this->to_array();
		foreach ( [ 'docs_questions', 'cost_over_paid' ] as $pattern ) {
			$kept[ $pattern ] = array_merge( $kept[ $pattern ], is_array( $patterns[ $pattern ] ?? null ) ? $patterns[ $pattern ] : [] );
		}
		$changes['limits'] = array_merge( $kept['limits'], is_array( $changes['limits'] ?? null ) ? $changes['limits'] : [] );
		$changes['cases'] = array_merge( $kept['cases'], is_array( $changes['cases'] ?? null ) ? $changes['cases'] : [] );
		$kept['words'] = $this->words->with( $patterns )->to_array();
		unset( $changes['version'], $changes['words'] );
		if ( is_array( $changes['answered'] ?? null ) ) {
			$changes['answered'] = array_values( array_unique( [ ...$this->answered, ...$changes['answered'] ] ) ); // What was asked once is not asked again.
		}

		return self::from_array( array_merge( $kept, array_intersect_key( $changes, $kept ) ), $this->base_currency );
	}

	/**
	 * As stored: plain values, in one order, so that equal settings are equal bytes.
	 *
	 * @return array{version: int, base_currency: string, hourly_cost: array{minor: int, currency: string}|null, hourly_cost_confirmed: bool, ticket_cost: array{minor: int, currency: string}, minutes_per_reply: int, chars_per_minute: int, chars_per_minute_hangul: int, docs_urls: list<string>, reply_target_hours: int, refund_window_days: int, docs_questions: array{watch: int, flag: int, days: int, answered_percent: int, known: int}, cost_over_paid: array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int}, limits: array{refunds_a_day: int, refund_delay_minutes: int, part_ways_a_day: int, part_ways_delay_minutes: int, part_ways_sum: array{minor: int, currency: string}, part_ways_percent: int, four_eyes: bool}, code_is_free: bool, channels: list<string>, answered: list<string>, words: array<string, array<string, int>>, cases: array<string, mixed>, high_value: array<string, mixed>, own_rules: list<array<string, mixed>>, docs_languages: list<array{url: string, languages: list<string>}>}
	 */
	public function to_array(): array {
		return [
			'version'                 => $this->version,
			'base_currency'           => $this->base_currency,
			'hourly_cost'             => $this->hourly_cost?->to_array(),
			'hourly_cost_confirmed'   => $this->hourly_cost_confirmed,
			'ticket_cost'             => $this->ticket_cost->to_array(),
			'minutes_per_reply'       => $this->minutes_per_reply,
			'chars_per_minute'        => $this->chars_per_minute,
			'chars_per_minute_hangul' => $this->chars_per_minute_hangul,
			'docs_urls'               => $this->docs_urls,
			'reply_target_hours'      => $this->reply_target_hours,
			'refund_window_days'      => $this->refund_window_days,
			'docs_questions'          => $this->docs_questions,
			'cost_over_paid'          => $this->cost_over_paid,
			'limits'                  => [ 'part_ways_sum' => $this->limits['part_ways_sum']->to_array() ] + $this->limits,
			'code_is_free'            => $this->code_is_free,
			'channels'                => $this->channels,
			'answered'                => $this->answered,
			'words'                   => $this->words->to_array(),
			'cases'                   => $this->cases->to_array(),
			'high_value'              => $this->high_value->to_array(),
			'own_rules'               => array_map( static fn ( OwnRule $rule ): array => $rule->to_array(), $this->own_rules ),
			'docs_languages'          => $this->docs_languages,
		];
	}

	public static function guess( string $currency ): ?Money {
		return isset( self::GUESSES[ $currency ] ) ? new Money( self::GUESSES[ $currency ], $currency ) : null;
	}
}
