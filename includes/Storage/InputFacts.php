<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Closure;
use DateTimeImmutable;

/** What all accounts depend on besides the settings, in one read. */
final class InputFacts {

	/** The row of `imports` that says with which inputs the accounts were last counted. */
	public const SOURCE = 'accounts';

	/** @param Closure(): list<string> $stores Ids of the shops that are here. */
	public function __construct(
		private readonly Database $database,
		private readonly Closure $stores,
	) {
	}

	/** @return array{dated_costs: bool, support_known: bool, importing: bool, counted_with: string|null, tables: string, high_value: int|null, high_value_in: string|null} */
	public function read(): array {
		$hourly = $this->database->table( 'hourly_costs' );
		$rates  = $this->database->table( 'rates' );
		$imports = $this->database->table( 'imports' );
		$stores = [ '', ...( $this->stores )() ];
		$marks  = implode( ', ', array_fill( 0, count( $stores ), '%s' ) );
		$row    = $this->database->row(
			"SELECT (SELECT COUNT(*) FROM $hourly) AS dated, (SELECT COALESCE(SUM(agent_id * 31 + minor), 0) FROM $hourly) AS costs, (SELECT COUNT(*) FROM $rates) AS rates, (SELECT COALESCE(MAX(id), 0) FROM $rates) AS last_rate,
			(SELECT MIN(id) FROM {$this->database->table( 'tickets' )}) AS ticket, (SELECT inputs FROM $imports WHERE source = %s) AS counted_with,
			(SELECT COUNT(*) FROM $imports WHERE state = 'running' AND source IN ($marks)) AS importing, c.cut, c.currency
			FROM (SELECT MAX(day) AS day FROM {$this->database->table( 'cuts' )}) latest LEFT JOIN {$this->database->table( 'cuts' )} c ON c.day = latest.day",
			[ self::SOURCE, ...$stores ]
		);

		return [
			'dated_costs'   => (int) ( $row['dated'] ?? 0 ) > 0,
			'support_known' => ( $row['ticket'] ?? null ) !== null,
			'importing'     => (int) ( $row['importing'] ?? 0 ) > 0,
			'counted_with'  => $row['counted_with'] ?? null,
			'high_value'    => isset( $row['cut'] ) ? (int) $row['cut'] : null,
			'high_value_in' => $row['currency'] ?? null,
			'tables'        => implode( '|', [ $row['dated'] ?? '', $row['costs'] ?? '', $row['rates'] ?? '', $row['last_rate'] ?? '' ] ),
		];
	}

	/** Since when support is known: the earliest ticket there is. Null: not at all. */
	public function support_known_since(): ?DateTimeImmutable {
		$since = $this->database->value( "SELECT MIN(created_at) FROM {$this->database->table( 'tickets' )}" );

		return $since === null ? null : Database::moment( $since );
	}
}
