<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\HelpDesks\DocsEvidence;
use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Said;
use Amicable\Patterns\TicketView;

/** Customers as patterns see them, for tests to bend. */
final class Customers {

	public const NOW = 1_800_000_000;

	public const DAY = 86400;

	/**
	 * @param list<TicketView> $tickets
	 */
	public static function who( array $tickets, ?int $bought_days_ago = 400, ?int $paid = 10000, ?int $gross = null, ?int $cost = 0, int $seconds = 0, ?string $unknown = null ): CustomerView {
		return new CustomerView( self::NOW, $bought_days_ago === null ? null : self::NOW - $bought_days_ago * self::DAY, $paid, $gross ?? $paid, $cost, $seconds, $unknown, $tickets );
	}

	/**
	 * @param list<Remark>     $remarks
	 * @param list<TicketView> $tickets
	 */
	public static function saying( array $remarks, array $tickets = [] ): CustomerView {
		return new CustomerView( self::NOW, self::NOW - 400 * self::DAY, 10000, 10000, 0, 0, null, $tickets, remarks: $remarks );
	}

	public static function said( Label $label, int $severity = 3 ): Said {
		return new Said( $label, $label === Label::LegalThreat ? LegalKind::Litigation : null, $severity, "en.$label->value", 'x', 'the words', 3, 12 );
	}

	/**
	 * New tickets, one an hour up to yesterday.
	 *
	 * @param int $answered How many of them the docs answer.
	 * @param int $not      How many they do not; of the rest nobody knows.
	 * @return list<TicketView>
	 */
	public static function questions( int $count, int $answered = 0, int $not = 0, int $last_days_ago = 1 ): array {
		$tickets = [];
		for ( $i = 1; $i <= $count; $i++ ) {
			$known     = $i <= $answered ? true : ( $i <= $answered + $not ? false : null );
			$tickets[] = new TicketView( $i, 100 + $i, self::NOW - $last_days_ago * self::DAY - ( $count - $i ) * 3600, true, docs: $known === null ? null : DocsEvidence::Link, docs_answered: $known, quote: "Question $i" );
		}

		return $tickets;
	}

	/**
	 * Tickets that took time, one a day.
	 *
	 * @return list<TicketView>
	 */
	public static function work( int $count, int $seconds_each = 1200, int $cost_each = 0 ): array {
		$tickets = [];
		for ( $i = 1; $i <= $count; $i++ ) {
			$tickets[] = new TicketView( $i, 100 + $i, self::NOW - ( $count - $i + 1 ) * self::DAY, true, seconds: $seconds_each, cost: $cost_each );
		}

		return $tickets;
	}
}
