<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\Hangul;
use Amicable\Language\KoreanDisguise;
use Amicable\Language\Label;
use Amicable\Language\Letters;
use Amicable\Language\OwnMarks;
use Amicable\Language\Pack;
use Amicable\Language\PackText;
use Amicable\Language\Reader;
use Amicable\Language\Segmenter;
use Amicable\Language\Shelf;
use Amicable\Language\Views;
use SplTempFileObject;

/** A pack that a site wrote, checked like the shipped ones: it compiles, and every example and counter-example keeps its promise. */
final class OwnPack {

	private const LEAST_WORDS = 10;

	/** @param list<string> $taken Languages that have a pack already. */
	public function __construct( private readonly array $taken ) {
	}

	/**
	 * The compiled pack.
	 *
	 * @throws PackError With everything that is wrong, a line each.
	 */
	public function compile( string $json ): string {
		$pack = new PackReader( $json );
		if ( in_array( $pack->language(), $this->taken, true ) ) {
			throw new PackError( "{$pack->language()} is read by a pack that the plugin brings. What that finds was measured, and nothing is added to it." );
		}
		$marks = $pack->recognized() ?? throw new PackError( 'the pack has no recognize.' );
		if ( count( $marks['words'] ) < self::LEAST_WORDS ) {
			throw new PackError( sprintf( 'recognize.words: at least %d everyday words tell a language.', self::LEAST_WORDS ) );
		}
		$source = Source::of( ( new Compiler() )->compile( $pack ), $marks );
		$wrong  = $this->wrong( $pack, $source, new OwnMarks( $marks['words'], $marks['letters'] ) );
		if ( $wrong !== [] ) {
			throw new PackError( implode( "\n", $wrong ) );
		}

		return $source;
	}

	/** @return list<string> */
	private function wrong( PackReader $pack, string $source, OwnMarks $marks ): array {
		$language = $pack->language();
		$reader   = self::reader( $language, $source, $marks );
		$wrong    = [];
		$known    = 0;
		$all      = 0;
		foreach ( $pack->rules() as $rule ) {
			if ( ! str_starts_with( $rule['id'], "$language." ) ) {
				$wrong[] = "{$rule['id']}: an id begins with $language.";
			}
			foreach ( $rule['examples'] as $example ) {
				++$all;
				$known += in_array( $language, $reader->read( $example )->languages, true ) ? 1 : 0;
				if ( ! self::finds( $reader, $example, $language, $rule['label'] ) ) {
					$wrong[] = "{$rule['id']} does not find: $example";
				}
			}
			foreach ( $rule['counter_examples'] as $example ) {
				if ( self::finds( $reader, $example, $language, $rule['label'] ) ) {
					$wrong[] = "{$rule['id']} has to leave alone: $example";
				}
			}
		}

		return 2 * $known < $all ? [ ...$wrong, "Only $known of $all examples are recognized as $language: recognize.words needs more of their everyday words." ] : $wrong;
	}

	private static function finds( Reader $reader, string $text, string $language, string $label ): bool {
		return in_array( Label::from( $label ), $reader->read( $text, $language )->labels(), true );
	}

	private static function reader( string $language, string $source, OwnMarks $marks ): Reader {
		$file = new SplTempFileObject();
		$file->fwrite( $source );
		$file->rewind();

		return new Reader( new Shelf( [], [ $language => new Pack( new PackText( $file ) ) ], [ $language => $marks ] ), new Segmenter(), new Views( Letters::shipped(), new Hangul(), new KoreanDisguise() ) );
	}
}
