<?php
declare( strict_types=1 );

namespace Amicable\Language;

use Throwable;

/** Reads a message: whose words they are, in which language, what they say, and where. */
final class Reader {

	/** Where what speaks against rules speaks against what only reads like it. A legal step is shown in doubt, and demands are put as questions. */
	private const DOUBTED = [ Label::ReviewThreat, Label::ChargebackThreat, Label::Abuse ];

	/** Nobody is quoted with them, and where something was cut out of a message they stand for parts of its letters. */
	private const BLANK = " \t\r\n";

	private const LONGEST  = 20000;
	private const ATTEMPTS = 3;
	private const NEAR     = 120;

	private readonly Languages $languages;

	public function __construct(
		private readonly Shelf $packs,
		private readonly Segmenter $segmenter,
		private readonly Views $views,
		private readonly ?FalseAlarmFilter $filter = null,
		private readonly ?Recognizer $recognizer = null,
	) {
		$this->languages = new Languages( $packs->languages(), $packs->own );
	}

	/** With the packs that the plugin brings, or those and the site's own, and with what was learned besides. */
	public static function shipped( ?Models $models = null, ?Shelf $packs = null ): self {
		$models ??= Models::shipped();

		return self::with( $packs ?? Shelf::shipped(), new FalseAlarmFilter( $models ), new Recognizer( $models ) );
	}

	/** The packs that the plugin brings, and nothing that was learned. */
	public static function by_rules(): self {
		return self::with( Shelf::shipped(), null, null );
	}

	private static function with( Shelf $packs, ?FalseAlarmFilter $filter, ?Recognizer $recognizer ): self {
		return new self( $packs, new Segmenter(), new Views( Letters::shipped(), new Hangul(), new KoreanDisguise() ), $filter, $recognizer );
	}

	/** @param string|null $language What is known of it; more is found out here. */
	public function read( string $message, ?string $language = null ): Reading {
		$whole     = mb_scrub( $message, 'UTF-8' );
		$text      = strlen( $whole ) > self::LONGEST ? mb_substr( $whole, 0, self::LONGEST, 'UTF-8' ) : $whole;
		$segments  = $this->segmenter->segments( $text );
		$own       = Text::of( $text )->same_length( $this->segmenter->own( $text, $segments ) );
		$folded    = $this->views->folded( $own );
		$languages = $this->languages->of( $own->bytes, $folded->bytes, $language );
		$quotes    = array_values( array_filter( $segments, static fn ( Segment $segment ): bool => $segment->kind === SegmentKind::Quotation ) );
		$matches   = [];
		$read      = [];
		foreach ( $languages as $name ) {
			try {
				$found   = $this->matches( $this->packs->pack( $name ), $own, $folded, $quotes );
				$matches = [ ...$matches, ...$found, ...$this->recognized( $this->packs->pack( $name ), $own, $folded, $quotes, $found ) ];
				$read[]  = $name;
			} catch ( Throwable $thrown ) {
				if ( ! $this->packs->does_without( $name, $thrown ) ) {
					throw $thrown;
				}
			}
		}

		return new Reading( $read, $this->findings( $text, $matches ), strlen( $text ) < strlen( $whole ) );
	}

	/**
	 * What reads like it though no rule found it, and nothing in the sentence says that it means something else.
	 *
	 * @param list<Segment>   $quotes
	 * @param list<RuleMatch> $found
	 * @return list<RuleMatch>
	 */
	private function recognized( Pack $pack, Text $own, Text $folded, array $quotes, array $found ): array {
		$labels  = array_map( static fn ( RuleMatch $match ): Label => $match->rule->label, $found );
		$matches = $this->recognizer?->matches( $pack->language(), $own->bytes, $quotes, $labels ) ?? [];

		$doubted = array_filter( $matches, static fn ( RuleMatch $match ): bool => in_array( $match->rule->label, self::DOUBTED, true ) );
		if ( $doubted === [] ) {
			return $matches;
		}
		$candidates = $pack->candidates( new Sentences( $folded->bytes ), 'folded' );

		return array_values( array_filter( $matches, fn ( RuleMatch $match ): bool => ! in_array( $match, $doubted, true ) || ! $this->is_doubted( $pack, $match, $own, $folded, $candidates ) ) );
	}

	private function is_doubted( Pack $pack, RuleMatch $match, Text $own, Text $folded, Candidates $candidates ): bool {
		$written  = substr( $own->bytes, $match->start, $match->end - $match->start );
		$sentence = $this->views->folded( Text::of( $written ) )->bytes;
		$at       = strpos( $folded->bytes, $sentence );

		return $at !== false && $pack->doubts( $match->rule->label, new Vicinity( $folded->bytes, $at, $at + strlen( $sentence ), $written ), $candidates );
	}

