<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** The curve of the overview: customers ranked by what they brought, in at most a hundred parts of equal size. Counted now and then, read as it is. */
final class ValueBins {

	private const PARTS = 100;

	public function __construct( private readonly Database $database ) {
	}

	/** By margin where support is known, else by value: nobody's cost is taken for zero. */
	public function recount( string $currency, bool $support_known, string $as_of ): void {
		$bins   = $this->database->table( 'value_bins' );
		$column = $support_known ? 'margin' : 'value';
		$ranked = "SELECT $column AS worth, NTILE(" . self::PARTS . ") OVER (ORDER BY $column DESC, customer_id) AS place FROM {$this->database->table( 'accounts' )} WHERE orders > 0 AND $column IS NOT NULL";
		$this->database->atomically(
			function () use ( $bins, $column, $ranked, $currency, $as_of ): void {
				$this->database->write( "DELETE FROM $bins" );
				$this->database->write( "INSERT INTO $bins (place, kind, currency, customers, amount, counted_at) SELECT place, '$column' AS kind, '$currency' AS currency, COUNT(*) AS customers, SUM(worth) AS amount, '$as_of' AS counted_at FROM ($ranked) ranked GROUP BY place" );
			}
		);
	}

	/** @return list<array<string, string|null>> place, kind, currency, customers, amount, counted_at; the best first. */
	public function all( string $currency ): array {
		return $this->database->rows( "SELECT place, kind, currency, customers, amount, counted_at FROM {$this->database->table( 'value_bins' )} WHERE currency = %s ORDER BY place", [ $currency ] );
	}
}
