<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What letters become. Those whose bytes begin alike share a line, which is taken apart when one of them is met: most messages need one line or two. */
final class LetterTable {

	private const FILE = __DIR__ . '/packs/letters.txt';

	/** @var array<int|string, string> Letters that are met. */
	private array $known = [];

	/** @param array<string, string> $lines By the bytes with which their letters begin: letter, what it becomes, letter… */
	public function __construct( private array $lines ) {
	}

	/** @return array{plain: self, folded: self} */
	public static function shipped(): array {
		$file   = new \SplFileObject( self::FILE );
		$tables = [];
		foreach ( explode( "\n", rtrim( (string) $file->fread( (int) $file->getSize() ), "\n" ) ) as $line ) {
			[ $table, $first, $others ] = explode( "\t", $line, 3 );
			$tables[ $table ][ self::begin( $first ) ] = "$first\t$others";
		}

		return [ 'plain' => new self( $tables['plain'] ?? [] ), 'folded' => new self( $tables['folded'] ?? [] ) ];
	}

	/**
	 * The lines of a table, as they are kept.
	 *
	 * @param array<string, string> $letters What each becomes.
	 */
	public static function lines( string $table, array $letters ): string {
		$lines = [];
		foreach ( $letters as $letter => $becomes ) {
			$lines[ self::begin( $letter ) ] = ( $lines[ self::begin( $letter ) ] ?? $table ) . "\t$letter\t$becomes";
		}

		return implode( '', array_map( static fn ( string $line ): string => "$line\n", $lines ) );
	}

	/** Null: it stays what it is. */
	public function of( string $letter ): ?string {
		return $this->known[ $letter ] ?? ( isset( $this->lines[ self::begin( $letter ) ] ) ? $this->met( $letter ) : null );
	}

	private function met( string $letter ): ?string {
		$begin = self::begin( $letter );
		$parts = explode( "\t", $this->lines[ $begin ] );
		for ( $at = 0, $end = count( $parts ) - 1; $at < $end; $at += 2 ) {
			$this->known[ $parts[ $at ] ] = $parts[ $at + 1 ];
		}
		unset( $this->lines[ $begin ] );

		return $this->known[ $letter ] ?? null;
	}

	private static function begin( string $letter ): string {
		return substr( $letter, 0, -1 );
	}
}
