<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\Storage\Database;
use Amicable\Storage\FileCounts;
use Amicable\Storage\FilePieces;
use Amicable\Storage\FileRows;
use Amicable\Storage\TicketFile;
use Amicable\Storage\TicketFiles;

/**
 * Carries a file on, a slice at a time. The open page and the jobs may both do so: a lease lets one of them at it, and what was done is
 * written down together with how far it got.
 */
final class FileDriver {

	private const LEASE_SECONDS = 90;

	public function __construct(
		private readonly Database $database,
		private readonly TicketFiles $files,
		private readonly FilePieces $pieces,
		private readonly FileRows $rows,
		private readonly FileCounts $counts,
		private readonly ReadRows $read,
		private readonly JudgeTickets $judge,
		private readonly WriteTickets $write,
	) {
	}

	/** From what would happen to its happening; once, however often it is asked for. */
	public function begin( TicketFile $file ): void {
		$counts = $this->counts->of( $file->id );
		if ( $file->state === TicketFile::CHECKED && $this->files->import( $file->id, $counts['created'] + $counts['updated'] + $counts['unchanged'] ) ) {
			$this->pieces->drop( $file->id );
		}
	}

	/**
	 * Works for so long on a file that is being checked, or imported.
	 *
	 * @return bool Whether something is left to do.
	 */
	public function drive( int $id, string $state, float $seconds ): bool {
		$token = $this->files->claim( $id, $state, self::LEASE_SECONDS );
		if ( $token === null ) {
			return in_array( $this->files->find( $id )?->state, [ TicketFile::CHECKING, TicketFile::IMPORTING ], true );
		}
		$until = microtime( true ) + $seconds;
		try {
			do {
				$more = $this->step( $id, $token );
			} while ( $more && microtime( true ) < $until );
		} catch ( Taken ) {
			$more = true;
		} catch ( FileRefused $refusal ) {
			$this->files->refuse( $id, $refusal->getMessage() );
			$more = false;
		} finally {
			$this->files->put_back( $id, $token );
		}

		return $more;
	}

	private function step( int $id, string $token ): bool {
		$file = $this->files->find( $id ) ?? throw new Taken();
		[ $name, $place ] = $file->position();
		$phase = match ( $name ) {
			'read'  => $this->read,
			'judge' => $this->judge,
			default => $this->write,
		};
		$slice = $phase->slice( $file, $place );

		return $this->database->atomically( fn (): bool => $this->keep( $file, $token, $name, $slice ) );
	}

	private function keep( TicketFile $file, string $token, string $phase, Slice $slice ): bool {
		( $slice->keep )();
		$total    = $file->total;
		$is_ours  = match ( true ) {
			$slice->next !== null => $this->files->advance( $file->id, $token, "$phase:$slice->next", $slice->done, $total, self::LEASE_SECONDS ),
			$phase === 'read'     => $this->files->advance( $file->id, $token, 'judge:', 0, $this->counts->waiting( $file->id ), self::LEASE_SECONDS ),
			$phase === 'judge'    => $this->files->settle( $file->id, $token, TicketFile::CHECKED, null ),
			default               => $this->finish( $file, $token ),
		};
		if ( ! $is_ours ) {
			throw new Taken();
		}

		return $slice->next !== null || $phase === 'read';
	}

	private function finish( TicketFile $file, string $token ): bool {
		$counts = $this->counts->of( $file->id );
		$this->rows->drop_taken( $file->id );

		return $this->files->settle( $file->id, $token, TicketFile::DONE, $counts );
	}
}
