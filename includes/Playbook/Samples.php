<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** An invented customer's values for every field, in each language: for looking at a text that nobody is written to with yet. */
final class Samples {

	public static function in( string $language ): Facts {
		return new Facts( self::values( $language ) );
	}

	/** @return array<string, string> By field. */
	public static function values( string $language ): array {
		$file   = DataFile::read( __DIR__ . '/samples.json' );
		$values = $file->at( $language )->fields() + $file->at( 'any' )->fields();

		return array_map( static fn ( DataFile $value ): string => $value->string(), $values );
	}
}
