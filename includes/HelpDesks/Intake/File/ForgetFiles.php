<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Storage\TicketFiles;

/** Drops what is left of imported files after thirty days, and of files that nobody imported after seven. */
final class ForgetFiles implements Daily {

	private const SLICE = 20;

	public function __construct(
		private readonly TicketFiles $files,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'forget_ticket_files';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$now   = $this->clock->now();
		$stale = $this->files->stale( $now->modify( '-30 days' ), $now->modify( '-7 days' ), self::SLICE );
		foreach ( $stale as $id ) {
			$this->files->delete( $id );
		}

		return count( $stale ) === self::SLICE ? 1 : null;
	}
}
