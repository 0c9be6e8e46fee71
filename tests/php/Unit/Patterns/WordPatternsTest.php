<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Dealing;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Mitigators\Apologized;
use Amicable\Patterns\Mitigators\DoneForThem;
use Amicable\Patterns\Mitigators\Praised;
use Amicable\Patterns\Mitigators\QuickReplies;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Remark;
use Amicable\Patterns\RuleRecord;
use Amicable\Patterns\Rules\Expectations;
use Amicable\Patterns\Rules\HostileMessages;
use Amicable\Patterns\Rules\LegalStep;
use Amicable\Patterns\Rules\PaymentDispute;
use Amicable\Patterns\Rules\RepeatRefunds;
use Amicable\Patterns\Rules\ThreatWithDemand;
use Amicable\Patterns\Said;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;
use Amicable\Settings\Settings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The patterns that look at words, refunds and disputes: each line on both of its sides. */
final class WordPatternsTest extends TestCase {

	/** @return iterable<string, array{list<Remark>, Level|null}> */
	public static function hostility(): iterable {
		yield 'nothing' => [ [], null ];
		yield 'one mild word is no pattern' => [ [ self::mild( 1 ) ], null ];
		yield 'two mild ones are watched' => [ [ self::mild( 1 ), self::mild( 4 ) ], Level::Watch ];
		yield 'three on one day are watched' => [ [ self::mild( 1 ), self::mild( 1, 1 ), self::mild( 1, 2 ) ], Level::Watch ];
		yield 'three on two days are flagged' => [ [ self::mild( 1 ), self::mild( 1, 1 ), self::mild( 2 ) ], Level::Flag ];
		yield 'one grave one is flagged' => [ [ self::grave( 1 ) ], Level::Flag ];
		yield 'a grave one in quotation marks is half sure' => [ [ self::remark( 1, 0, new Said( Label::Abuse, null, 3, 'en.abuse', 'insults_you', 'you fools', 0, 9, quoted: true ) ) ], null ];
		yield 'a grave one fades to watch after thirty days' => [ [ self::grave( 31 ) ], Level::Watch ];
		yield 'and is forgotten after ninety' => [ [ self::grave( 91 ) ], null ];
		yield 'an apology fades it at once' => [ [ self::grave( 2 ), self::sorry( 1 ) ], Level::Watch ];
		yield 'an apology before it does not' => [ [ self::sorry( 3 ), self::grave( 2 ) ], Level::Flag ];
		yield 'a grave one where the mistake was ours is watched' => [ [ self::remark( 0, 0, self::said( Label::Abuse, 3 ), ours: true ) ], Level::Watch ];
		yield 'two of those are flagged' => [ [ self::remark( 1, 0, self::said( Label::Abuse, 3 ), ours: true ), self::remark( 0, 0, self::said( Label::Abuse, 3 ), ours: true ) ], Level::Flag ];
		yield 'two grave ones outweigh an apology' => [ [ self::grave( 3 ), self::grave( 2 ), self::sorry( 1 ) ], Level::Flag ];
		yield 'what only reads like an insult is watched, however often' => [ [ self::like_one( 1 ), self::like_one( 2 ), self::like_one( 3 ), self::like_one( 4 ) ], Level::Watch ];
		yield 'and makes no flag of two mild ones' => [ [ self::mild( 1 ), self::mild( 2 ), self::like_one( 3 ) ], Level::Watch ];
		yield 'alone it is nothing' => [ [ self::like_one( 1 ) ], null ];
		yield 'swearing at nobody is never counted' => [ [ self::remark( 1, 0, self::said( Label::Profanity, 1 ) ), self::remark( 2, 0, self::said( Label::Profanity, 1 ) ), self::remark( 3, 0, self::said( Label::Profanity, 1 ) ) ], null ];
	}

	/** @param list<Remark> $remarks */
	#[DataProvider( 'hostility' )]
	public function test_hostile_messages( array $remarks, ?Level $level ): void {
		self::assertSame( $level, self::level( new HostileMessages( Settings::defaults( 'USD' )->words->hostile_messages ), self::who( $remarks ) ) );
	}

