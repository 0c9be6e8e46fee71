<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\Jobs\Sweepable;
use Amicable\Storage\TicketFiles;

/** Carries files on when no page is open. */
final class ImportTicketFile implements Sweepable {

	public const NAME = 'import_ticket_file';

	/** Leaves the first slices to the screen, where they are watched. */
	public const AFTER_THE_SCREEN = 20;

	private const TURN_SECONDS = 15.0;

	public function __construct(
		private readonly FileDriver $driver,
		private readonly TicketFiles $files,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	public function run( array $args ): ?int {
		$file = $this->files->find( (int) ( $args['file'] ?? 0 ) );

		return $file !== null && $this->driver->drive( $file->id, $file->state, self::TURN_SECONDS ) ? 1 : null;
	}

	public function due(): array {
		return array_map( static fn ( int $id ): array => [ 'file' => $id ], $this->files->under_way() );
	}
}
