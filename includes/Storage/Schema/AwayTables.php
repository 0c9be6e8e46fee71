<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** What is sold as a service, when its data go, and what was said about that; and what help desks are told of whom. */
final class AwayTables {

	private const WORD = 'varchar(%d) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'';

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'service_kinds',
				[
					'id'         => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'store'      => sprintf( self::WORD, 16 ),
					'what'       => sprintf( self::WORD, 8 ),
					'object_id'  => 'bigint(20) unsigned NOT NULL',
					'name'       => 'varchar(190) NOT NULL DEFAULT \'\'',
					'days'       => 'int(11) NOT NULL',
					'created_by' => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'created_at' => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY store_object (store, what, object_id)' ],
				retention: 'while installed',
				owner: null,
			),
			new Table(
				'closings',
				[
					'id'                 => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'customer_id'        => 'bigint(20) unsigned NOT NULL',
					'origin_customer_id' => 'bigint(20) unsigned DEFAULT NULL',
					'case_id'            => 'bigint(20) unsigned NOT NULL',
					'run_id'             => 'bigint(20) unsigned NOT NULL',
					'store'              => sprintf( self::WORD, 16 ),
					'order_id'           => 'bigint(20) unsigned NOT NULL',
					'product_id'         => 'bigint(20) unsigned NOT NULL',
					'number'             => 'varchar(64) NOT NULL DEFAULT \'\'',
					'name'               => 'varchar(190) NOT NULL DEFAULT \'\'',
					'days'               => 'int(11) NOT NULL',
					'closes_at'          => 'datetime NOT NULL',
					'handed_at'          => 'datetime DEFAULT NULL',
					'handed_by'          => 'bigint(20) unsigned DEFAULT NULL',
					'handed_what'        => 'varchar(500) NOT NULL DEFAULT \'\'',
					'created_at'         => 'datetime NOT NULL',
					'version'            => 'int(11) NOT NULL DEFAULT 1',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY run_product (run_id, store, order_id, product_id)', 'KEY customer_id (customer_id)', 'KEY of_case (case_id, id)', 'KEY closes_at (closes_at)' ],
				personal: [ 'handed_what' ],
				retention: '3 years after the end',
				export: 'rows',
				erase: 'columns',
			),
			new Table(
				'closing_notices',
				[
					'id'         => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'case_id'    => 'bigint(20) unsigned NOT NULL',
					'closes_at'  => 'datetime NOT NULL',
					'days'       => 'int(11) NOT NULL',
					'state'      => sprintf( self::WORD, 8 ),
					'letter_id'  => 'bigint(20) unsigned DEFAULT NULL',
					'created_at' => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY once (case_id, closes_at, days)' ],
				retention: '3 years after the end',
				owner: null,
			),
			new Table(
				'desk_tags',
				[
					'id'                 => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'customer_id'        => 'bigint(20) unsigned NOT NULL',
					'origin_customer_id' => 'bigint(20) unsigned DEFAULT NULL',
					'desk'               => sprintf( self::WORD, 24 ),
					'kind'               => sprintf( self::WORD, 16 ),
					'wanted'             => 'tinyint(1) NOT NULL DEFAULT 1',
					'state'              => sprintf( self::WORD, 8 ),
					'tag'                => 'varchar(64) NOT NULL DEFAULT \'\'',
					'tickets'            => 'text NOT NULL',
					'seen_ticket'        => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'attempts'           => 'int(11) NOT NULL DEFAULT 0',
					'next_at'            => 'datetime NOT NULL',
					'why'                => 'varchar(190) NOT NULL DEFAULT \'\'',
					'version'            => 'int(11) NOT NULL DEFAULT 1',
				],
				[ 'PRIMARY KEY  (id)', 'KEY of_customer (customer_id, desk, kind)', 'KEY due (state, next_at)' ],
				personal: [ 'tag' ],
				export: 'rows',
				erase: 'rows',
			),
		];
	}
}
