<?php
declare( strict_types=1 );

namespace Amicable;

/** Something that listens to WordPress. Hooks are added here and nowhere else. */
interface Hookable {

	public function register(): void;
}
