<?php
declare( strict_types=1 );

namespace Amicable\Disputes;

use Amicable\ErrorLog;
use Amicable\Stores\DisputeNews;
use Closure;
use Throwable;

/** What the shops' hooks talk to. Their webhook goes on whatever becomes of ours: a provider that is refused an answer switches webhooks off. */
final class Listener {

	/** @param Closure(): Recorder $recorder */
	public function __construct( private readonly Closure $recorder ) {
	}

	public function hear( ?DisputeNews ...$news ): void {
		foreach ( $news as $word ) {
			try {
				if ( $word !== null ) {
					( $this->recorder )()->record( $word );
				}
			} catch ( Throwable $thrown ) {
				ErrorLog::broken( 'could not keep what a gateway said of a dispute', $thrown ); // A dispute that nobody wrote down has to be heard of.
			}
		}
	}
}
