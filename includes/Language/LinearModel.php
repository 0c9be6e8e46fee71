<?php
declare( strict_types=1 );

namespace Amicable\Language;

use JsonException;
use UnexpectedValueException;

/** How much a text looks like what a label means, learned from tests/reading by `npm run filter`: weights of a byte each, by label. */
final class LinearModel {

	private const FORMAT  = 1;
	private const NOTHING = 128;

	/** @var array<string, int> Where the weights of a label begin. */
	private readonly array $places;

	/** @param array<string, array{bias: float, scale: float, threshold: float}> $labels */
	private function __construct(
		private readonly string $language,
		private readonly int $buckets,
		private readonly array $labels,
		private readonly string $weights,
		int $from,
	) {
		$places = [];
		foreach ( array_keys( $labels ) as $label ) {
			$places[ $label ] = $from;
			$from            += $buckets;
		}
		$this->places = $places;
	}

	/**
	 * @throws JsonException If the file is broken.
	 * @throws UnexpectedValueException If it is not whole, or of another format.
	 */
	public static function read_from( string $file ): self {
		$bytes = is_file( $file ) ? file_get_contents( $file ) : false;
		if ( $bytes === false ) {
			throw new UnexpectedValueException( basename( $file ) . ' cannot be read.' );
		}
		$from = strcspn( $bytes, "\n" ) + 1;
		/** @var array{format?: int, lang: string, buckets: int, labels: array<string, array{bias: float, scale: float, threshold: float}>}|scalar|null $head */
		$head = json_decode( substr( $bytes, 0, $from ), true, 4, JSON_THROW_ON_ERROR );
		if ( ! is_array( $head ) || ( $head['format'] ?? null ) !== self::FORMAT || strlen( $bytes ) !== $from + $head['buckets'] * count( $head['labels'] ) ) {
			throw new UnexpectedValueException( basename( $file ) . ' is not whole, or of another version.' );
		}

		return new self( $head['lang'], $head['buckets'], $head['labels'], $bytes, $from );
	}

	/** Whether a text has so little of a label that whoever found it was most likely wrong. */
	public function denies( Label $label, string $text ): bool {
		$score = $this->score( $label, $text );

		return $score !== null && $score < $this->labels[ $label->value ]['threshold'];
	}

	/** Null: nothing was learned about it. */
	public function score( Label $label, string $text ): ?float {
		$of = $this->labels[ $label->value ] ?? null;
		if ( $of === null ) {
			return null;
		}
		$features = Features::of( $text, $this->language, $this->buckets );
		$from     = $this->places[ $label->value ];
		$sum      = 0;
		foreach ( $features as $feature ) {
			$sum += ord( $this->weights[ $from + $feature ] ) - self::NOTHING;
		}

		return ( $of['bias'] + $sum * $of['scale'] ) / sqrt( count( $features ) + 1 );
	}
}