	public function test_how_fast_words_fade_is_the_owners(): void {
		$words = Settings::defaults( 'USD' )->words->with( [ 'hostile_messages' => [ 'half_life' => 60 ], 'threat_with_demand' => [ 'fades_after' => 30 ] ] );
		$asked = self::remark( 31, 0, self::said( Label::ReviewThreat, 3, 'announces_bad_review' ), self::said( Label::Demand, 1, 'demand' ) );

		self::assertSame( [ Level::Flag, Level::Watch ], [ self::level( new HostileMessages( $words->hostile_messages ), self::who( [ self::grave( 59 ) ] ) ), self::level( new HostileMessages( $words->hostile_messages ), self::who( [ self::grave( 61 ) ] ) ) ] );
		self::assertSame( Level::Watch, self::level( new ThreatWithDemand( $words->threat_with_demand ), self::who( [ $asked ] ) ) );
	}

	public function test_hostility_is_measured_and_quoted(): void {
		$finding = self::found( new HostileMessages( Settings::defaults( 'USD' )->words->hostile_messages ), self::who( [ self::mild( 9 ), self::grave( 4 ), self::mild( 4, 1 ) ] ) );

		self::assertSame( [ 'severe' => 1, 'mild' => 2, 'on_days' => 2 ], $finding->measured );
		self::assertSame( Customers::NOW - 4 * Customers::DAY, $finding->since );
		self::assertSame( [ true, true, true ], array_map( static fn ( Evidence $evidence ): bool => $evidence->is_exact(), $finding->evidence ) );
	}

	public function test_what_only_reads_like_an_insult_is_quoted_where_it_is_watched_and_nowhere_else(): void {
		$pattern = new HostileMessages( Settings::defaults( 'USD' )->words->hostile_messages );
		$watched = self::found( $pattern, self::who( [ self::mild( 9 ), self::like_one( 4 ) ] ) );
		$flagged = self::found( $pattern, self::who( [ self::grave( 9 ), self::like_one( 4 ) ] ) );

		self::assertSame( [ 'severe' => 0, 'mild' => 2, 'on_days' => 2 ], $watched->measured );
		self::assertSame( [ 'en.abuse', 'ko.abuse.alike' ], array_map( static fn ( Evidence $evidence ): string => $evidence->rule, $watched->evidence ) );
		self::assertSame( [ 'en.abuse' ], array_map( static fn ( Evidence $evidence ): string => $evidence->rule, $flagged->evidence ) );
		self::assertSame( [], self::who( [ self::like_one( 4 ) ] )->remarks( 90, Label::Abuse ) );
	}

	/** @return iterable<string, array{list<Remark>, Level|null}> */
	public static function threats(): iterable {
		$review = self::said( Label::ReviewThreat, 3, 'announces_bad_review' );
		$demand = self::said( Label::Demand, 1, 'demand' );
		yield 'a review without a demand is nothing' => [ [ self::remark( 1, 0, $review ) ], null ];
		yield 'a demand without a lever is nothing' => [ [ self::remark( 1, 0, $demand ) ], null ];
		yield 'both in one message' => [ [ self::remark( 1, 0, $review, $demand ) ], Level::Flag ];
		yield 'not in two messages' => [ [ self::remark( 1, 0, $review ), self::remark( 1, 1, $demand ) ], null ];
		yield 'something free is a demand' => [ [ self::remark( 1, 0, $review, self::said( Label::Freebie, 2 ) ) ], Level::Flag ];
		yield 'the bank is a lever' => [ [ self::remark( 1, 0, self::said( Label::ChargebackThreat, 3 ), $demand ) ], Level::Flag ];
		yield 'a hint is watched' => [ [ self::remark( 1, 0, self::said( Label::ReviewThreat, 2, 'hints_at_review' ), $demand ) ], Level::Watch ];
		yield 'after ninety days it is watched' => [ [ self::remark( 91, 0, $review, $demand ) ], Level::Watch ];
		yield 'after half a year it is over' => [ [ self::remark( 181, 0, $review, $demand ) ], null ];
		yield 'an apology makes it watch' => [ [ self::remark( 5, 0, $review, $demand ), self::sorry( 2 ) ], Level::Watch ];
		yield 'a lawyer is another pattern' => [ [ self::remark( 1, 0, self::said( Label::LegalThreat, 3 ), $demand ) ], null ];
	}

