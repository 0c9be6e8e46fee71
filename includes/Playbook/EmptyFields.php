<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use DomainException;

/** Fields of a template that nobody has filled: such a message does not come into being. */
final class EmptyFields extends DomainException {

	/** @param non-empty-list<Field> $fields */
	public function __construct( public readonly array $fields ) {
		parent::__construct( 'Empty: ' . implode( ', ', array_map( static fn ( Field $field ): string => $field->value, $fields ) ) );
	}
}
