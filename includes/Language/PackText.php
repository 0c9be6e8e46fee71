<?php
declare( strict_types=1 );

namespace Amicable\Language;

use SplFileObject;

/**
 * A compiled pack as it lies on disk: a line of JSON, then everything long, text by text. Expressions stay there until they are wanted; most never are.
 *
 * @phpstan-import-type RuleHead from Rule
 * @phpstan-type PackHead array{lang: string, version: int, disguised: list<string>, edges: bool, paired: list<int>, across: list<int>, own?: array{format: int, words: list<string>, letters: string, latin: bool, sum: string}}
 * @phpstan-type Line array{lang: string, version: int, disguised: list<string>, edges: bool, paired: list<int>, across: list<int>, own?: array{format: int, words: list<string>, letters: string, latin: bool, sum: string}, vetoes: list<array{name: string, scope: string}>, rules: list<RuleHead>, texts: array<string, string>}
 */
final class PackText {

	private const WANTED_ONE_BY_ONE = [ 'regexes', 'vetoes' ];

	/** @var PackHead */
	public readonly array $head;

	/** @var list<Rule> Objects take a third of what the arrays would. */
	public readonly array $rules;

	/** @var list<int> How many expressions each rule has, one after the other. */
	public readonly array $counts;

	/** @var list<string> By the number of the veto. */
	public readonly array $scopes;

	/** Number of the veto that tells what is reported from what is said. */
	public readonly ?int $reported;

	/** @var array<string, Texts> By what they are. */
	private readonly array $texts;

	public function __construct( SplFileObject $file ) {
		$line         = $file->fgets();
		$from         = strlen( $line );
		$texts        = [];
		$head         = self::parsed( $line );
		$this->rules  = array_map( Rule::from_head( ... ), $head['rules'] );
		$this->counts = array_column( $head['rules'], 'count' );
		$this->scopes = array_column( $head['vetoes'], 'scope' );
		$reported     = array_search( 'reported', array_column( $head['vetoes'], 'name' ), true );
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

	/** @return Line */
	private static function parsed( string $line ): array {
		/** @var Line */
		return json_decode( $line, true, 8, JSON_THROW_ON_ERROR );
	}
}