	/** @param list<Remark> $remarks */
	#[DataProvider( 'threats' )]
	public function test_a_threat_needs_a_demand_beside_it( array $remarks, ?Level $level ): void {
		self::assertSame( $level, self::level( new ThreatWithDemand( Settings::defaults( 'USD' )->words->threat_with_demand ), self::who( $remarks ) ) );
	}

	public function test_any_legal_step_shows_at_once_and_a_right_never_does(): void {
		$finding = self::found( new LegalStep(), self::who( [
			self::remark( 300, 0, new Said( Label::LegalThreat, LegalKind::Authority, 3, 'en.legal.authority', 'authority_complaint', 'the BBB', 0, 7 ) ),
			self::remark( 1, 0, new Said( Label::LegalThreat, LegalKind::Litigation, 2, 'en.legal.words', 'legal_words', 'legal action', 0, 12, quoted: true ) ),
			self::sorry( 0 ),
		] ) );

		self::assertSame( [ Level::Flag, [ 'litigation' => 1, 'authority' => 1 ] ], [ $finding->level, $finding->measured ] );
		self::assertNull( self::level( new LegalStep(), self::who( [ self::remark( 1, 0, self::said( Label::Right, 1, 'data_right' ) ) ] ) ) );
	}

	/** @return iterable<string, array{list<Dealing>, Level|null}> */
	public static function disputes(): iterable {
		yield 'none' => [ [], null ];
		yield 'a won one is over' => [ [ self::dispute( 'won', 3 ) ], null ];
		yield 'an inquiry is watched' => [ [ self::dispute( 'warning', 3 ) ], Level::Watch ];
		yield 'an open one' => [ [ self::dispute( 'open', 3 ) ], Level::Flag ];
		yield 'a lost one' => [ [ self::dispute( 'lost', 300 ) ], Level::Flag ];
		yield 'one of last year but one' => [ [ self::dispute( 'lost', 366 ) ], null ];
		yield 'a refund is none' => [ [ new Dealing( Dealing::REFUND, 1, Customers::NOW - 5 ) ], null ];
	}

	/** @param list<Dealing> $dealings */
	#[DataProvider( 'disputes' )]
	public function test_payment_disputes( array $dealings, ?Level $level ): void {
		self::assertSame( $level, self::level( new PaymentDispute( Settings::defaults( 'USD' )->words->payment_dispute ), self::who( [], $dealings ) ) );
	}

	public function test_demands_after_a_dispute_stand_beside_it(): void {
		$free    = self::said( Label::Freebie, 2 );
		$finding = self::found( new PaymentDispute( Settings::defaults( 'USD' )->words->payment_dispute ), self::who( [ self::remark( 9, 0, $free ), self::remark( 2, 0, $free ) ], [ self::dispute( 'open', 5 ) ] ) );

		self::assertSame( [ 'disputes' => 1, 'open' => 1, 'demands' => 1 ], $finding->measured );
		self::assertSame( [ '0:7', '2:200' ], array_map( static fn ( Evidence $evidence ): string => $evidence->key(), $finding->evidence ) );
	}

	/** @return iterable<string, array{list<Remark>, list<Dealing>, Level|null}> */
	public static function refunds(): iterable {
		$free = static fn ( int $days, bool $ours = false, int $severity = 2 ): Remark => self::remark( $days, 0, self::said( Label::Freebie, $severity ), ours: $ours );
		$back = static fn ( int $days, bool $by_right = false ): Dealing => new Dealing( Dealing::REFUND, $days, Customers::NOW - $days * Customers::DAY, by_right: $by_right );
		yield 'two are none' => [ [], [ $back( 3 ), $back( 90 ) ], null ];
		yield 'three late refunds' => [ [], [ $back( 3 ), $back( 90 ), $back( 200 ) ], Level::Flag ];
		yield 'rights are never counted' => [ [], [ $back( 3 ), $back( 90 ), $back( 200, true ), $back( 201, true ), $back( 202, true ) ], null ];
		yield 'a year ago is history' => [ [], [ $back( 3 ), $back( 90 ), $back( 366 ) ], null ];
		yield 'demands count beside them' => [ [ $free( 1 ), $free( 2 ) ], [ $back( 90 ) ], Level::Flag ];
		yield 'not those of our mistakes' => [ [ $free( 1 ), $free( 2, true ) ], [ $back( 90 ) ], null ];
		yield 'not a mild word' => [ [ $free( 1 ), $free( 2, false, 1 ) ], [ $back( 90 ) ], null ];
		yield 'one ticket counts once' => [ [ self::remark( 4, 0, self::said( Label::Freebie, 2 ) ), self::remark( 4, 1, self::said( Label::Freebie, 2 ) ) ], [ $back( 90 ) ], null ];
	}

