<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * Points at sentences that read like those that are known to say something, where no rule found it.
 *
 * It says less than a rule: it weighs as little as what is half sure. docs/detection.md has the figures, docs/decisions/0010 the reasons.
 */
final class Recognizer {

	private const LABELS = [ Label::LegalThreat, Label::ReviewThreat, Label::ChargebackThreat, Label::Freebie, Label::Abuse ];

	/** A reason to watch at most: a number alone makes nobody an abuser. */
	public const ONLY_WATCHED = 'reads_harsh';

	private const SEVERITY = 1;
	private const WHY      = 'reads_like_it';

	/** With fewer words there is nothing to go by. */
	private const LEAST_WORDS = 5;

	/** What is farther down in a long text is left to the rules. In bytes. */
	private const MOST = 6000;

	public function __construct( private readonly Models $models ) {
	}

	/**
	 * The sentence for each label that goes farthest beyond what harmless ones reach.
	 *
	 * @param string        $text   The writer's own words, as they were typed.
	 * @param list<Segment> $quotes What stands between quotation marks there.
	 * @param list<Label>   $found  What rules found: that is not looked for.
	 * @return list<RuleMatch>
	 */
	public function matches( string $language, string $text, array $quotes, array $found ): array {
		$model  = $this->models->of( $language );
		$wanted = array_filter( self::LABELS, static fn ( Label $label ): bool => ! in_array( $label, $found, true ) );
		if ( $model === null || $wanted === [] ) {
			return [];
		}
		$sentences = Surroundings::sentences( mb_strcut( $text, 0, self::MOST, 'UTF-8' ) );
		$weights   = array_map( static fn ( array $sentence ): array => $model->weight( $sentence[0] ), $sentences );
		$company   = self::company( $weights );
		$matches   = [];
		foreach ( $wanted as $label ) {
			$number = self::farthest( $model, $label, $weights, $company );
			if ( $number === null || ! self::is_spoken( $sentences[ $number ], $quotes ) ) {
				continue;
			}
			[ $sentence, $start ] = $sentences[ $number ];
			$start               += strspn( $sentence, " \t\r\n" );
			$matches[]            = new RuleMatch( self::rule( $language, $label ), $start, $start + strlen( trim( $sentence ) ), null, false );
		}

		return $matches;
	}

	/** @return array<string, string> What it is called where rules have names, by label. */
	public static function names( string $language ): array {
		$names = [];
		foreach ( self::LABELS as $label ) {
			$names[ $label->value ] = "$language.$label->value.alike";
		}

		return $names;
	}

	/**
	 * What each sentence weighs together with those beside it.
	 *
	 * @param list<non-empty-array<int, int>> $weights
	 * @return list<non-empty-array<int, int>>
	 */
	private static function company( array $weights ): array {
		$sums = $weights;
		foreach ( $weights as $number => $weight ) {
			foreach ( $weight as $column => $alone ) {
				$sums[ $number ][ $column ] = $alone + ( $weights[ $number - 1 ][ $column ] ?? 0 ) + ( $weights[ $number + 1 ][ $column ] ?? 0 );
			}
		}

		return $sums;
	}

	/**
	 * The sentence that says most, in the company that goes farthest beyond the line.
	 *
	 * @param list<non-empty-array<int, int>> $weights
	 * @param list<non-empty-array<int, int>> $company
	 */
	private static function farthest( LinearModel $model, Label $label, array $weights, array $company ): ?int {
		$best = null;
		$most = 0.0;
		foreach ( $company as $number => $weight ) {
			$excess = $model->excess( $label, $weight );
			if ( $excess === null || $excess < $most ) {
				continue;
			}
			$most = $excess;
			$best = $number;
		}
		if ( $best === null ) {
			return null;
		}
		$beside = array_slice( $weights, max( 0, $best - 1 ), $best === 0 ? 2 : 3, true );
		$alone  = array_map( static fn ( array $weight ): float => (float) $model->score( $label, $weight ), $beside );
		arsort( $alone );

		return array_key_first( $alone );
	}

	/**
	 * Long enough to go by, and not what somebody else said.
	 *
	 * @param array{string, int} $sentence
	 * @param list<Segment>      $quotes
	 */
	private static function is_spoken( array $sentence, array $quotes ): bool {
		[ $text, $start ] = $sentence;
		foreach ( $quotes as $quote ) {
			if ( $quote->start < $start + strlen( $text ) && $start < $quote->end ) {
				return false;
			}
		}

		return Regex::count( '/\S+/u', $text ) >= self::LEAST_WORDS;
	}

	private static function rule( string $language, Label $label ): Rule {
		return new Rule( self::names( $language )[ $label->value ], $label, $label === Label::LegalThreat ? LegalKind::Litigation : null, self::SEVERITY, $label === Label::Abuse ? self::ONLY_WATCHED : self::WHY, [], [] );
	}
}
