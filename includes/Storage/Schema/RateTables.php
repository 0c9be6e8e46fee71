<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** What an hour and a currency are worth, from which day on. */
final class RateTables {

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'hourly_costs',
				[
					'id'       => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'agent_id' => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'from_at'  => 'datetime NOT NULL',
					'currency' => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'minor'    => 'bigint(20) NOT NULL DEFAULT 0',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY agent_from (agent_id, from_at)' ],
				personal: [ 'minor' ],
				retention: 'setting',
				owner: null,
			),
			new Table(
				'rates',
				[
					'id'           => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'currency'     => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'rate_to'      => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'day'          => 'date NOT NULL',
					'rate_units'   => 'bigint(20) NOT NULL',
					'rate_divisor' => 'bigint(20) NOT NULL',
					'source'       => 'varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY pair_day (currency, rate_to, day)' ],
				retention: 'setting',
				owner: null,
			),
		];
	}
}
