<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\HelpDesks\DocsLanguages;
use Amicable\Settings\Settings;
use Amicable\Setup\LanguagePacks;

/** In which languages the shop's docs are: as the owner said, else in that of the site. */
final class ShopDocs {

	public static function languages( Settings $settings ): DocsLanguages {
		return new DocsLanguages( $settings->docs_urls, $settings->docs_languages, self::site(), LanguagePacks::languages() );
	}

	/** 'en', whoever looks. */
	public static function site(): string {
		return explode( '_', get_locale() )[0];
	}
}
