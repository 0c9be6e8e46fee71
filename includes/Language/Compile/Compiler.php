<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\Edges;
use Amicable\Language\PackText;

/**
 * A pack as it is written becomes what the reader uses: whole regular expressions, and a gate of cues.
 *
 * @phpstan-import-type Rule from PackReader
 * @phpstan-import-type Veto from PackReader
 * @phpstan-type CompiledRule array{id: string, label: string, kind: string|null, severity: int, why: string, views: list<string>, vetoes: list<string>, first: int, regexes: list<string>}
 * @phpstan-type CompiledVeto array{scope: string, regex: string, gated: bool}
 * @phpstan-type CompiledPack array{lang: string, version: int, disguised: list<string>, vetoes: array<string, CompiledVeto>, gates: array<string, array<int|string, string>>, edges: bool, paired: list<int>, across: list<int>, shared: list<string>, rules: list<CompiledRule>}
 */
final class Compiler {

	private const GAP       = '[^.!?\n]{0,70}?';
	private const SHORT_GAP = '[^.!?\n;]{0,34}?';
	private const LONG_GAP  = '(?:[^\n]|\n){0,140}?';
	private const MOST      = 20000;

	/** A veto of such a scope meets the letters that were typed. */
	private const UNGATED = [ 'written' ];

	/** A letter by its number, elsewhere than in a set. */
	private const CODES = '/^(?:[^\[\\\\]|\[(?:[^\]\\\\]|\\\\.)*\]|\\\\[^x])*+\\\\x/s';

	/** Bytes of a letter, where they are not counted one by one. */
	private const WIDEST = 4;

	/** Whose patterns meet text in plain Latin letters. */
	private const LATIN = [ 'en', 'tr' ];

	/** @return CompiledPack */
	public function compile( PackReader $pack ): array {
		$reader = self::reader( $pack, in_array( $pack->language(), self::LATIN, true ) ? new Edges() : null );
		$plain  = self::reader( $pack, null );
		$words  = $pack->words();
		$cues   = new CueList( $pack->language() );
		$rules  = [];
		$number = 0;
		foreach ( $this->gravest_first( $pack->rules() ) as $rule ) {
			$first   = $number;
			$regexes = [];
			foreach ( $rule['patterns'] as $pattern ) {
				$whole = $this->bounded( $this->whole( $pattern, $words, $pack->language() ), $rule['views'], $pack->language() );
				$cues->add( $number, $whole, self::gates_of( $rule['views'] ), ( in_array( 'plain', $rule['views'], true ) ? $plain : $reader )->needed( $whole ) );
				$regexes[] = $this->regex( $whole, in_array( 'plain', $rule['views'], true ) ? 'accented' : $pack->language() );
				++$number;
			}
			$rules[] = $this->rule( $rule, $first, $regexes );
		}

		return [
			'lang'      => $pack->language(),
			'version'   => $pack->version(),
			'disguised' => $pack->disguised(),
			'vetoes'    => $this->vetoes( $pack, $words, $reader, $cues, $number ),
			'edges'     => in_array( $pack->language(), self::LATIN, true ),
			...$cues->compiled(),
			...self::shared( $rules ),
		];
	}

	/**
	 * @param list<CompiledRule> $rules
	 * @return array{shared: list<string>, rules: list<CompiledRule>}
	 */
	private static function shared( array $rules ): array {
		$shared = new Shared( array_merge( [], ...array_column( $rules, 'regexes' ) ) );

		return [
			'shared' => $shared->parts(),
			'rules'  => array_map( static fn ( array $rule ): array => [ ...$rule, 'regexes' => array_map( $shared->short( ... ), $rule['regexes'] ) ], $rules ),
		];
	}

	/**
	 * @param array<string, list<string>> $words
	 * @param int $number Of the first, where the expressions of rules end.
	 * @return array<string, CompiledVeto>
	 */
	private function vetoes( PackReader $pack, array $words, PatternReader $reader, CueList $cues, int $number ): array {
		$vetoes = [];
		foreach ( $pack->vetoes() as $name => $veto ) {
			$whole  = $this->whole( $veto['pattern'], $words, $pack->language() );
			$needed = in_array( $veto['scope'], self::UNGATED, true ) || $name === PackText::REPORTED ? null : self::needed( $reader, $whole );
			if ( $needed !== null ) {
				$cues->add( $number, $whole, [ 'folded' ], $needed );
			}
			$vetoes[ $name ] = [
				'scope' => $veto['scope'],
				'regex' => $this->veto( $veto, $words, $pack->language() ),
				'gated' => $needed !== null,
			];
			++$number;
		}

		return $vetoes;
	}

	/**
	 * Vetoes may be written more freely than rules: where nothing is certain they are always asked.
	 *
	 * @return array{list<string>, list<string>|null}|null
	 */
	private static function needed( PatternReader $reader, string $whole ): ?array {
		if ( preg_match( self::CODES, $whole ) === 1 ) {
			return null;
		}
		try {
			return $reader->needed( $whole );
		} catch ( PackError ) {
			return null;
		}
	}

