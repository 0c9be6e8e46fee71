<?php
declare( strict_types=1 );

namespace Amicable\Language;

use SplFileObject;

/**
 * A compiled pack as it lies on disk: a line of JSON, then everything long, text by text. Expressions stay there until they are wanted; most never are.
 *
 * @phpstan-type RuleHead array{id: string, label: string, kind: string|null, severity: int, why: string, views: list<string>, vetoes: list<int>, first: int, count: int}
 * @phpstan-type PackHead array{lang: string, version: int, disguised: list<string>, edges: bool, paired: list<int>, across: list<int>, vetoes: list<array{name: string, scope: string}>, rules: list<RuleHead>, texts: array<string, string>, own?: array{format: int, words: list<string>, letters: string, latin: bool, sum: string}}
 */
final class PackText {

	private const WANTED_ONE_BY_ONE = [ 'regexes', 'vetoes' ];

	/** @var PackHead */
	public readonly array $head;

	/** @var array<string, Texts> By what they are. */
	private readonly array $texts;

	public function __construct( SplFileObject $file ) {
		$line       = $file->fgets();
		$from       = strlen( $line );
		$texts      = [];
		$this->head = self::parsed( $line );
		foreach ( $this->head['texts'] as $kind => $listed ) {
			$lengths        = $listed === '' ? [] : array_map( intval( ... ), explode( ',', $listed ) );
			$texts[ $kind ] = in_array( $kind, self::WANTED_ONE_BY_ONE, true ) ? Texts::left_in( $file, $from, $lengths ) : Texts::taken_from( $file, $from, $lengths );
			$from          += array_sum( $lengths ) + count( $lengths );
		}
		$this->texts = $texts;
	}

	/**
	 * What is said first, without the rest.
	 *
	 * @return PackHead
	 */
	public static function head_of( SplFileObject $file ): array {
		return self::parsed( $file->fgets() );
	}

	public function texts( string $kind ): Texts {
		return $this->texts[ $kind ] ?? Texts::of( [] );
	}

	/** @return PackHead */
	private static function parsed( string $line ): array {
		/** @var PackHead */
		return json_decode( $line, true, 8, JSON_THROW_ON_ERROR );
	}
}
