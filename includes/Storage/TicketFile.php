<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\TicketFile\Header;
use Amicable\HelpDesks\TicketFile\Options;

/** One file of tickets on its way in. */
final class TicketFile {

	public const UPLOADING = 'uploading';
	public const UPLOADED  = 'uploaded';
	public const CHECKING  = 'checking';
	public const CHECKED   = 'checked';
	public const IMPORTING = 'importing';
	public const DONE      = 'done';
	public const FAILED    = 'failed';

	/** Pieces of so many bytes, so that also hosts with narrow doors let them in. */
	public const PIECE = 262_144;

	/**
	 * @param string                       $state   One of the constants.
	 * @param array<array-key, mixed>|null $told    How to read it, as REST accepted it.
	 * @param list<string>                 $header  Names of its columns, once it was read.
	 * @param string                       $cursor  Phase and where that goes on, 'read:0:0:1:1'.
	 * @param array<string, int>|null      $counts  What became of its rows, once that is kept here.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $user_id,
		public readonly string $name,
		public readonly int $bytes,
		public readonly string $state,
		public readonly ?string $failure,
		public readonly ?array $told,
		public readonly array $header,
		public readonly string $cursor,
		public readonly int $done,
		public readonly int $total,
		public readonly ?array $counts,
		public readonly string $created_at,
		public readonly string $updated_at,
	) {
	}

	public function pieces(): int {
		return intdiv( $this->bytes + self::PIECE - 1, self::PIECE );
	}

	/** How many bytes one piece has; 0 for a piece there is none of. */
	public function bytes_of( int $piece ): int {
		return max( 0, min( self::PIECE, $this->bytes - $piece * self::PIECE ) );
	}

	public function options(): Options {
		return Options::from_array( $this->told ?? [] );
	}

	/** The names of its columns; read by `check()`. */
	public function columns(): Header {
		return Header::named( $this->header );
	}

	/** @return array{string, string} What is being done, and where it goes on. */
	public function position(): array {
		[ $phase, $place ] = explode( ':', "$this->cursor:", 2 );

		return [ $phase, rtrim( $place, ':' ) ];
	}
}
