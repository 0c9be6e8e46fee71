<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/**
 * Sorts the branches of alternations by their first letter, so that few of them are tried at each place.
 *
 * Where all letters begin with the same byte, as in Korean, the engine cannot do this itself.
 * What matches stays the same: branches with different first letters never compete.
 */
final class Branches {

	private const FEW = 5;

	public function sorted( string $regex ): string {
		return $this->joined( array_map( $this->inside( ... ), $this->split( $regex ) ) );
	}

	/** The groups inside one branch. */
	private function inside( string $branch ): string {
		$sorted = '';
		for ( $at = 0, $end = strlen( $branch ); $at < $end; ) {
			$length = $this->item( $branch, $at );
			$item   = substr( $branch, $at, $length );
			$at    += $length;
			if ( preg_match( '/^\(\?[:=!]/', $item ) === 1 ) {
				$item = $this->ahead( $item, substr( $branch, $at, 1 ) ) . substr( $item, 0, 3 ) . $this->sorted( substr( $item, 3, -1 ) ) . ')';
			}
			$sorted .= $item;
		}

		return $sorted;
	}

	/** A look at the next letter before groups within a group, which would otherwise be entered one by one at every place of a gap. */
	private function ahead( string $group, string $next ): string {
		if ( ! str_starts_with( $group, '(?:' ) || in_array( $next, [ '?', '{' ], true ) || preg_match( '/[:|]\(\?:/', $group ) !== 1 ) {
			return '';
		}
		$letters = $this->firsts( $group );
		if ( $letters === null || count( $letters ) <= self::FEW ) {
			return '';
		}
		sort( $letters, SORT_STRING );

		return '(?=[' . implode( '', $letters ) . '])';
	}

	/** @return list<string>|null The letters with which a branch may begin; null: no telling. */
	private function firsts( string $branch ): ?array {
		$length = $branch === '' ? 0 : $this->item( $branch, 0 );
		$item   = substr( $branch, 0, $length );
		if ( preg_match( '/^[?*+{]/', substr( $branch, $length ) ) === 1 ) {
			return null;
		}
		if ( preg_match( '/^\(\?(?:<?[=!])/', $item ) === 1 ) {
			return $this->firsts( substr( $branch, $length ) );
		}
		if ( ! str_starts_with( $item, '(?:' ) ) {
			return preg_match( '/^(?:[a-zA-Z0-9]|[^\x00-\x7F])$/u', $item ) === 1 ? [ $item ] : null;
		}
		$letters = [];
		foreach ( $this->split( substr( $item, 3, -1 ) ) as $inner ) {
			$more = $this->firsts( $inner );
			if ( $more === null ) {
				return null;
			}
			$letters = [ ...$letters, ...$more ];
		}

		return array_values( array_unique( $letters ) );
	}

	/** @return list<string> */
	private function split( string $regex ): array {
		$branches = [ '' ];
		for ( $at = 0, $end = strlen( $regex ); $at < $end; ) {
			$length = $this->item( $regex, $at );
			$item   = substr( $regex, $at, $length );
			$at    += $length;
			if ( $item === '|' ) {
				$branches[] = '';
			} else {
				$branches[ count( $branches ) - 1 ] .= $item;
			}
		}

		return $branches;
	}

	/** How long the letter, escape, set or group is that begins here. */
	private function item( string $regex, int $at ): int {
		$length = match ( $regex[ $at ] ) {
			'\\' => preg_match( '/\G\\\\(?:x\{[^}]*\}|.)/su', $regex, $found, 0, $at ) === 1 ? strlen( $found[0] ) : 0,
			'[' => preg_match( '/\G\[\^?(?:\\\\.|[^\]\\\\])+\]/s', $regex, $found, 0, $at ) === 1 ? strlen( $found[0] ) : 0,
			'(' => $this->group( $regex, $at ),
			default => preg_match( '/\G./su', $regex, $found, 0, $at ) === 1 ? strlen( $found[0] ) : 0,
		};

		return $length > 0 ? $length : throw new PackError( 'Cannot be read: ' . substr( $regex, $at, 40 ) );
	}

	private function group( string $regex, int $at ): int {
		$inside = $at + 1;
		while ( ( $regex[ $inside ] ?? ')' ) !== ')' ) {
			$inside += $this->item( $regex, $inside );
		}

		return $inside + 1 - $at;
	}

	/** @param list<string> $branches */
	private function joined( array $branches ): string {
		if ( count( $branches ) <= self::FEW ) {
			return implode( '|', $branches );
		}
		$others  = [];
		$letters = [];
		foreach ( $branches as $branch ) {
			if ( preg_match( '/^([a-z0-9]|[^\x00-\x7F])(?![?*+{])(.*)$/su', $branch, $found ) === 1 ) {
				$letters[ mb_ord( $found[1], 'UTF-8' ) ][] = $found[2];
			} else {
				$others[] = $branch;
			}
		}
		ksort( $letters );
		$sorted = [];
		foreach ( $letters as $code => $rests ) {
			$sorted[ $code ] = mb_chr( $code, 'UTF-8' ) . ( count( $rests ) === 1 ? $rests[0] : '(?:' . $this->joined( $rests ) . ')' );
		}

		return implode( '|', [ ...( $sorted === [] ? [] : [ $this->halved( $sorted ) ] ), ...$others ] );
	}

	/** @param array<int, string> $sorted Branches by the code of their first letter, ascending. */
	private function halved( array $sorted ): string {
		if ( count( $sorted ) <= self::FEW ) {
			return implode( '|', $sorted );
		}
		$parts = [];
		foreach ( array_chunk( $sorted, max( self::FEW - 1, (int) ceil( count( $sorted ) / 4 ) ), true ) as $part ) {
			$parts[] = sprintf( '(?=[%s-%s])(?:%s)', mb_chr( array_key_first( $part ), 'UTF-8' ), mb_chr( array_key_last( $part ), 'UTF-8' ), $this->halved( $part ) );
		}

		return implode( '|', $parts );
	}
}
