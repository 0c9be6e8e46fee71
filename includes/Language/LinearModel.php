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

	/** One byte each, and so many are read at once. */
	private const MOST_LABELS = 5;

	/** Words come again and again; so many are remembered. Sentences come again within a message. */
	private const WORDS     = 2000;
	private const SENTENCES = 16;

	/** Three sums are kept side by side in one number: of so many words they keep apart, for none weighs more than 15,360. */
	private const THIRD      = 21;
	private const SOME_WORDS = 60;

	/** Every other byte of a feature, and of how many features such bytes may be added up. */
	private const EVERY_OTHER   = 0x00FF00FF00FF;
	private const SOME_FEATURES = 256;

	/** @var array<int|string, int> By word: what it weighs by itself, the first three columns in one number. */
	private array $words = [];

	/** @var array<int|string, int> The other three. */
	private array $rest = [];

	/** @var array<int|string, Weight> */
	private array $sentences = [];

	/** @var array<string, int> Which weight of a feature is a label's. */
	private readonly array $columns;

	/** @param array<string, array{bias: float, scale: float, spared: float|null, found: float|null}> $labels */
	private function __construct(
		private readonly string $language,
		private readonly int $buckets,
		private readonly array $labels,
		private readonly string $weights,
		private readonly int $from,
	) {
		$this->columns = array_flip( array_keys( $labels ) );
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
		if ( ! is_array( $head ) || ( $head['format'] ?? null ) !== self::FORMAT || count( $head['labels'] ) > self::MOST_LABELS || strlen( $bytes ) !== $from + $head['buckets'] * count( $head['labels'] ) ) {
			throw new UnexpectedValueException( basename( $file ) . ' is not whole, or of another version.' );
		}

		return new self( $head['lang'], $head['buckets'], $head['labels'], $bytes . "\0\0\0\0\0\0\0", $from );
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
		$sum    = 0;
		$count  = 1;
		foreach ( $weights as $weight ) {
			$sum   += $weight[ $column ];
			$count += $weight[0];
		}

		return ( $of['bias'] + $sum * $of['scale'] ) / sqrt( $count );
	}

	/** @return list<Weight> Of each sentence of a text. */
	public function weights( string $text ): array {
		return array_map( fn ( array $sentence ): array => $this->weight( $sentence[0] ), Surroundings::sentences( $text ) );
	}

	/** @return Weight */
	public function weight( string $sentence ): array {
		if ( ! isset( $this->sentences[ $sentence ] ) ) {
			$this->sentences              = count( $this->sentences ) < self::SENTENCES ? $this->sentences : [];
			$this->sentences[ $sentence ] = $this->weighed( Features::words( $sentence ) );
		}

		return $this->sentences[ $sentence ];
	}

	/**
	 * @param list<string> $words
	 * @return Weight
	 */
	private function weighed( array $words ): array {
		$sums = $this->sums( Features::of_neighbors( $words, $this->buckets ) );
		foreach ( array_chunk( $words, self::SOME_WORDS ) as $some ) {
			$first = 0;
			$rest  = 0;
			foreach ( $some as $word ) {
				if ( ! isset( $this->words[ $word ] ) ) {
					$this->learn( $word );
				}
				$first += $this->words[ $word ];
				$rest  += $this->rest[ $word ];
			}
			foreach ( [ ...self::apart( $first ), ...self::apart( $rest ) ] as $column => $sum ) {
				$sums[ $column ] += $sum;
			}
		}

		return array_slice( $sums, 0, count( $this->labels ) + 1 );
	}

	private function learn( string $word ): void {
		if ( count( $this->words ) >= self::WORDS ) {
			$this->words = $this->rest = [];
		}
		$sums                 = $this->sums( Features::of_word( $word, $this->language, $this->buckets ) );
		$this->words[ $word ] = $sums[0] + ( $sums[1] << self::THIRD ) + ( $sums[2] << 2 * self::THIRD );
		$this->rest[ $word ]  = $sums[3] + ( $sums[4] << self::THIRD ) + ( $sums[5] << 2 * self::THIRD );
	}

	/** @return array{int, int, int} */
	private static function apart( int $sums ): array {
		$half = 1 << self::THIRD - 1;
		$all  = [];
		foreach ( [ 0, 1, 2 ] as $at ) {
			$all[ $at ] = ( ( $sums + $half ) & ( 1 << self::THIRD ) - 1 ) - $half;
			$sums       = ( $sums - $all[ $at ] ) >> self::THIRD;
		}

		return $all;
	}

	/**
	 * @param list<int> $features
	 * @return array{int, int, int, int, int, int} How many they are, then the sum of each label's weights; noughts for labels that there are not.
	 */
	private function sums( array $features ): array {
		$count  = count( $features );
		$labels = count( $this->labels );
		$sums   = [ $count, 0, 0, 0, 0, 0 ];
		foreach ( array_chunk( $features, self::SOME_FEATURES ) as $some ) {
			$even = 0;
			$odd  = 0;
			foreach ( $some as $feature ) {
				/** @var array{1: int} $read Eight bytes, of which the first count. */
				$read    = unpack( 'P', $this->weights, $this->from + $feature * $labels );
				$weights = $read[1];
				$even   += $weights & self::EVERY_OTHER;
				$odd    += $weights >> 8 & self::EVERY_OTHER;
			}
			foreach ( [ $even, $odd, $even >> 16, $odd >> 16, $even >> 32 ] as $column => $sum ) {
				$sums[ $column + 1 ] += $sum & 0xFFFF;
			}
		}
		for ( $column = 1; $column <= self::MOST_LABELS; $column++ ) {
			$sums[ $column ] = $column <= $labels ? $sums[ $column ] - self::NOTHING * $count : 0;
		}

		return $sums;
	}
}
