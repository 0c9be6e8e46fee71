<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Values\Money;
use DateTimeImmutable;

/** What the sample shop sells, in which currencies, and where its docs are. */
final class Catalog {

	public const DOCS = 'https://docs.example.com/';

	/** The page that so many people ask about that the page is at fault. */
	public const GAP = self::DOCS . 'harborline-forms/delivery-log';

	/** Name, folder of the docs, price of one site and of an agency in US dollars. */
	public const PRODUCTS = [
		1 => [ 'Harborline Forms', 'harborline-forms', 79, 299 ],
		2 => [ 'Meridian Theme', 'meridian-theme', 59, 249 ],
		3 => [ 'Quillbook Bookings', 'quillbook-bookings', 99, 349 ],
		4 => [ 'Fernway Gallery', 'fernway-gallery', 49, 199 ],
		5 => [ 'Tinderbox Cache', 'tinderbox-cache', 49, 199 ],
		6 => [ 'Paperlane Invoices', 'paperlane-invoices', 69, 249 ],
	];

	/** Minor units of a list price for one US dollar, the step it is rounded to, tax in percent of the total, US dollars for one unit in millionths. */
	private const CURRENCIES = [
		'USD' => [ 100, 100, 0, 1_000_000 ],
		'EUR' => [ 93, 100, 20, 1_081_000 ],
		'KRW' => [ 1_350, 1_000, 10, 734 ],
		'TRY' => [ 3_400, 1_000, 20, 28_900 ],
		'JPY' => [ 150, 100, 10, 6_610 ],
		'KWD' => [ 307, 500, 0, 3_256_000 ],
	];

	private const ARTICLES = [
		'install'       => [ 'first-steps', 'manual-upload', 'requirements' ],
		'license'       => [ 'activate-your-key', 'move-to-another-domain', 'staging-sites' ],
		'update'        => [ 'safe-updates', 'roll-back', 'automatic-updates' ],
		'billing'       => [ 'invoices', 'renewals', 'change-your-plan' ],
		'layout'        => [ 'styling', 'mobile-view', 'theme-conflicts' ],
		'performance'   => [ 'speed', 'caching', 'large-sites' ],
		'compatibility' => [ 'versions', 'known-conflicts', 'multisite' ],
		'howto'         => [ 'settings', 'shortcodes', 'export', 'notifications' ],
		'bug'           => [ 'debug-log', 'known-problems', 'report-a-problem' ],
		'feature'       => [ 'roadmap', 'hooks', 'snippets' ],
	];

	public static function price( int $dollars, string $currency ): Money {
		[ $per_dollar, $step ] = self::CURRENCIES[ $currency ];

		return new Money( max( $step, intdiv( $dollars * $per_dollar + intdiv( $step, 2 ), $step ) * $step ), $currency );
	}

	/** The tax that is inside a price. */
	public static function tax( Money $price ): Money {
		$percent = self::CURRENCIES[ $price->currency ][2];

		return $price->times( $percent, 100 + $percent );
	}

	/** The rate saved with an order: near the same all the time, never quite. */
	public static function rate( string $currency, DateTimeImmutable $at ): string {
		$millionths = self::CURRENCIES[ $currency ][3];
		$drift      = $currency === 'USD' ? 0 : intdiv( $millionths * ( (int) $at->format( 'n' ) - 6 ), 400 );
		$whole      = $millionths + $drift;

		return sprintf( '%d.%06d', intdiv( $whole, 1_000_000 ), $whole % 1_000_000 );
	}

	/** The product that a sentence names. */
	public static function named_in( string $sentence ): ?int {
		foreach ( self::PRODUCTS as $id => [ $name ] ) {
			if ( str_contains( $sentence, $name ) || str_contains( $sentence, explode( ' ', $name )[0] ) ) {
				return $id;
			}
		}

		return null;
	}

	public static function article( Dice $dice, string $lang, int $product, string $topic ): string {
		return self::DOCS . $lang . '/' . self::PRODUCTS[ $product ][1] . '/' . $dice->pick( self::ARTICLES[ $topic ] );
	}
}
