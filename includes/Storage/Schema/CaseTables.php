<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** What was done, promised, given and found out in a case. */
final class CaseTables {

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'case_entries',
				[
					'id'                 => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'customer_id'        => 'bigint(20) unsigned NOT NULL',
					'origin_customer_id' => 'bigint(20) unsigned DEFAULT NULL',
					'case_id'            => 'bigint(20) unsigned NOT NULL',
					'kind'               => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'what'               => 'varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'state'              => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'note'               => 'varchar(2000) NOT NULL DEFAULT \'\'',
					'contact'            => 'varchar(190) NOT NULL DEFAULT \'\'',
					'due_at'             => 'datetime DEFAULT NULL',
					'ref'                => 'varchar(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'details'            => 'longtext DEFAULT NULL',
					'goodwill_id'        => 'bigint(20) unsigned DEFAULT NULL',
					'ticket_id'          => 'bigint(20) unsigned DEFAULT NULL',
					'created_by'         => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'created_at'         => 'datetime NOT NULL',
					'settled_by'         => 'bigint(20) unsigned DEFAULT NULL',
					'settled_at'         => 'datetime DEFAULT NULL',
					'version'            => 'int(11) NOT NULL DEFAULT 1',
				],
				[ 'PRIMARY KEY  (id)', 'KEY customer_id (customer_id)', 'KEY of_case (case_id, id)', 'KEY due (state, due_at)', 'KEY ticket_id (ticket_id)' ],
				personal: [ 'note', 'contact' ],
				retention: '3 years after the end',
				export: 'rows',
				erase: 'rows',
			),
		];
	}
}
