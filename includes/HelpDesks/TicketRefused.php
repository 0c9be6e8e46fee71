<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use InvalidArgumentException;

/** What a desk sent cannot be a ticket; says every reason at once. */
final class TicketRefused extends InvalidArgumentException {

	/** @param non-empty-list<FieldError> $errors */
	public function __construct( public readonly array $errors ) {
		parent::__construct( "No ticket: {$errors[0]->field} ({$errors[0]->code})" );
	}
}
