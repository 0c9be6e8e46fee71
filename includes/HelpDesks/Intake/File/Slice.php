<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Closure;

/** A bit of work on a file. */
final class Slice {

	/**
	 * @param string|null     $next Where the next one goes on; null: this was the last.
	 * @param int             $done Of the file's own measure in this phase.
	 * @param Closure(): void $keep What is written down together with how far it got, or not at all.
	 */
	public function __construct(
		public readonly ?string $next,
		public readonly int $done,
		public readonly Closure $keep,
	) {
	}
}