	/** What is rare is learned from the pack's own sentences. */
	private static function reader( PackReader $pack, ?Edges $edges ): PatternReader {
		$sentences = [];
		foreach ( $pack->rules() as $rule ) {
			array_push( $sentences, ...$rule['examples'], ...$rule['counter_examples'] );
		}
		$small = array_map( static fn ( string $sentence ): string => mb_strtolower( $sentence, 'UTF-8' ), $sentences );

		return new PatternReader( new Rarity( $edges === null ? $small : array_map( $edges->of( ... ), $small ) ), $edges );
	}

	/**
	 * Two gates do: what is written with its accents has other cues than everything else.
	 *
	 * @param list<string> $views
	 * @return list<string>
	 */
	private static function gates_of( array $views ): array {
		$plain = array_intersect( $views, [ 'plain' ] ) === [] ? [] : [ 'plain' ];

		return array_diff( $views, [ 'plain' ] ) === [] ? $plain : [ 'folded', ...$plain ];
	}

	/**
	 * What is found first makes milder rules of its label unnecessary.
	 *
	 * @param list<Rule> $rules
	 * @return list<Rule>
	 */
	private function gravest_first( array $rules ): array {
		usort( $rules, static fn ( array $a, array $b ): int => $b['severity'] <=> $a['severity'] );

		return $rules;
	}

	/**
	 * The words put in, the gaps bounded, and the edges of words kept where the script has them.
	 *
	 * @param array<string, list<string>> $words
	 */
	private function whole( string $pattern, array $words, string $language ): string {
		for ( $depth = 0; $depth < 4 && str_contains( $pattern, '{' ); $depth++ ) {
			$pattern = (string) preg_replace_callback(
				'/\{([a-z_]\w*)\}/',
				static fn ( array $found ): string => '(?:' . implode( '|', $words[ $found[1] ] ?? throw new PackError( "There are no words {$found[1]}." ) ) . ')',
				$pattern
			);
		}
		$pattern = $language === 'ko' ? str_replace( ' ?', ' ', $pattern ) : $pattern;
		$pattern = strtr(
			$pattern,
			[
				'……' => $this->gap( self::LONG_GAP, $language ),
				'…'  => $this->gap( self::GAP, $language ),
				'‥'  => $this->gap( self::SHORT_GAP, $language ),
				' '  => $language === 'ko' ? '\s?' : '\s',
				'\w+' => '\w{1,24}',
				'\w*' => '\w{0,24}',
				'\d+' => '\d{1,6}',
			]
		);

		return $this->bordered( $this->without_nothing( $pattern ), $language );
	}

	/**
	 * Long messages are read in parts.
	 *
	 * @param list<string> $views
	 */
	private function bounded( string $whole, array $views, string $language ): string {
		Reach::check( $whole, in_array( $language, self::LATIN, true ) && ! in_array( 'plain', $views, true ) ? 1 : self::WIDEST );

		return $whole;
	}

	/** A space that may be missing, in a group that may be missing: the same place would be tried once for every way of matching nothing. */
	private function without_nothing( string $pattern ): string {
		return str_replace( '|\s?){0,', '|\s){0,', $pattern );
	}

	/** A gap lies between whole words, where the script shows words. */
	private function gap( string $gap, string $language ): string {
		return match ( $language ) {
			'ko'    => $gap,
			'tr'    => $gap . '(?<!\w)',
			default => '(?!\w)' . $gap . '(?<!\w)',
		};
	}

	private function bordered( string $pattern, string $language ): string {
		if ( $language === 'ko' ) {
			return $pattern;
		}

		return '(?<!\w)(?:' . $pattern . ')' . ( $language === 'tr' ? '' : '(?!\w)' );
	}

	/**
	 * What is compared with the letters as they were typed keeps its accents and has no edges.
	 *
	 * @param Veto $veto
	 * @param array<string, list<string>> $words
	 */
	private function veto( array $veto, array $words, string $language ): string {
		return $veto['scope'] === 'written' ? '/' . $veto['pattern'] . '/iu' : $this->regex( $this->whole( $veto['pattern'], $words, $language ), $language );
	}

	/** Latin packs meet folded text: reading it byte by byte finds the same and is faster. */
	private function regex( string $whole, string $language ): string {
		$sorted = $language === 'ko' ? ( new Branches() )->sorted( $whole ) : $whole;
		$regex  = '/' . str_replace( '/', '\/', $sorted ) . ( in_array( $language, self::LATIN, true ) ? '/' : '/u' );
		if ( strlen( $regex ) > self::MOST ) {
			throw new PackError( 'Too long when its words are put in: ' . substr( $whole, 0, 80 ) );
		}
		// phpcs:ignore Generic.PHP.NoSilencedErrors -- the warning is the answer.
		if ( @preg_match( $regex, '' ) === false ) {
			throw new PackError( 'Does not compile: ' . $whole );
		}

		return $regex;
	}

	/**
	 * @param Rule $rule
	 * @param int $first Number of its first expression; the pack counts them through.
	 * @param list<string> $regexes
	 * @return CompiledRule
	 */
	private function rule( array $rule, int $first, array $regexes ): array {
		return [
			'id'       => $rule['id'],
			'label'    => $rule['label'],
			'kind'     => $rule['kind'],
			'severity' => $rule['severity'],
			'why'      => $rule['why'],
			'views'    => $rule['views'],
			'vetoes'   => $rule['vetoes'],
			'first'    => $first,
			'regexes'  => $regexes,
		];
	}
}
