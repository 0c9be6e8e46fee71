<?php
declare( strict_types=1 );

namespace Amicable\Bench;

use Amicable\Language\Hangul;
use Amicable\Language\Text;
use RuntimeException;

/** A Hunspell dictionary as a list of all the words it accepts: each stem, and each with every suffix. */
final class Hunspell {

	/** Endings that begin alike tell the same about the stem before them: Korean has hundreds of thousands. */
	private const SYLLABLES = '/^(?:[\x{1100}-\x{1112}]?[\x{1161}-\x{1175}][\x{11A8}-\x{11C2}]?|[\x{11A8}-\x{11C2}]|[가-힣]){3}/u';
	private const OPEN      = '/[\x{1100}-\x{1112}]$/u';

	private readonly Hangul $hangul;

	private string $letter = 'short';

	/** @var list<list<string>> Flags by alias number less one. */
	private array $aliases = [];

	/** @var array<string, array<string, array<string, array<string, string>>>> Flag, condition, stripped: added. */
	private array $suffixes = [];

	/** @var array<string, array<string, list<string>>> What fits a flag and an ending. */
	private array $fitting = [];

	/** @var array<string, string> Endings with their letters put together. */
	private array $syllables = [];

	/** @param string $words The .dic file; its .aff file lies beside it. */
	public function __construct( private readonly string $words ) {
		$this->hangul = new Hangul();
		foreach ( self::lines( substr( $words, 0, -3 ) . 'aff' ) as $line ) {
			$this->rule( explode( ' ', (string) preg_replace( '/\s+/', ' ', $line ) ) );
		}
	}

	/** @return iterable<string> */
	public function forms(): iterable {
		foreach ( self::lines( $this->words ) as $number => $line ) {
			if ( $number === 0 && ctype_digit( $line ) ) {
				continue;
			}
			[ $stem, $flags ] = [ ...explode( '/', (string) strtok( $line, "\t " ), 2 ), '' ];
			yield $this->whole( $stem );
			yield from $this->suffixed( $stem, $this->flags( $flags ) );
		}
	}

	/**
	 * @param list<string> $flags
	 * @return iterable<string>
	 */
	private function suffixed( string $stem, array $flags ): iterable {
		foreach ( $flags as $flag ) {
			foreach ( $this->fitting( $flag, $stem ) as $strip => $endings ) {
				[ $left, $letter ] = $this->cut( substr( $stem, 0, strlen( $stem ) - strlen( (string) $strip ) ) );
				foreach ( $endings as $add ) {
					yield $left . ( $this->syllables[ $letter . $add ] ??= $this->whole( $letter . $add ) );
				}
			}
		}
	}

	/**
	 * A stem can end in the middle of a syllable; its last letter then belongs to the ending.
	 *
	 * @return array{string, string}
	 */
	private function cut( string $stem ): array {
		$letter = preg_match( self::OPEN, $stem, $found ) === 1 ? $found[0] : '';

		return [ $this->whole( substr( $stem, 0, strlen( $stem ) - strlen( $letter ) ) ), $letter ];
	}

	/** @return array<string, list<string>> By what is stripped. */
	private function fitting( string $flag, string $stem ): array {
		$key = $flag . ' ' . substr( $stem, -15 );

		return $this->fitting[ $key ] ??= $this->that_fit( $flag, $stem );
	}

	/** @return array<string, list<string>> */
	private function that_fit( string $flag, string $stem ): array {
		$fitting = [];
		foreach ( $this->suffixes[ $flag ] ?? [] as $condition => $endings ) {
			if ( preg_match( "/(?:$condition)$/u", $stem ) !== 1 ) {
				continue;
			}
			foreach ( $endings as $strip => $added ) {
				$fitting[ $strip ] = [ ...( $fitting[ $strip ] ?? [] ), ...array_values( $added ) ];
			}
		}

		return $fitting;
	}

	/** @param list<string> $parts */
	private function rule( array $parts ): void {
		if ( $parts[0] === 'FLAG' ) {
			$this->letter = $parts[1];
		} elseif ( $parts[0] === 'AF' && ! ctype_digit( $parts[1] ) || $parts[0] === 'AF' && $this->aliases !== [] ) {
			$this->aliases[] = $this->split( $parts[1] );
		} elseif ( $parts[0] === 'AF' ) {
			$this->aliases = [ [] ];
		} elseif ( $parts[0] === 'SFX' && isset( $parts[4] ) ) {
			$strip = $parts[2] === '0' ? '' : $parts[2];
			$add   = $this->shortened( explode( '/', $parts[3] )[0] );
			$this->suffixes[ $parts[1] ][ $parts[4] ][ $strip ][ $add ] = $add;
		}
	}

	/** @return list<string> */
	private function flags( string $flags ): array {
		return $this->aliases !== [] && ctype_digit( $flags ) ? $this->aliases[ (int) $flags ] : $this->split( $flags );
	}

	/** @return list<string> */
	private function split( string $flags ): array {
		return match ( true ) {
			$flags === '' => [],
			$this->letter === 'num' => explode( ',', $flags ),
			$this->letter === 'long' => str_split( $flags, 2 ),
			default => mb_str_split( $flags, 1, 'UTF-8' ),
		};
	}

	private function shortened( string $add ): string {
		$add = $add === '0' ? '' : $add;

		return preg_match( self::SYLLABLES, $add, $found ) === 1 ? $found[0] : $add;
	}

	/** Korean dictionaries keep the letters of a syllable apart. */
	private function whole( string $text ): string {
		return $this->hangul->joined( Text::of( $text ) )->bytes;
	}

	/** @return iterable<int, string> */
	private static function lines( string $file ): iterable {
		$lines = fopen( $file, 'rb' );
		if ( $lines === false ) {
			throw new RuntimeException( "$file cannot be read." );
		}
		for ( $number = 0; ( $line = fgets( $lines ) ) !== false; $number++ ) {
			if ( trim( $line ) !== '' && $line[0] !== '#' ) {
				yield $number => trim( $line );
			}
		}
	}
}
