<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * A part of a text that is searched by itself, with a little before it to look back at.
 *
 * What goes on without the end of a sentence is searched in parts that overlap by as much as a match can be long, cut before a word that is chosen by what stands there:
 * in what somebody repeats, the parts are then the same, and are searched once.
 */
final class Stretch {

	/** No rule's match, and what it looks at beside it, is longer; the compiler sees to that. In bytes. */
	public const REACH = 800;

	/** No rule looks farther back. */
	public const BEFORE = 64;

	private const LONG = 2600;
	private const STEP = 1000;

	/** Where the word is looked for before which a part ends. */
	private const ZONE = 240;

	private ?string $text = null;

	private ?int $base = null;

	/** @param int $limit Where a match must have begun: what begins later is found in the next part. */
	private function __construct(
		private readonly string $whole,
		public readonly int $from,
		private readonly int $end,
		public readonly int $limit,
	) {
	}

	/** What is looked for cues in. */
	public function own(): string {
		return substr( $this->whole, $this->from, $this->end - $this->from );
	}

	/** With a little before it. */
	public function text(): string {
		return $this->text ??= substr( $this->whole, $this->base(), $this->end - $this->base() );
	}

	/** Where that begins. */
	public function base(): int {
		return $this->base ??= self::letter( $this->whole, max( 0, $this->from - self::BEFORE ) );
	}

	/** @return list<self> One, as a rule. */
	public static function all( string $text, int $from, int $end ): array {
		$all = [];
		while ( $end - $from > self::LONG ) {
			$limit = self::word( $text, $from + self::STEP );
			$all[] = new self( $text, $from, self::letter( $text, $limit + self::REACH ), $limit );
			$from  = $limit;
		}
		$all[] = new self( $text, $from, $end, PHP_INT_MAX );

		return $all;
	}

	/** The beginning of the word that comes first in the alphabet, of those that stand here. */
	private static function word( string $text, int $at ): int {
		$zone  = substr( $text, $at, self::ZONE );
		$words = array_filter( array_slice( explode( ' ', $zone ), 1, -1 ), static fn ( string $word ): bool => $word !== '' );

		return $words === [] ? self::letter( $text, $at ) : $at + 1 + (int) strpos( $zone, ' ' . min( $words ) . ' ' );
	}

	/** Here, or where the letter ends in whose midst this is. */
	private static function letter( string $text, int $at ): int {
		while ( isset( $text[ $at ] ) && ( ord( $text[ $at ] ) & 0xC0 ) === 0x80 ) {
			++$at;
		}

		return $at;
	}
}
