<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** Who the customers are. */
final class PeopleTables {

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'customers',
				[
					'id'             => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'name'           => 'varchar(190) NOT NULL DEFAULT \'\'',
					'name_second'    => 'varchar(190) NOT NULL DEFAULT \'\'',
					'name_last'      => 'varchar(190) NOT NULL DEFAULT \'\'',
					'email'          => 'varchar(254) NOT NULL DEFAULT \'\'',
					'locale'         => 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'merged_into'    => 'bigint(20) unsigned DEFAULT NULL',
					'moving'         => 'int(11) NOT NULL DEFAULT 0',
					'excluded_at'    => 'datetime DEFAULT NULL',
					'extra_time_at'  => 'datetime DEFAULT NULL',
					'silent_at'      => 'datetime DEFAULT NULL',
					'blocked_at'     => 'datetime DEFAULT NULL',
					'blocked_by'     => 'bigint(20) unsigned DEFAULT NULL',
					'blocked_until'  => 'datetime DEFAULT NULL',
					'blocked_reason' => 'varchar(500) NOT NULL DEFAULT \'\'',
					'created_at'     => 'datetime NOT NULL',
					'updated_at'     => 'datetime NOT NULL',
					'version'        => 'int(11) NOT NULL DEFAULT 1',
				],
				[ 'PRIMARY KEY  (id)', 'KEY name (name, id)', 'KEY name_second (name_second(32))', 'KEY name_last (name_last(32))', 'KEY email (email(64), id)', 'KEY merged_into (merged_into)', 'KEY moving (moving)', 'KEY blocked_at (blocked_at)' ],
				personal: [ 'name', 'name_second', 'name_last', 'email', 'blocked_reason', 'excluded_at', 'extra_time_at', 'silent_at' ],
				retention: 'customer',
				export: 'rows',
				erase: 'columns',
				owner: 'id',
			),
			new Table(
				'identity_keys',
				[
					'id'                 => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'kind'               => 'varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'key_hash'           => 'char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'customer_id'        => 'bigint(20) unsigned NOT NULL',
					'origin'             => 'varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'confidence'         => 'tinyint(3) unsigned NOT NULL DEFAULT 100',
					'origin_customer_id' => 'bigint(20) unsigned NOT NULL',
					'created_at'         => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY kind_hash (kind, key_hash)', 'KEY customer_id (customer_id)' ],
				personal: [ 'key_hash' ],
				retention: 'customer',
				erase: 'rows',
			),
			new Table(
				'conflicts',
				[
					'id'                => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'customer_id'       => 'bigint(20) unsigned NOT NULL',
					'other_customer_id' => 'bigint(20) unsigned NOT NULL',
					'origin'            => 'varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'state'             => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'open\'',
					'created_at'        => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY pair (customer_id, other_customer_id)', 'KEY other (other_customer_id)', 'KEY state (state, id)' ],
				retention: 'customer',
				erase: 'rows',
			),
		];
	}
}
