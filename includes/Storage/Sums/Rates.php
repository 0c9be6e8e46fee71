<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Storage\Database;

/**
 * Which row of the rates table leads from a currency to the base: the one of that very day, else the owner's latest before it, else the owner's first after it. What
 * rests on a word of the owner is near the truth, and every sum with it is marked as approximate.
 */
final class Rates {

	/** Rates that the owner typed; all others are a shop's own, and hold for their day only. */
	public const OWNER = 'owner';

	public function __construct( private readonly Database $database ) {
	}

	/** SQL for the id of the row; null where there is none. */
	public function id( string $currency, string $day, string $base ): string {
		$find = fn ( string $condition ): string => "(SELECT r.id FROM {$this->database->table( 'rates' )} r WHERE r.currency = $currency AND r.rate_to = '$base' AND $condition LIMIT 1)";
		$said = "r.source = '" . self::OWNER . "'";

		return "COALESCE({$find( "r.day = $day" )}, {$find( "$said AND r.day < $day ORDER BY r.day DESC" )}, {$find( "$said AND r.day > $day ORDER BY r.day" )})";
	}

	/** SQL over a joined row `r`: 1 where the owner's word stands for a rate. */
	public static function near(): string {
		return "CASE WHEN r.source = '" . self::OWNER . "' THEN 1 ELSE 0 END";
	}
}
