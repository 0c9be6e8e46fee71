<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/** Many words as one regular expression that shares their beginnings. Works on bytes, takes the longest. */
final class Trie {

	/** @var array<int|string, mixed> */
	private array $root = [];

	/** @param list<string> $words */
	public function __construct( array $words ) {
		foreach ( $words as $word ) {
			$this->root = $this->with( $this->root, $word );
		}
	}

	public function regex(): string {
		return $this->branch( $this->root );
	}

	/**
	 * @param array<int|string, mixed> $node
	 * @return array<int|string, mixed>
	 */
	private function with( array $node, string $word ): array {
		if ( $word === '' ) {
			$node['end'] = true;
			return $node;
		}
		$byte          = ord( $word );
		$child         = $node[ $byte ] ?? [];
		$node[ $byte ] = $this->with( is_array( $child ) ? $child : [], substr( $word, 1 ) );

		return $node;
	}

	/** @param array<int|string, mixed> $node */
	private function branch( array $node ): string {
		$branches = [];
		foreach ( $node as $byte => $child ) {
			if ( is_int( $byte ) && is_array( $child ) ) {
				$branches[] = $this->quoted( $byte ) . $this->branch( $child );
			}
		}
		if ( $branches === [] ) {
			return '';
		}
		$ends  = isset( $node['end'] );
		$regex = count( $branches ) === 1 && ! $ends ? $branches[0] : '(?:' . implode( '|', $branches ) . ')';

		return $ends ? $regex . '?' : $regex;
	}

	private function quoted( int $byte ): string {
		return $byte >= 0x80 || $byte < 0x20 ? sprintf( '\x%02x', $byte ) : preg_quote( chr( $byte ), '/' );
	}
}
