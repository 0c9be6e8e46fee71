<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\HelpDesks\DocsLanguages;
use Amicable\Language\Shelf;
use Amicable\Settings\Settings;

/** In which languages the shop's docs are: as the owner said, else in that of the site. */
final class ShopDocs {

	public static function languages( Settings $settings ): DocsLanguages {
		return new DocsLanguages( $settings->docs_urls, $settings->docs_languages, self::site(), Shelf::shipped()->languages() );
	}

	/** 'en', whoever looks. */
	public static function site(): string {
		return explode( '_', get_locale() )[0];
	}
}
