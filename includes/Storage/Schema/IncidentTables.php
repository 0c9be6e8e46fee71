<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** What of ours broke, or seems to have. Whose tickets belong to it stands with the tickets. */
final class IncidentTables {

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'incidents',
				[
					'id'          => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'state'       => 'varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'about'       => 'varchar(190) NOT NULL DEFAULT \'\'',
					'words'       => 'varchar(500) NOT NULL DEFAULT \'\'',
					'docs_url'    => 'varchar(500) DEFAULT NULL',
					'from_at'     => 'datetime NOT NULL',
					'until_at'    => 'datetime DEFAULT NULL',
					'people'      => 'int(11) NOT NULL DEFAULT 0',
					'created_by'  => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'created_at'  => 'datetime NOT NULL',
					'version'     => 'int(11) NOT NULL DEFAULT 1',
					'updated_at'  => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'KEY state (state, from_at)' ],
				retention: 'while installed',
				owner: null,
			),
		];
	}
}