	/**
	 * @param list<Remark>  $remarks
	 * @param list<Dealing> $dealings
	 */
	#[DataProvider( 'refunds' )]
	public function test_repeated_refunds( array $remarks, array $dealings, ?Level $level ): void {
		self::assertSame( $level, self::level( new RepeatRefunds( Settings::defaults( 'USD' )->words->repeat_refunds ), self::who( $remarks, $dealings ) ) );
	}

	public function test_expectations_are_only_ever_watched_beside_how_long_answers_took(): void {
		$wants   = static fn ( int $days ): Remark => self::remark( $days, 0, self::said( Label::Expectation, 3 ) );
		$rule    = new Expectations( Settings::defaults( 'USD' )->words->expectations );
		$tickets = array_map( static fn ( int $minutes ): TicketView => new TicketView( $minutes, 0, Customers::NOW, true, replied_after: 60 * $minutes ), [ 500, 10, 90 ] );

		self::assertNull( self::level( $rule, self::who( [ $wants( 1 ), $wants( 2 ) ] ) ) );
		$finding = self::found( $rule, self::who( [ $wants( 1 ), $wants( 2 ), $wants( 3 ), $wants( 4 ) ], [], $tickets ) );
		self::assertSame( [ Level::Watch, [ 'messages' => 4, 'reply_minutes' => 90 ] ], [ $finding->level, $finding->measured ] );
	}

	public function test_a_dismissed_message_is_out_and_the_next_one_in_the_same_ticket_is_not(): void {
		$rule = new LegalStep();
		$who  = self::who( [ self::remark( 4, 0, self::said( Label::LegalThreat, 3 ) ) ] );
		self::assertNull( self::level( $rule, $who->without( [ 4 ], [ '4:400' ] ) ) );

		$who = self::who( [ ...$who->remarks, self::remark( 4, 1, self::said( Label::LegalThreat, 3 ) ) ] );
		self::assertSame( Level::Flag, self::level( $rule, $who->without( [ 4 ], [ '4:400' ] ) ) );
	}

	public function test_what_else_they_said_speaks_for_them(): void {
		$who     = self::who( [ self::grave( 5 ), self::sorry( 1 ), self::remark( 20, 0, self::said( Label::Praise, 1 ) ) ] );
		$finding = self::found( new HostileMessages( Settings::defaults( 'USD' )->words->hostile_messages ), $who );

		self::assertSame( 'apologized', ( new Apologized() )->of( $who, $finding )?->key );
		self::assertSame( [ 'messages' => 1 ], ( new Praised() )->of( $who, $finding )?->figures );
		self::assertNull( ( new Apologized() )->of( self::who( [ self::sorry( 9 ), self::grave( 5 ) ] ), $finding ) );
		$quick = static fn ( int $minutes ): CustomerView => self::who( [], [], array_map( static fn ( int $id ): TicketView => new TicketView( $id, 0, Customers::NOW, true, replied_after: 60 * $minutes ), range( 1, 5 ) ) );
		$docs  = new Finding( Slug::DocsQuestions, Level::Watch, 0, [], [], [] );
		self::assertSame( [ 'minutes' => 29 ], ( new QuickReplies() )->of( $quick( 29 ), $docs )?->figures );
		self::assertNull( ( new QuickReplies() )->of( $quick( 30 ), $docs ) );
		self::assertNull( ( new QuickReplies() )->of( $quick( 2 ), $finding ) );
	}

