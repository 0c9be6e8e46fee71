<?php
declare( strict_types=1 );

namespace Amicable\Mail;

use Closure;
use IntlDateFormatter;
use WP_Translation_Controller;

/** The language that a customer is written to in: one of ours, whatever this site and its staff speak. */
final class Language {

	private const OURS = [
		'ko' => 'ko_KR',
		'tr' => 'tr_TR',
		'en' => 'en_US',
	];

	public function __construct( private readonly string $folder ) {
	}

	/** The first of these that we write; else English. */
	public static function choose( ?string ...$locales ): string {
		foreach ( $locales as $locale ) {
			$ours = self::OURS[ strtolower( substr( (string) $locale, 0, 2 ) ) ] ?? null;
			if ( $ours !== null ) {
				return $ours;
			}
		}

		return self::OURS['en'];
	}

	/**
	 * Our own strings in another language, also where WordPress itself does not have that language.
	 *
	 * @template T
	 * @param Closure(): T $write
	 * @return T
	 */
	public function in( string $locale, Closure $write ): mixed {
		$controller = WP_Translation_Controller::get_instance();
		$before     = $controller->get_locale();
		load_textdomain( 'amicable', "$this->folder/amicable-$locale.mo", $locale );
		$controller->set_locale( $locale );
		try {
			return $write();
		} finally {
			$controller->set_locale( $before );
		}
	}

	public static function day( \DateTimeImmutable $day, string $locale ): string {
		$formatter = class_exists( IntlDateFormatter::class ) ? IntlDateFormatter::create( $locale, IntlDateFormatter::LONG, IntlDateFormatter::NONE, wp_timezone() ) : null;
		$text      = $formatter?->format( $day );

		return is_string( $text ) ? $text : $day->setTimezone( wp_timezone() )->format( 'Y-m-d' );
	}
}
