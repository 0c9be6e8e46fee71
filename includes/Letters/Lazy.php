<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Closure;

/**
 * Something that takes time to read, read when it is first asked for: routes are put together for every request, whatever it asks.
 *
 * @template T of object
 */
final class Lazy {

	/** @var T|null */
	private ?object $made = null;

	/** @param Closure(): T $make */
	public function __construct( private readonly Closure $make ) {
	}

	/** @return T */
	public function get(): object {
		return $this->made ??= ( $this->make )();
	}
}
