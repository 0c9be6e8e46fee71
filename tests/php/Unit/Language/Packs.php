<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Compile\PackReader;
use Amicable\Language\Hangul;
use Amicable\Language\KoreanDisguise;
use Amicable\Language\Letters;
use Amicable\Language\Pack;
use Amicable\Language\Reader;
use Amicable\Language\Segmenter;
use Amicable\Language\Shelf;
use Amicable\Language\Views;

/** The shipped packs, as written and as compiled. */
final class Packs {

	public const LANGUAGES = [ 'en', 'ko', 'tr' ];
	private const FOLDER   = __DIR__ . '/../../../../includes/Language/packs';

	public static function written( string $language ): PackReader {
		return new PackReader( (string) file_get_contents( self::FOLDER . "/$language.json" ) );
	}

	public static function source( string $language ): string {
		return (string) file_get_contents( self::FOLDER . "/$language.php" );
	}

	/** @return array<string, mixed> */
	public static function compiled( string $language ): array {
		return require self::FOLDER . "/$language.php";
	}

	/** A reader with these packs and no others. */
	public static function reader( array ...$packs ): Reader {
		$letters = require self::FOLDER . '/letters.php';
		$known   = [];
		foreach ( $packs as $pack ) {
			$known[ $pack['lang'] ] = new Pack( $pack );
		}

		return new Reader( new Shelf( [], $known ), new Segmenter(), new Views( new Letters( $letters['plain'], $letters['folded'] ), new Hangul(), new KoreanDisguise() ) );
	}

	/** @return list<string> */
	public static function labels( Reader $reader, string $text, ?string $language = null ): array {
		return array_map( static fn ( $label ): string => $label->value, $reader->read( $text, $language )->labels() );
	}
}
