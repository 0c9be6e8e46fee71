<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use DomainException;

/** A template names a field that there is not. */
final class UnknownField extends DomainException {

	public function __construct( public readonly string $field ) {
		parent::__construct( "No field is called {$field}" );
	}
}
