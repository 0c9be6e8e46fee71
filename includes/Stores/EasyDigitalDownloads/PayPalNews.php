<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use WP_REST_Request;

/** EDD's name for an event that EDD itself does nothing about. It needs a handler to be taken in; what it says is heard afterwards, by its hook. */
final class PayPalNews {

	/** @param WP_REST_Request<array<string, mixed>> $request */
	public function __construct( public readonly WP_REST_Request $request ) {
	}

	public function handle(): void {
		// Nothing of EDD's changes.
	}
}
