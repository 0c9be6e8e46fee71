<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Compile\Compiler;
use Amicable\Language\Compile\PackReader;
use Amicable\Language\Compile\Source;
use Amicable\Language\Hangul;
use Amicable\Language\KoreanDisguise;
use Amicable\Language\Letters;
use Amicable\Language\Pack;
use Amicable\Language\PackText;
use Amicable\Language\Reader;
use Amicable\Language\Segmenter;
use Amicable\Language\Shelf;
use Amicable\Language\Views;

/** The shipped packs, as written and as compiled. */
final class Packs {

	public const LANGUAGES = [ 'en', 'ko', 'tr' ];
	private const FOLDER   = __DIR__ . '/../../../../includes/Language/packs';

	/** @var array<string, array<string, mixed>> Made once. */
	private static array $compiled = [];

	public static function written( string $language ): PackReader {
		return new PackReader( (string) file_get_contents( self::FOLDER . "/$language.json" ) );
	}

	public static function source( string $language ): string {
		return (string) file_get_contents( self::FOLDER . "/$language.txt" );
	}

	/** @return array<string, mixed> */
	public static function compiled( string $language ): array {
		return self::$compiled[ $language ] ??= ( new Compiler() )->compile( self::written( $language ) );
	}

	public static function pack( array $compiled ): Pack {
		$file = new \SplTempFileObject();
		$file->fwrite( Source::of( $compiled ) );
		$file->rewind();

		return new Pack( new PackText( $file ) );
	}

	/** A reader with these packs and no others. */
	public static function reader( array ...$packs ): Reader {
		$known = [];
		foreach ( $packs as $pack ) {
			$known[ $pack['lang'] ] = self::pack( $pack );
		}

		return new Reader( new Shelf( [], $known ), new Segmenter(), new Views( Letters::shipped(), new Hangul(), new KoreanDisguise() ) );
	}

	/** @return list<string> */
	public static function labels( Reader $reader, string $text, ?string $language = null ): array {
		return array_map( static fn ( $label ): string => $label->value, $reader->read( $text, $language )->labels() );
	}
}
