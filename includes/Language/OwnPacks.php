<?php
declare( strict_types=1 );

namespace Amicable\Language;

use JsonException;
use SplFileObject;
use Throwable;
use UnexpectedValueException;

/** Compiled packs that a site added. One that cannot be used is left out and told of: reading in the other languages never depends on it. */
final class OwnPacks {

	/** How packs are compiled. Raised when the reader wants them otherwise; then own ones have to be compiled again. */
	public const FORMAT = 2;

	/** @var array<string, string> File by language. */
	public readonly array $files;

	/** @var array<string, OwnMarks> By language. */
	public readonly array $marks;

	/** @var array<string, string> Why files are not used, by file. */
	public readonly array $refused;

	/**
	 * @param list<string> $files
	 * @param list<string> $taken Languages that have a pack already: what their rules find was measured, and stays as it is.
	 */
	public function __construct( array $files, array $taken ) {
		$used    = [];
		$marks   = [];
		$refused = [];
		foreach ( $files as $file ) {
			try {
				$head = self::checked( $file, [ ...$taken, ...array_keys( $used ) ] );
			} catch ( Throwable $thrown ) {
				$refused[ $file ] = $thrown instanceof UnexpectedValueException ? $thrown->getMessage() : 'It cannot be read.';
				continue;
			}
			$used[ $head['lang'] ]  = $file;
			$marks[ $head['lang'] ] = new OwnMarks( $head['own']['words'], $head['own']['letters'] );
		}
		$this->files   = $used;
		$this->marks   = $marks;
		$this->refused = $refused;
	}

	/**
	 * @param list<string> $taken
	 * @return array{lang: string, own: array{format: int, words: list<string>, letters: string, latin: bool, sum: string}}
	 * @throws UnexpectedValueException Why it cannot be used.
	 */
	private static function checked( string $file, array $taken ): array {
		$lines = is_file( $file ) ? new SplFileObject( $file ) : throw new UnexpectedValueException( 'It is not there.' );
		try {
			$first = $lines->fgets();
			$head  = json_decode( $first, true, 8, JSON_THROW_ON_ERROR );
		} catch ( JsonException ) {
			throw new UnexpectedValueException( 'It is no compiled pack.' );
		}
		$own  = is_array( $head ) ? $head['own'] ?? null : null;
		$lang = is_array( $head ) ? $head['lang'] ?? null : null;
		if ( ! is_array( $own ) || ! is_string( $lang ) ) {
			throw new UnexpectedValueException( 'It is no compiled pack.' );
		}
		if ( ( $own['format'] ?? null ) !== self::FORMAT ) {
			throw new UnexpectedValueException( 'It was compiled for another version: compile it again.' );
		}
		if ( in_array( $lang, $taken, true ) ) {
			throw new UnexpectedValueException( "There is a pack for $lang already." );
		}
		if ( hash( 'sha256', substr( (string) file_get_contents( $file ), strlen( $first ) ) ) !== ( $own['sum'] ?? null ) ) {
			throw new UnexpectedValueException( 'It is not whole: compile it again.' );
		}

		/** @var array{lang: string, own: array{format: int, words: list<string>, letters: string, latin: bool, sum: string}} */
		return $head;
	}
}
