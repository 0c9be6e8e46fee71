<?php
declare( strict_types=1 );

namespace Amicable\Language;

use JsonException;
use UnexpectedValueException;

/**
 * How much sentences look like what a label means, learned from tests/reading by `npm run filter`: weights of a byte each, those of one feature side by side.
 *
 * What a sentence weighs is a list: how many features it has, then the sum of their weights for each label. Such lists may be added.
 *
 * @phpstan-type Weight non-empty-array<int, int>
 */
final class LinearModel {

	private const FORMAT  = 2;
	private const NOTHING = 128;

	/** Words come again and again; so many are remembered. */
	private const REMEMBERED = 2000;

	/** @var array<string, string> What words weigh by themselves, packed: no word weighs more than two bytes hold. */
	private array $words = [];

	/** @var array<string, int> Which weight of a feature is a label's. */
	private readonly array $columns;

	/** @var Weight */
	private readonly array $none;

	/** @param array<string, array{bias: float, scale: float, spared: float|null, found: float|null}> $labels */
	private function __construct(
		private readonly string $language,
		private readonly int $buckets,
		private readonly array $labels,
		private readonly string $weights,
		private readonly int $from,
	) {
		$this->columns = array_flip( array_keys( $labels ) );
		$this->none    = array_fill( 0, count( $labels ) + 1, 0 );
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
		/** @var array{format?: int, lang: string, buckets: int, labels: array<string, array{bias: float, scale: float, spared: float|null, found: float|null}>}|scalar|null $head */
		$head = json_decode( substr( $bytes, 0, $from ), true, 4, JSON_THROW_ON_ERROR );
		if ( ! is_array( $head ) || ( $head['format'] ?? null ) !== self::FORMAT || strlen( $bytes ) !== $from + $head['buckets'] * count( $head['labels'] ) ) {
			throw new UnexpectedValueException( basename( $file ) . ' is not whole, or of another version.' );
		}

		return new self( $head['lang'], $head['buckets'], $head['labels'], $bytes, $from );
	}

	/** Whether a text has so little of a label that whoever found it was most likely wrong. */
	public function denies( Label $label, string $text ): bool {
		$least = $this->labels[ $label->value ]['spared'] ?? null;

		return $least !== null && $this->score( $label, ...$this->weights( $text ) ) < $least;
	}

	/**
	 * How far sentences go beyond what nearly no harmless ones reach; below nought they do not. Null: the label is not for this.
	 *
	 * @param Weight ...$weights
	 */
	public function excess( Label $label, array ...$weights ): ?float {
		$least = $this->labels[ $label->value ]['found'] ?? null;

		return $least === null ? null : (float) $this->score( $label, ...$weights ) - $least;
	}

	/**
	 * Null: nothing was learned about it.
	 *
	 * @param Weight ...$weights
	 */
	public function score( Label $label, array ...$weights ): ?float {
		$of = $this->labels[ $label->value ] ?? null;
		if ( $of === null ) {
			return null;
		}
		$column = $this->columns[ $label->value ] + 1;

		return ( $of['bias'] + array_sum( array_column( $weights, $column ) ) * $of['scale'] ) / sqrt( array_sum( array_column( $weights, 0 ) ) + 1 );
	}

	/** @return list<Weight> Of each sentence of a text. */
	public function weights( string $text ): array {
		return array_map( fn ( array $sentence ): array => $this->weight( $sentence[0] ), Surroundings::sentences( $text ) );
	}

	/** @return Weight */
	public function weight( string $sentence ): array {
		$words  = Features::words( $sentence );
		$weight = $this->sum( Features::of_neighbors( $words, $this->buckets ) );
		foreach ( $words as $word ) {
			/** @var array<int, int> $sums From 1 on. */
			$sums = (array) unpack( 's*', $this->word( $word ) );
			foreach ( $sums as $column => $sum ) {
				$weight[ $column - 1 ] += $sum;
			}
		}

		return $weight;
	}

	private function word( string $word ): string {
		if ( count( $this->words ) >= self::REMEMBERED && ! isset( $this->words[ $word ] ) ) {
			$this->words = [];
		}

		return $this->words[ $word ] ??= pack( 's*', ...$this->sum( Features::of_word( $word, $this->language, $this->buckets ) ) );
	}

	/**
	 * @param list<int> $features
	 * @return Weight
	 */
	private function sum( array $features ): array {
		$sums   = $this->none;
		$labels = count( $this->labels );
		foreach ( $features as $feature ) {
			$at = $this->from + $feature * $labels;
			for ( $column = 1; $column <= $labels; $column++ ) {
				$sums[ $column ] += ord( $this->weights[ $at++ ] );
			}
		}
		$sums[0] = count( $features );
		for ( $column = 1; $column <= $labels; $column++ ) {
			$sums[ $column ] -= self::NOTHING * $sums[0];
		}

		return $sums;
	}
}
