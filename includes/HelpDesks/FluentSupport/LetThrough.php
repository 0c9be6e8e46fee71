<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\FluentSupport;

use Closure;

/** While we write a message that somebody approved into a ticket, the lock on replies lets its mail leave. */
final class LetThrough {

	private ?string $to = null;

	/** @param Closure(): void $write */
	public function speak( string $email, Closure $write ): void {
		$this->to = strtolower( $email );
		try {
			$write();
		} finally {
			$this->to = null;
		}
	}

	public function are_for( string $email ): bool {
		return $this->to === strtolower( $email );
	}
}