	public function test_what_agents_tagged_speaks_for_them_too(): void {
		$tickets = [
			new TicketView( 20, 0, Customers::NOW, true, praised: true ),
			new TicketView( 21, 0, Customers::NOW, true, praised: true, done_for_them: true ),
			new TicketView( 22, 0, Customers::NOW, true ),
		];
		$who     = self::who( [ self::remark( 20, 0, self::said( Label::Praise, 1 ) ) ], [], $tickets );
		$docs    = new Finding( Slug::DocsQuestions, Level::Watch, 0, [], [], [] );
		$hostile = new Finding( Slug::HostileMessages, Level::Watch, 0, [], [], [] );

		self::assertSame( [ 'messages' => 2 ], ( new Praised() )->of( $who, $docs )?->figures, 'Ticket 20 was read as praise already.' );
		self::assertSame( [ 'tickets' => 1 ], ( new DoneForThem() )->of( $who, $docs )?->figures );
		self::assertNull( ( new DoneForThem() )->of( $who, $hostile ) );
	}

	/** @return iterable<string, array{int, int, bool}> */
	public static function records(): iterable {
		yield 'nine decisions prove nothing' => [ 0, 9, false ];
		yield 'ten against it' => [ 0, 10, true ];
		yield 'half and half' => [ 5, 5, true ];
		yield 'eight of ten' => [ 8, 2, false ];
		yield 'seven of ten are not enough' => [ 7, 3, true ];
		yield 'seventy of a hundred are' => [ 70, 30, false ];
	}

	#[DataProvider( 'records' )]
	public function test_a_rule_is_bad_when_people_prove_it( int $confirmed, int $dismissed, bool $is_bad ): void {
		self::assertSame( $is_bad, ( new RuleRecord( $confirmed, $dismissed ) )->is_bad() );
	}

	/** @param list<Remark> $remarks @param list<Dealing> $dealings @param list<TicketView> $tickets */
	private static function who( array $remarks, array $dealings = [], array $tickets = [] ): CustomerView {
		return new CustomerView( Customers::NOW, Customers::NOW - 400 * Customers::DAY, 10000, 10000, 0, 0, null, $tickets, remarks: $remarks, dealings: $dealings );
	}

	private static function level( Pattern $rule, CustomerView $customer ): ?Level {
		$finding = $rule->judge( $customer );

		return $finding instanceof Finding ? $finding->level : null;
	}

	private static function found( Pattern $rule, CustomerView $customer ): Finding {
		$finding = $rule->judge( $customer );
		self::assertInstanceOf( Finding::class, $finding );

		return $finding;
	}

	private static function said( Label $label, int $severity, string $why = 'x' ): Said {
		return new Said( $label, $label === Label::LegalThreat ? LegalKind::Litigation : null, $severity, "en.$label->value", $why, 'the words', 3, 12 );
	}

	/** In a ticket of its own a day; the message's number is that of the day and its place. */
	private static function remark( int $days_ago, int $place, Said|bool ...$said ): Remark {
		$ours = $said['ours'] ?? false;
		unset( $said['ours'] );

		return new Remark( $days_ago, 100 * $days_ago + $place, Customers::NOW - $days_ago * Customers::DAY + 60 * $place, array_values( array_filter( $said, static fn ( Said|bool $one ): bool => $one instanceof Said ) ), $ours === true );
	}

	private static function mild( int $days_ago, int $place = 0 ): Remark {
		return self::remark( $days_ago, $place, self::said( Label::Abuse, 2 ) );
	}

	private static function grave( int $days_ago ): Remark {
		return self::remark( $days_ago, 0, self::said( Label::Abuse, 3 ) );
	}

	private static function like_one( int $days_ago ): Remark {
		return self::remark( $days_ago, 0, new Said( Label::Abuse, null, 1, 'ko.abuse.alike', 'reads_harsh', 'the words', 3, 12 ) );
	}

	private static function sorry( int $days_ago ): Remark {
		return self::remark( $days_ago, 5, self::said( Label::Apology, 1 ) );
	}

	private static function dispute( string $status, int $days_ago ): Dealing {
		return new Dealing( Dealing::DISPUTE, 7, Customers::NOW - $days_ago * Customers::DAY, $status );
	}
}
