<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Admin\MoneyText;
use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Clock;
use Amicable\Language\Label;
use Amicable\Mail\Language;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Patterns\Slug;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Field;
use Amicable\Playbook\Phrases;
use Amicable\Playbook\Salutation;
use Amicable\Playbook\Sentence;
use Amicable\Playbook\Template;
use Amicable\Playbook\Variant;
use Amicable\Runs\PlanMaker;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Customers;
use Amicable\Storage\Database;
use Amicable\Storage\LetterFacts;
use Amicable\Values\Money;
use DateTimeImmutable;

/** What is known for a letter's fields, out of what is stored, as it is written in the letter's language. What is not known is left open. */
final class FactFinder {

	/** What somebody asked longer ago is not held against them. */
	private const LOOKS_BACK = '-180 days';

	/** In code points: longer ones are not read, and take the letter over. */
	private const LONGEST_QUOTE = 160;

	private const LOCALES = [
		'en' => 'en_US',
		'ko' => 'ko_KR',
		'tr' => 'tr_TR',
	];

	public function __construct(
		private readonly LetterFacts $facts,
		private readonly Customers $customers,
		private readonly Purchases $purchases,
		private readonly CaseBook $book,
		private readonly EndDays $days,
		private readonly ShopFields $fields,
		private readonly Alternatives $alternatives,
		private readonly PlanMaker $plans,
		private readonly SettingsRepository $settings,
		private readonly Phrases $phrases,
		private readonly Clock $clock,
	) {
	}

	public function of( CaseRecord $case, ?Template $template, string $language, int $user_id, ?Variant $variant = null ): Facts {
		$asked = $template === null ? [] : self::fields( $template );
		$known = [
			...$this->people( $case->customer_id, $language, $user_id ),
			...$this->purchases->of( $case, $template ),
			...$this->book->of( $case, self::LOCALES[ $language ] ),
			...$this->days->of( $case, $asked, $variant?->service, self::LOCALES[ $language ] ),
			...$this->words( $case->customer_id, $template, $language ),
			'docs_link'     => $this->facts->docs_links( $case->customer_id )[0] ?? $this->settings->current()->docs_urls[0] ?? '',
			'reply_target'  => $this->phrases->say( 'hours', $language, [ 'hours' => $this->settings->current()->reply_target_hours ] ),
			'warned_on'     => $this->day( $case->state->warned_at, $language ),
			'facts'         => in_array( Field::Facts, $asked, true ) ? $this->block( $case->customer_id, $template, $language ) : '',
			'refund_amount' => in_array( Field::RefundAmount, $asked, true ) && user_can( $user_id, Capability::MONEY ) ? $this->refund( $case->customer_id, $language ) : '',
		];

		$others = array_filter( [ 'alternatives' => $this->alternatives->words( $known['product'] ) ], static fn ( string $words ): bool => $words !== '' );

		return new Facts( $others + array_filter( $this->fields->values( $language ), static fn ( string $value ): bool => $value !== '' ) + $known );
	}

	/** @return array<string, string> */
	private function people( int $customer_id, string $language, int $user_id ): array {
		$name = trim( (string) ( $this->customers->row( $customer_id )['name'] ?? '' ) );
		$user = get_userdata( $user_id );

		return [
			'greeting'    => ( new Salutation() )->to( explode( ' ', $name )[0], $name, $language ),
			'agent_name'  => $user === false ? '' : $user->display_name,
			'agent_title' => $this->phrases->say( 'title', $language ),
			'shop'        => wp_specialchars_decode( (string) get_option( 'blogname' ), ENT_QUOTES ),
			'contact'     => (string) get_option( 'admin_email' ),
		];
	}

	/**
	 * Theirs, word for word.
	 *
	 * @return array<string, string>
	 */
	private function words( int $customer_id, ?Template $template, string $language ): array {
		$patterns = $template === null || $template->patterns === [] ? Slug::cases() : $template->patterns;
		$labels   = array_values( array_filter( array_merge( [], ...array_map( static fn ( Slug $slug ): array => $slug->labels(), $patterns ) ), static fn ( Label $label ): bool => $label !== Label::Demand && $label !== Label::Freebie ) );
		$quote    = $labels === [] ? null : $this->facts->quote( $customer_id, $labels );
		$demand   = $this->facts->quote( $customer_id, [ Label::Demand, Label::Freebie ] );

		return [
			'quote'      => self::line( $quote ),
			'quote_date' => $quote === null ? '' : $this->day( Database::moment( $quote['at'] ), $language ),
			'demand'     => self::line( $demand ),
		];
	}

	private function block( int $customer_id, ?Template $template, string $language ): string {
		$tickets = $this->facts->tickets( $customer_id, $this->clock->now()->modify( self::LOOKS_BACK ) );
		$time    = $this->facts->minutes( $customer_id );
		$refunds = $template !== null && in_array( Slug::RepeatRefunds, $template->patterns, true ) ? $this->facts->refunds( $customer_id ) : [ 'count' => 0, 'last' => null ];
		$day     = fn ( ?string $at ): string => $at === null ? '' : $this->day( Database::moment( $at ), $language );

		return $this->phrases->block(
			[
				'tickets'     => $tickets['count'],
				'first'       => $day( $tickets['first'] ),
				'last'        => $day( $tickets['last'] ),
				'known'       => $tickets['known'],
				'answered'    => $tickets['answered'],
				'links'       => $this->facts->docs_links( $customer_id ),
				'minutes'     => $time['minutes'],
				'estimated'   => $time['estimated'],
				'refunds'     => $refunds['count'],
				'last_refund' => $day( $refunds['last'] ),
			],
			$language
		);
	}

	/** Never more than a parting would pay back; a shop that cannot be asked now leaves it open. */
	private function refund( int $customer_id, string $language ): string {
		try {
			$totals = $this->plans->make( $customer_id, Kind::PartWays, Scope::all() )->totals()->all();
		} catch ( AmicableException ) {
			return '';
		}

		return implode( ' + ', array_map( static fn ( Money $money ): string => MoneyText::of( $money, self::LOCALES[ $language ] ), $totals ) );
	}

	private function day( ?DateTimeImmutable $day, string $language ): string {
		return $day === null ? '' : Language::day( $day, self::LOCALES[ $language ] );
	}

	/**
	 * A whole sentence of theirs. A letter's paragraphs stand apart by empty lines: a quotation brings none.
	 *
	 * @param array{quote: string, at: string, text: string|null}|null $quote
	 */
	private static function line( ?array $quote ): string {
		$words = $quote === null ? '' : Sentence::of( $quote['quote'], $quote['text'], self::LONGEST_QUOTE );

		return trim( (string) preg_replace( '/\s+/u', ' ', $words ) );
	}

	/** @return list<Field> */
	private static function fields( Template $template ): array {
		return Field::in( implode( "\n", [ $template->subject, ...TemplateShelf::texts_of( $template ) ] ) );
	}
}
