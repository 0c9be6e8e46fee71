<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/** The site as it was before the first test, and the way back to it. */
final class Pristine {

	private static ?Database $database = null;

	private static ?Globals $globals = null;

	public static function remember(): void {
		self::$database = defined( 'DB_ENGINE' ) && DB_ENGINE === 'sqlite' ? new SqliteDatabase() : new MariaDatabase();
		self::$globals  = Globals::now();
		self::$database->remember();
	}

	public static function restore(): void {
		assert( self::$database !== null && self::$globals !== null );
		self::$globals->restore();
		self::$database->restore();
		wp_cache_flush();
		// Some of WordPress reads the global without asking for it.
		wp_roles();
	}
}
