<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\Stretch;

/** How far a pattern can see: the longest that it can match or look at. Long texts are searched in parts that overlap by that much, so there is a bound. */
final class Reach {

	private const ITEM = '/\G(?:(?:[a-z0-9]|[\xE0-\xEF][\x80-\xBF]{2})+(?![?{])|\\\\(?:x\{[^}]*\}|.)|\[\^?(?:\\\\.|[^\]\\\\])+\]|\(\?(?::|=|!|<=|<!)|[\xC0-\xFF][\x80-\xBF]*|.)/s';

	private const TIMES = '/\G(?:\?|\{(?:\d+,)?(\d+)\})[?+]?/';

	private const EMPTY = [ '^', '$', '\b', '\B', '\A', '\z', '\Z' ];

	private int $at = 0;

	/** The farthest look back. */
	private int $back = 0;

	private function __construct( private readonly string $pattern ) {
	}

	/** @param int $bytes That a letter may have. */
	public static function check( string $pattern, int $bytes ): void {
		$reach           = new self( $pattern );
		[ $long, $look ] = $reach->either();
		if ( max( $long, $look ) * $bytes >= Stretch::REACH || $reach->back * $bytes >= Stretch::BEFORE ) {
			throw new PackError( sprintf( 'This can go on for %d letters and looks %d back: at most %d and %d, so that a long message can be read in parts: %s', max( $long, $look ), $reach->back, intdiv( Stretch::REACH - 1, $bytes ), intdiv( Stretch::BEFORE - 1, $bytes ), $pattern ) );
		}
	}

	/** @return array{int, int} The longest match, and the farthest place that is looked at. */
	private function either(): array {
		$most = $this->chain();
		while ( substr( $this->pattern, $this->at, 1 ) === '|' ) {
			++$this->at;
			$next = $this->chain();
			$most = [ max( $most[0], $next[0] ), max( $most[1], $next[1] ) ];
		}

		return $most;
	}

	/** @return array{int, int} */
	private function chain(): array {
		$long = 0;
		$look = 0;
		while ( ! in_array( substr( $this->pattern, $this->at, 1 ), [ '', '|', ')' ], true ) ) {
			[ $length, $beside ] = $this->item();
			$times               = $this->taken( self::TIMES, $found ) ? (int) ( $found[1] ?? 1 ) : 1;
			$long               += $length * $times;
			$look                = max( $look, $long + $beside );
		}

		return [ $long, $look ];
	}

	/** @return array{int, int} How long it is, and how much farther it looks. */
	private function item(): array {
		$this->taken( self::ITEM, $found );
		$item = $found[0] ?? throw new PackError( "This cannot be read: $this->pattern" );
		if ( ! str_starts_with( $item, '(' ) ) {
			return [ in_array( $item, self::EMPTY, true ) ? 0 : ( $item[0] === '\\' || $item[0] === '[' ? 1 : mb_strlen( $item, 'UTF-8' ) ), 0 ];
		}
		[ $long, $look ] = $this->either();
		++$this->at;
		if ( str_starts_with( $item, '(?<' ) ) {
			$this->back = max( $this->back, $long );
			return [ 0, 0 ];
		}

		return $item === '(?:' ? [ $long, max( 0, $look - $long ) ] : [ 0, max( $long, $look ) ];
	}

	/**
	 * @param array<string>|null $found
	 * @param-out array<string> $found
	 */
	private function taken( string $regex, ?array &$found ): bool {
		$taken     = preg_match( $regex, $this->pattern, $found, 0, $this->at ) === 1;
		$this->at += $taken ? strlen( $found[0] ) : 0;

		return $taken;
	}
}
