<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Admin\MoneyText;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Chances\Gifts;
use Amicable\Clock;
use Amicable\Mail\Language;
use Amicable\Storage\CaseEntries;
use Amicable\Values\Money;
use DateTimeImmutable;

/** What the book of a case says that a letter repeats: the day that was promised, the code that was given, the day by which a right is answered. */
final class CaseBook {

	/** The law gives a month. */
	private const ANSWER_IN = '+30 days';

	public function __construct(
		private readonly CaseEntries $entries,
		private readonly Clock $clock,
	) {
	}

	/** @return array<string, string> By field. */
	public function of( CaseRecord $case, string $locale ): array {
		$book    = $case->id === 0 ? [] : $this->entries->of_case( $case->id );
		$promise = self::newest( $book, static fn ( CaseEntry $entry ): bool => in_array( $entry->kind, [ EntryKind::Promise, EntryKind::Move ], true ) && $entry->state === EntryState::Open && $entry->due_at !== null );
		$gift    = self::newest( $book, static fn ( CaseEntry $entry ): bool => $entry->kind === EntryKind::Move && isset( $entry->details['store'], $entry->details['amount'] ) && in_array( $entry->state, [ EntryState::Done, EntryState::Kept ], true ) );

		return [
			'promise_date' => self::day( $promise?->due_at, $locale ),
			'due_date'     => self::day( $this->clock->now()->modify( self::ANSWER_IN ), $locale ),
			'coupon'       => $gift->ref ?? '',
			'coupon_value' => $gift === null ? '' : self::money( $gift->details['amount'], $locale ),
			'coupon_until' => self::day( $gift?->created_at->modify( Gifts::LASTS ), $locale ),
		];
	}

	/**
	 * @param list<CaseEntry>           $book The newest first.
	 * @param callable(CaseEntry): bool $is
	 */
	private static function newest( array $book, callable $is ): ?CaseEntry {
		return array_values( array_filter( $book, $is ) )[0] ?? null;
	}

	private static function day( ?DateTimeImmutable $day, string $locale ): string {
		return $day === null ? '' : Language::day( $day, $locale );
	}

	private static function money( mixed $kept, string $locale ): string {
		return is_array( $kept ) && is_int( $kept['minor'] ?? null ) && is_string( $kept['currency'] ?? null ) ? MoneyText::of( new Money( $kept['minor'], $kept['currency'] ), $locale ) : '';
	}
}
