<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

use Amicable\Patterns\Own\OwnRule;
use Amicable\Settings\Settings;

/** Everything besides facts that an account depends on. Two accounts counted with equal inputs from equal facts are equal. */
final class Inputs {

	/** Fewer tickets than this are never a rush, so nobody looks for one. */
	public const TICKETS_FOR_A_PEAK = 8;

	public const PEAK_DAYS = 14;

	/** A rush that ended longer ago than this is history. */
	public const PEAK_MEMORY_DAYS = 90;

	/** A first ticket this long before the first known order means that orders are missing. */
	public const ORDERS_MISSING_DAYS = 90;

	public const LONGEST_REPLY_SECONDS = 1200;

	/** What was paid lately counts from the first day of the month so many months ago, so that the window moves once a month and not with every second. */
	private const RECENT_MONTHS = 24;

	/** Since when what was paid counts as paid lately; UTC, 'Y-m-d H:i:s'. */
	public readonly string $recent_since;

	/**
	 * @param int|null $hourly_cost   Minor units of the base currency; null: nobody said, and there is no guess.
	 * @param bool     $guessed       The hourly cost is our guess.
	 * @param bool     $dated_costs   Some agents have hourly costs of their own.
	 * @param bool     $support_known Some support data is here; without it, cost is unknown and not zero.
	 * @param string   $as_of         UTC, 'Y-m-d H:i:s'.
	 * @param int|null $high_value    Where high value begins, minor units of the base currency; null: nobody can say.
	 * @param HighValueWay $high_value_way What is compared with it.
	 * @param int      $high_value_kept Whoever has it keeps it down to so many percent of that.
	 * @param bool     $importing     Orders of a store are still being brought in, so that some may be missing.
	 * @param array<string, array<string, int>> $rules What the patterns compare with: flags were judged by it.
	 */
	public function __construct(
		public readonly string $base_currency,
		public readonly ?int $hourly_cost,
		public readonly bool $guessed,
		public readonly int $ticket_cost,
		public readonly int $seconds_per_reply,
		public readonly int $chars_per_minute,
		public readonly int $chars_per_minute_hangul,
		public readonly bool $dated_costs,
		public readonly bool $support_known,
		public readonly string $as_of,
		public readonly array $rules = [],
		public readonly ?int $high_value = null,
		public readonly bool $importing = false,
		public readonly HighValueWay $high_value_way = HighValueWay::Percentile,
		public readonly int $high_value_kept = Tier::KEPT_PERCENT,
	) {
		$this->recent_since = gmdate( 'Y-m-d H:i:s', (int) gmmktime( 0, 0, 0, (int) substr( $as_of, 5, 2 ) - self::RECENT_MONTHS, 1, (int) substr( $as_of, 0, 4 ) ) );
	}

	/** @param int|null $best Where high value begins by comparing customers with each other. */
	public static function from( Settings $settings, bool $dated_costs, bool $support_known, string $as_of, ?int $best = null, bool $importing = false ): self {
		return new self(
			base_currency: $settings->base_currency,
			hourly_cost: $settings->hourly_cost?->minor,
			guessed: ! $settings->hourly_cost_confirmed,
			ticket_cost: $settings->ticket_cost->minor,
			seconds_per_reply: 60 * $settings->minutes_per_reply,
			chars_per_minute: $settings->chars_per_minute,
			chars_per_minute_hangul: $settings->chars_per_minute_hangul,
			dated_costs: $dated_costs,
			support_known: $support_known,
			as_of: $as_of,
			rules: [
				'docs_questions' => $settings->docs_questions,
				'cost_over_paid' => $settings->cost_over_paid,
				'refund_window'  => [ 'days' => $settings->refund_window_days ],
			] + $settings->words->to_array() + self::own( $settings ),
			high_value: $settings->high_value->begins( $best ),
			importing: $importing,
			high_value_way: $settings->high_value->by,
			high_value_kept: $settings->high_value->kept_percent,
		);
	}

	/** Whether the owner made rules that are heard. */
	public function has_own_rules(): bool {
		return array_filter( array_keys( $this->rules ), static fn ( string $name ): bool => str_starts_with( $name, 'own:' ) ) !== [];
	}

	/** @return array<string, array<string, int>> A mark of each rule of the owner's own, so that another rule is another input. */
	private static function own( Settings $settings ): array {
		$marks = [];
		foreach ( array_filter( $settings->own_rules, static fn ( OwnRule $rule ): bool => ! $rule->silent ) as $rule ) {
			$marks[ $rule->slug()->value ] = [ 'rule' => crc32( (string) json_encode( $rule->to_array() ) ) ];
		}

		return $marks;
	}

	/** Of all but the time, and of who has high value: no sum depends on that. Accounts under another hash were counted with other inputs. */
	public function hash( string $tables ): string {
		$all = get_object_vars( $this );
		unset( $all['as_of'], $all['high_value'], $all['high_value_way'], $all['high_value_kept'] );

		return hash( 'sha256', (string) json_encode( [ $all, $tables ] ) );
	}
}
