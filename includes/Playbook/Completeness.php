<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use Amicable\Language\Letters;
use Amicable\Language\Regex;
use Amicable\Language\Text;

/** Whether a text says all that it has to, however it was edited: by the facts in it, and by words where facts are not enough. */
final class Completeness {

	/** @param array<string, array<string, string>> $cues Expressions by language and part. */
	private function __construct( private readonly array $cues, private readonly Letters $letters ) {
	}

	public static function shipped(): self {
		$cues = [];
		foreach ( (array) glob( __DIR__ . '/templates/parts.??.json' ) as $file ) {
			$parts    = DataFile::read( (string) $file );
			$language = $parts->at( 'language' )->string();
			foreach ( $parts->at( 'parts' )->fields() as $part => $words ) {
				$cues[ $language ][ Part::from( $part )->value ] = '/' . $words->string() . '/u';
			}
		}

		return new self( $cues, Letters::shipped() );
	}

	/** @param list<Part> $needs */
	public function meter( string $text, string $language, array $needs, Facts $facts ): Meter {
		$read    = $this->read( $text, $language );
		$is_here = fn ( Part $part ): bool => $this->has( $part, $read, $language, $facts );

		return new Meter(
			array_values( array_filter( $needs, $is_here ) ),
			array_values( array_filter( $needs, static fn ( Part $part ): bool => ! $is_here( $part ) ) ),
		);
	}

	private function has( Part $part, string $read, string $language, Facts $facts ): bool {
		foreach ( $part->fields() as $field ) {
			$value = $facts->of( $field );
			if ( $value === null || ! str_contains( $read, $this->read( $value, $language ) ) ) {
				return false;
			}
		}
		$cue = $this->cues[ $language ][ $part->value ] ?? null;
		if ( $cue === null ) {
			// Without a fact and without words for it there is nothing to know it by.
			return $part->fields() !== [];
		}

		return Regex::matches( $cue, $read );
	}

	/** Line breaks are the writer's business. */
	private function read( string $text, string $language ): string {
		$text = Text::of( mb_scrub( $text, 'UTF-8' ) );
		$read = $language === 'ko' ? $this->letters->plain( $text ) : $this->letters->folded( $text );

		return (string) preg_replace( '/\s+/u', ' ', $read->bytes );
	}
}
