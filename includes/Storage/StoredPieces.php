<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\TicketFile\Pieces;

/** One file's pieces, each read once while it is needed. */
final class StoredPieces implements Pieces {

	/** @var array<int, string|null> The last two. */
	private array $read = [];

	public function __construct(
		private readonly FilePieces $pieces,
		private readonly int $file_id,
	) {
	}

	public function piece( int $number ): ?string {
		if ( ! array_key_exists( $number, $this->read ) ) {
			$this->read            = array_slice( $this->read, -1, null, true );
			$this->read[ $number ] = $this->pieces->bytes( $this->file_id, $number );
		}

		return $this->read[ $number ];
	}
}
