<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** What is known for one message: the values of its fields, ready to read, in its language. */
final class Facts {

	/** @var array<string, string> By field; none is empty. */
	private readonly array $values;

	/** @param array<string, string> $values By the name of the field. */
	public function __construct( array $values ) {
		$kept = [];
		foreach ( $values as $name => $value ) {
			$field = Field::tryFrom( $name ) ?? throw new UnknownField( $name );
			if ( trim( $value ) !== '' ) {
				$kept[ $field->value ] = trim( $value );
			}
		}
		$this->values = $kept;
	}

	public function of( Field $field ): ?string {
		return $this->values[ $field->value ] ?? null;
	}

	/** @return array<string, string> As they stand in templates: `{name}` => value. */
	public function replacements(): array {
		$replacements = [];
		foreach ( $this->values as $name => $value ) {
			$replacements[ '{' . $name . '}' ] = $value;
		}

		return $replacements;
	}
}
