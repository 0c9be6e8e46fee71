<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** What stands beside the runs: what they hold, how many a day has, and what was found afterwards. */
final class RunTables {

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'claims',
				[
					'claim'    => 'varchar(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'run_id'   => 'bigint(20) unsigned NOT NULL',
					'taken_at' => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (claim)', 'KEY run_id (run_id)' ],
				retention: 'while a run lasts',
				owner: null,
			),
			new Table(
				'places',
				[
					'kind'     => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'day'      => 'date NOT NULL',
					'place'    => 'int(11) NOT NULL',
					'run_id'   => 'bigint(20) unsigned NOT NULL',
					'amount'   => 'bigint(20) NOT NULL DEFAULT 0',
					'freed'    => 'int(11) NOT NULL DEFAULT 0',
					'taken_at' => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (kind, day, place)', 'UNIQUE KEY run_day (run_id, day)' ],
				retention: 'as the store',
				owner: null,
			),
			new Table(
				'proofs',
				[
					'id'         => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'run_id'     => 'bigint(20) unsigned NOT NULL',
					'round_no'   => 'int(11) NOT NULL',
					'open_lines' => 'int(11) NOT NULL',
					'checked_at' => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY run_round (run_id, round_no)' ],
				retention: 'as the store',
				owner: null,
			),
			new Table(
				'accepted',
				[
					'id'       => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'run_id'   => 'bigint(20) unsigned NOT NULL',
					'check_no' => 'tinyint(3) unsigned NOT NULL',
					'ref'      => 'varchar(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'reason'   => 'varchar(500) NOT NULL DEFAULT \'\'',
					'user_id'  => 'bigint(20) unsigned NOT NULL',
					'at'       => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY run_check_ref (run_id, check_no, ref)' ],
				personal: [ 'reason' ],
				retention: 'as the store',
				export: 'rows',
				erase: 'columns',
				owner: null,
			),
			new Table(
				'undos',
				[
					'id'          => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'step_id'     => 'bigint(20) unsigned NOT NULL',
					'run_id'      => 'bigint(20) unsigned NOT NULL',
					'ref'         => 'varchar(191) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'store'       => 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'order_id'    => 'bigint(20) unsigned DEFAULT NULL',
					'state'       => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'token'       => 'char(32) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'lease_until' => 'datetime DEFAULT NULL',
					'attempts'    => 'int(11) NOT NULL DEFAULT 1',
					'message'     => 'varchar(500) DEFAULT NULL',
					'reason'      => 'varchar(500) NOT NULL DEFAULT \'\'',
					'user_id'     => 'bigint(20) unsigned NOT NULL',
					'begun_at'    => 'datetime NOT NULL',
					'ended_at'    => 'datetime DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY step_id (step_id)', 'KEY run_id (run_id)', 'KEY ref (ref)', 'KEY store_order (store, order_id)' ],
				personal: [ 'reason' ],
				retention: 'as the store',
				export: 'rows',
				erase: 'columns',
				owner: null,
			),
		];
	}
}
