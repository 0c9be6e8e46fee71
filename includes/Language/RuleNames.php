<?php
declare( strict_types=1 );

namespace Amicable\Language;

use SplFileObject;

/** The rules of the packs that the plugin brings, and what sentences are pointed at for, by name. */
final class RuleNames {

	/** @return list<string> Those that a shop may silence: a legal step is always shown. */
	public static function that_may_fall_silent(): array {
		$names = [];
		foreach ( (array) glob( __DIR__ . '/packs/??.txt' ) as $file ) {
			foreach ( PackText::head_of( new SplFileObject( (string) $file ) )['rules'] as $rule ) {
				if ( $rule['label'] !== Label::LegalThreat->value ) {
					$names[ $rule['id'] ] = $rule['id'];
				}
			}
			foreach ( Recognizer::names( basename( (string) $file, '.txt' ) ) as $label => $name ) {
				if ( $label !== Label::LegalThreat->value ) {
					$names[ $name ] = $name;
				}
			}
		}

		return array_values( $names );
	}
}
