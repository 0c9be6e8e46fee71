<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/** How often cues stand in ordinary messages, as far as the sentences of a pack tell: its own examples and counter-examples. */
final class Rarity {

	/** Every cue costs something, however rare: the gate grows by it. */
	private const LEAST = 2.0;

	/** What one letter is taken for when the sentences are few, and how fast that falls with each more. */
	private const SHORT = 10.0;

	private readonly string $text;

	/** @var array<string, float> */
	private array $known = [];

	/** Of so many sentences one is enough to tell. */
	private const SAMPLE = 4;

	/** @param list<string> $sentences As the gate will meet them. */
	public function __construct( array $sentences ) {
		$this->text = implode( "\n", array_map( static fn ( array $some ): string => $some[0], array_chunk( $sentences, self::SAMPLE ) ) );
	}

	/** @param list<string> $cues Of which one is looked for. */
	public function cost( array $cues ): float {
		$cost = 0.0;
		foreach ( $cues as $cue ) {
			$cost += $this->known[ $cue ] ??= substr_count( $this->text, $cue ) + self::LEAST + self::SHORT / 3 ** strlen( $cue );
		}

		return $cost;
	}
}
