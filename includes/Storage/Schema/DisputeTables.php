<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** What was said of disputed charges, what it adds up to, and which orders' files stay closed. */
final class DisputeTables {

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'disputes',
				[
					'id'           => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'store'        => 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'order_id'     => 'bigint(20) unsigned NOT NULL',
					'external_id'  => 'varchar(191) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'customer_id'  => 'bigint(20) unsigned NOT NULL',
					'status'       => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'currency'     => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'amount'       => 'bigint(20) NOT NULL DEFAULT 0',
					'fee'          => 'bigint(20) DEFAULT NULL',
					'opened_at'    => 'datetime NOT NULL',
					'deadline_at'  => 'datetime DEFAULT NULL',
					'closed_at'    => 'datetime DEFAULT NULL',
					'fee_currency' => 'char(3) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'source'       => 'varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'reason'       => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'news'         => 'int(11) NOT NULL DEFAULT 0',
					'unlocked_at'  => 'datetime DEFAULT NULL',
					'unlocked_by'  => 'bigint(20) unsigned DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY store_external (store, external_id)', 'KEY store_order (store, order_id)', 'KEY customer_id (customer_id)', 'KEY status (status, opened_at)' ],
				retention: 'as the store',
			),
			new Table(
				'dispute_events',
				[
					'id'           => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'store'        => 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'external_id'  => 'varchar(191) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'event_id'     => 'varchar(191) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'source'       => 'varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'order_id'     => 'bigint(20) unsigned DEFAULT NULL',
					'charge'       => 'varchar(191) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'status'       => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'currency'     => 'char(3) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'amount'       => 'bigint(20) DEFAULT NULL',
					'fee'          => 'bigint(20) DEFAULT NULL',
					'fee_currency' => 'char(3) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'reason'       => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'happened_at'  => 'datetime NOT NULL',
					'opened_at'    => 'datetime DEFAULT NULL',
					'deadline_at'  => 'datetime DEFAULT NULL',
					'received_at'  => 'datetime NOT NULL',
					'user_id'      => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'folded'       => 'tinyint(1) NOT NULL DEFAULT 0',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY store_event (store, event_id)', 'KEY dispute (store, external_id)', 'KEY folded (folded, id)' ],
				retention: 'as the store',
				owner: null,
			),
			new Table(
				'closures',
				[
					'id'          => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'store'       => 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'order_id'    => 'bigint(20) unsigned NOT NULL',
					'run_id'      => 'bigint(20) unsigned NOT NULL',
					'closed_at'   => 'datetime NOT NULL',
					'reopened_at' => 'datetime DEFAULT NULL',
					'reopened_by' => 'bigint(20) unsigned DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY store_order_run (store, order_id, run_id)' ],
				retention: 'as the store',
				owner: null,
			),
		];
	}
}
