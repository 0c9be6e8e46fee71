<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Storage\LogChain;

/** Whether the log is as it was written. */
final class LogController implements Controller {

	public function __construct( private readonly LogChain $log ) {
	}

	public function routes(): array {
		return [ new Route( 'GET', '/log/verify', Capability::SETTINGS, fn (): Reply => new Reply( $this->log->verify() ), answer: 'log.verified' ) ];
	}
}
