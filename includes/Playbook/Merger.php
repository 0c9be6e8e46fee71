<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** Puts facts into a template, or says which are missing. A field never goes out empty. */
final class Merger {

	/** @return list<Field> */
	public function missing( Template $template, Variant $variant, Facts $facts ): array {
		return array_values( array_filter( $template->fields( $variant ), static fn ( Field $field ): bool => $facts->of( $field ) === null ) );
	}

	/** @throws EmptyFields */
	public function merged( Template $template, Variant $variant, Facts $facts ): Message {
		$missing = $this->missing( $template, $variant, $facts );
		if ( $missing !== [] ) {
			throw new EmptyFields( $missing );
		}
		// All at once: braces in a value are the customer's words, never a field.
		$filled     = static fn ( string $text ): string => strtr( $text, $facts->replacements() );
		$paragraphs = array_map( static fn ( Paragraph $paragraph ): string => $filled( $paragraph->text ), $template->paragraphs( $variant ) );

		return new Message( $filled( $template->subject ), $paragraphs );
	}
}
