<?php
declare( strict_types=1 );

namespace Amicable\Language;

use SplFileObject;

/**
 * A compiled pack as it lies on disk: a line of JSON, then everything long, text by text. Expressions stay there until they are wanted; most never are.
 *
 * @phpstan-import-type RuleHead from Rule
 * @phpstan-type PackHead array{lang: string, version: int, disguised: list<string>, edges: bool, paired: string, across: string, own?: array{format: int, words: list<string>, letters: string, latin: bool, sum: string}}
 * @phpstan-type Line array{lang: string, version: int, disguised: list<string>, edges: bool, paired: string, across: string, own?: array{format: int, words: list<string>, letters: string, latin: bool, sum: string}, vetoes: list<array{name: string, scope: string, gated: bool}>, rules: list<RuleHead>, texts: array<string, string>}
 */
final class PackText {

	/** The veto that tells what is reported from what is said. */
	public const REPORTED = 'reported';

	private const WANTED_ONE_BY_ONE = [ 'regexes', 'vetoes' ];

	/** @var PackHead */
	public readonly array $head;

	/** @var list<Rule> Objects take a third of what the arrays would. */
	public readonly array $rules;

	/** @var list<int> How many expressions each rule has, one after the other. */
	public readonly array $counts;

	/** @var list<string> By the number of the veto. */
	public readonly array $scopes;

	/** @var list<bool> Whether cues tell where a veto may speak, by its number. */
	public readonly array $gated;

	/** Its number. */
	public readonly ?int $reported;

	/** @var array<string, Texts> By what they are. */
	private readonly array $texts;

	public function __construct( SplFileObject $file ) {
		$line         = $file->fgets();
		$from         = strlen( $line );
		$texts        = [];
		$head         = self::parsed( $line );
		$this->rules  = self::rules( $head['rules'] );
		$this->counts = array_column( $head['rules'], 'count' );
		$this->scopes = array_column( $head['vetoes'], 'scope' );
		$this->gated  = array_column( $head['vetoes'], 'gated' );
		$reported     = array_search( self::REPORTED, array_column( $head['vetoes'], 'name' ), true );
		$this->reported = $reported === false ? null : $reported;
		foreach ( $head['texts'] as $kind => $listed ) {
			$lengths        = $listed === '' ? [] : array_map( intval( ... ), explode( ',', $listed ) );
			$texts[ $kind ] = in_array( $kind, self::WANTED_ONE_BY_ONE, true ) ? Texts::left_in( $file, $from, $lengths ) : Texts::taken_from( $file, $from, $lengths );
			$from          += array_sum( $lengths ) + count( $lengths );
		}
		unset( $head['rules'], $head['vetoes'], $head['texts'] );
		$this->head  = $head;
		$this->texts = $texts;
	}

	/**
	 * What is said first, without the rest.
	 *
	 * @return Line
	 */
	public static function head_of( SplFileObject $file ): array {
		return self::parsed( $file->fgets() );
	}

	public function texts( string $kind ): Texts {
		return $this->texts[ $kind ] ?? Texts::of( [] );
	}

	/**
	 * Many rules have the same views and vetoes: such lists are kept once.
	 *
	 * @param list<RuleHead> $heads
	 * @return list<Rule>
	 */
	private static function rules( array $heads ): array {
		$views  = [];
		$vetoes = [];
		$rules  = [];
		foreach ( $heads as $head ) {
			$head['views']  = $views[ implode( ',', $head['views'] ) ] ??= $head['views'];
			$head['vetoes'] = $vetoes[ implode( ',', $head['vetoes'] ) ] ??= $head['vetoes'];
			$rules[]        = Rule::from_head( $head );
		}

		return $rules;
	}

	/** @return Line */
	private static function parsed( string $line ): array {
		/** @var Line */
		return json_decode( $line, true, 8, JSON_THROW_ON_ERROR );
	}
}