	/**
	 * Rules come gravest first: once something of a label is found, no other rule of it is tried.
	 *
	 * @param list<Segment> $quotes
	 * @return list<RuleMatch>
	 */
	private function matches( Pack $pack, Text $own, Text $folded, array $quotes ): array {
		$matches = [];
		foreach ( $this->views->of( $own, $folded, $pack ) as $name => $view ) {
			$sentences  = new Sentences( $view->bytes );
			$candidates = $pack->candidates( $sentences, $name );
			foreach ( $candidates->expressions as $number => $places ) {
				$rule    = $pack->rule( $number );
				$subject = $rule->subject;
				if ( ! in_array( $name, $rule->views, true ) || ( isset( $matches[ $subject ] ) && $rule->severity <= $matches[ $subject ]->rule->severity ) ) {
					continue;
				}
				$found = $sentences->matches( $pack->regex( $number ), $places );
				$match = $found === [] ? null : $this->match( $pack, $rule, $view, $name, $own, $quotes, $candidates, $found );
				if ( $match !== null ) {
					$matches[ $subject ] = $match;
				}
			}
		}

		return array_values( $matches );
	}

	/**
	 * The first match of a rule that nothing speaks against.
	 *
	 * @param list<Segment> $quotes
	 * @param iterable<array{int, int}> $found
	 */
	private function match( Pack $pack, Rule $rule, Text $view, string $name, Text $own, array $quotes, Candidates $candidates, iterable $found ): ?RuleMatch {
		$attempts = 0;
		foreach ( $found as [ $start, $end ] ) {
			[ $first, $last ] = $view->origin( $start, $end );
			$quote            = $this->quotation( $quotes, $first, $last );
			$reported         = $quote !== null && $pack->reports( $this->near( $own, $quote ) );
			$said             = substr( $own->bytes, $first, $last - $first );
			$read_as          = $name === 'squeezed' || $name === 'jamo' ? substr( $view->bytes, $start, $end - $start ) : null;
			if ( ! $reported && ! $pack->is_vetoed( $rule, new Vicinity( $view->bytes, $start, $end, $said ), $candidates ) && ( $this->is_disguised( $said, $read_as ) || ! $this->is_spared( $pack, $rule, $own, $first, $last ) ) ) {
				$blank = trim( $said, self::BLANK ) === '' ? 0 : strspn( $said, self::BLANK );

				return new RuleMatch( $rule, $first + $blank, $first + max( $blank, strlen( rtrim( $said, self::BLANK ) ) ), $read_as, $quote !== null );
			}
			if ( ++$attempts === self::ATTEMPTS ) {
				break;
			}
		}

		return null;
	}

	/** A view without disguises repeats what was plain as well: that is looked at again. */
	private function is_disguised( string $said, ?string $read_as ): bool {
		return $read_as !== null && $this->filter !== null && $this->views->folded( Text::of( $said ) )->bytes !== $read_as;
	}

	private function is_spared( Pack $pack, Rule $rule, Text $own, int $start, int $end ): bool {
		return $this->filter !== null && $this->filter->spares( $pack->language(), $rule, $own->bytes, $start, $end );
	}

	/** A quotation and the words around it, as rules read them. */
	private function near( Text $own, Segment $quote ): string {
		$from = max( 0, $quote->start - self::NEAR );

		return $this->views->folded( Text::of( mb_scrub( substr( $own->bytes, $from, $quote->end + self::NEAR - $from ), 'UTF-8' ) ) )->bytes;
	}

	/** @param list<Segment> $quotes */
	private function quotation( array $quotes, int $start, int $end ): ?Segment {
		foreach ( $quotes as $quote ) {
			if ( $quote->holds( $start, $end ) || ( $start < $quote->start && $quote->catches( $end ) ) ) {
				return $quote;
			}
		}

		return null;
	}

	/**
	 * One finding a place and label: the gravest, then the longest.
	 *
	 * @param list<RuleMatch> $matches
	 * @return list<Finding>
	 */
	private function findings( string $text, array $matches ): array {
		usort( $matches, static fn ( RuleMatch $a, RuleMatch $b ): int => $b->weight() <=> $a->weight() );
		$kept = [];
		foreach ( $matches as $match ) {
			if ( array_filter( $kept, $match->overlaps( ... ) ) === [] ) {
				$kept[] = $match;
			}
		}
		usort( $kept, static fn ( RuleMatch $a, RuleMatch $b ): int => [ $a->start, $a->rule->id ] <=> [ $b->start, $b->rule->id ] );

		return array_map( static fn ( RuleMatch $match ): Finding => $match->finding( $text ), $kept );
	}
}
