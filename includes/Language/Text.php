<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * A text that remembers what it was made from.
 *
 * Each change keeps the places where the two texts stop running side by side, so that
 * any stretch of the changed text can be shown in the words that were really written.
 */
final class Text {

	/**
	 * @param list<int> $starts Where a replacement begins here, ascending.
	 * @param list<int> $ends   Where it ends here.
	 * @param list<int> $from   Where the replaced stretch began in the source.
	 * @param list<int> $to     Where it ended there.
	 */
	private function __construct(
		public readonly string $bytes,
		private readonly ?self $source = null,
		private readonly array $starts = [],
		private readonly array $ends = [],
		private readonly array $from = [],
		private readonly array $to = [],
	) {
	}

	public static function of( string $bytes ): self {
		return new self( $bytes );
	}

	/** The same places under other bytes, for changes that move nothing. */
	public function same_length( string $bytes ): self {
		assert( strlen( $bytes ) === strlen( $this->bytes ) );

		return $bytes === $this->bytes ? $this : new self( $bytes, $this );
	}

	/**
	 * Every match replaced by what `$by` makes of it; null leaves it alone.
	 *
	 * @param callable(string, int): ?string $by Gets the match and its offset.
	 */
	public function replaced( string $regex, callable $by ): self {
		$edits = [];
		foreach ( Regex::all( $regex, $this->bytes ) as [ $match, $offset ] ) {
			$new = $by( $match, $offset );
			if ( $new !== null && $new !== $match ) {
				$edits[] = [ $offset, strlen( $match ), $new ];
			}
		}

		return $edits === [] ? $this : $this->edited( $edits );
	}

	/** @param non-empty-list<array{int, int, string}> $edits Offset, length, replacement; ascending, apart. */
	public function edited( array $edits ): self {
		$bytes  = '';
		$done   = 0;
		$starts = [];
		$ends   = [];
		$from   = [];
		$to     = [];
		foreach ( $edits as [ $offset, $length, $new ] ) {
			$bytes   .= substr( $this->bytes, $done, $offset - $done );
			$starts[] = strlen( $bytes );
			$bytes   .= $new;
			$ends[]   = strlen( $bytes );
			$from[]   = $offset;
			$done     = $offset + $length;
			$to[]     = $done;
		}

		return new self( $bytes . substr( $this->bytes, $done ), $this, $starts, $ends, $from, $to );
	}

	/**
	 * Where a stretch stands in the text that all began with.
	 *
	 * @return array{int, int}
	 */
	public function origin( int $start, int $end ): array {
		if ( $this->source === null ) {
			return [ $start, $end ];
		}

		return $this->source->origin( $this->start_in_source( $start ), $this->end_in_source( $end ) );
	}

	private function start_in_source( int $offset ): int {
		$edit = $this->last_before( $offset + 1 );
		if ( $edit < 0 ) {
			return $offset;
		}

		return $offset < $this->ends[ $edit ] ? $this->from[ $edit ] : $this->to[ $edit ] + $offset - $this->ends[ $edit ];
	}

	private function end_in_source( int $offset ): int {
		$edit = $this->last_before( $offset );
		if ( $edit < 0 ) {
			return $offset;
		}

		return $offset < $this->ends[ $edit ] ? $this->to[ $edit ] : $this->to[ $edit ] + $offset - $this->ends[ $edit ];
	}

	/** The last replacement that begins before an offset; -1: none. */
	private function last_before( int $offset ): int {
		$low  = 0;
		$high = count( $this->starts );
		while ( $low < $high ) {
			$middle = ( $low + $high ) >> 1;
			if ( $this->starts[ $middle ] < $offset ) {
				$low = $middle + 1;
			} else {
				$high = $middle;
			}
		}

		return $low - 1;
	}
}
