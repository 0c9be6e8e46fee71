<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\Patterns;

/** What many expressions of a pack have in common is written once: half the file, half the time to read it. */
final class Shared {

	/** Groups as long as this are worth a name of a few letters. */
	private const LEAST = 24;

	/** @var array<string, string> Names by what they stand for. */
	private readonly array $names;

	/** @param list<string> $regexes Of the whole pack. */
	public function __construct( array $regexes ) {
		$counts = [];
		foreach ( $regexes as $regex ) {
			if ( preg_match( Patterns::NAME, $regex ) === 1 || str_contains( $regex, ' ' ) ) {
				throw new PackError( "Spaces are written \\s, and {#…} is a name: $regex" );
			}
			foreach ( self::groups( $regex ) as $group ) {
				$counts[ $group ] = ( $counts[ $group ] ?? 0 ) + 1;
			}
		}
		$common = array_keys( array_filter( $counts, static fn ( int $count ): bool => $count > 1 ) );
		usort( $common, static fn ( string $a, string $b ): int => [ strlen( $b ), $a ] <=> [ strlen( $a ), $b ] );
		$this->names = array_combine( $common, array_map( static fn ( int $number ): string => "{#$number}", array_keys( $common ) ) );
	}

	/** @return list<string> By number; they name one another. */
	public function parts(): array {
		return array_map( fn ( string $group ): string => substr( $group, 0, 1 ) . $this->short( substr( $group, 1 ) ), array_keys( $this->names ) );
	}

	public function short( string $regex ): string {
		return str_replace( '\s', ' ', $this->names === [] ? $regex : strtr( $regex, $this->names ) );
	}

	/** @return list<string> Groups, and gaps between words. */
	private static function groups( string $regex ): array {
		preg_match_all( '/(?:\(\?!\\\\w\))?\[\^\.!\?\\\\n;?\]\{0,\d+\}\?(?:\(\?<!\\\\w\))?/', $regex, $gaps );
		$groups = $gaps[0];
		$open   = [];
		preg_match_all( '/\\\\.|\[\^?(?:\\\\.|[^\]\\\\])+\]|[()]/s', $regex, $found, PREG_OFFSET_CAPTURE );
		foreach ( $found[0] as [ $mark, $at ] ) {
			if ( $mark === '(' ) {
				$open[] = $at;
			} elseif ( $mark === ')' && $open !== [] ) {
				$groups[] = substr( $regex, $from = array_pop( $open ), $at + 1 - $from );
			}
		}

		return array_values( array_filter( $groups, static fn ( string $group ): bool => strlen( $group ) >= self::LEAST || in_array( $group, $gaps[0], true ) ) );
	}
}
