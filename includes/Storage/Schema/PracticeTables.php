<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** The sample shop of Practice. */
final class PracticeTables {

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'shop_orders',
				[
					'id'             => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'number'         => 'varchar(64) NOT NULL DEFAULT \'\'',
					'user_id'        => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'email'          => 'varchar(254) NOT NULL DEFAULT \'\'',
					'name'           => 'varchar(190) NOT NULL DEFAULT \'\'',
					'status'         => 'varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'currency'       => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'total'          => 'bigint(20) NOT NULL DEFAULT 0',
					'tax'            => 'bigint(20) NOT NULL DEFAULT 0',
					'shipping'       => 'bigint(20) NOT NULL DEFAULT 0',
					'fee'            => 'bigint(20) DEFAULT NULL',
					'gateway'        => 'varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'transaction_id' => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'dispute'        => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'kind'           => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'parent_id'      => 'bigint(20) unsigned NOT NULL DEFAULT 0',
					'rate'           => 'decimal(24,12) DEFAULT NULL',
					'rate_to'        => 'char(3) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'locale'         => 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'created_at'     => 'datetime NOT NULL',
					'paid_at'        => 'datetime DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'KEY email (email(64))', 'KEY user_id (user_id)', 'KEY parent_id (parent_id)' ],
				personal: [ 'email', 'name' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_lines',
				[
					'id'         => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'order_id'   => 'bigint(20) unsigned NOT NULL',
					'product_id' => 'bigint(20) unsigned NOT NULL',
					'name'       => 'varchar(190) NOT NULL DEFAULT \'\'',
					'total'      => 'bigint(20) NOT NULL DEFAULT 0',
				],
				[ 'PRIMARY KEY  (id)', 'KEY order_id (order_id)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_codes',
				[
					'code'       => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'email'      => 'varchar(254) NOT NULL DEFAULT \'\'',
					'currency'   => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'amount'     => 'bigint(20) DEFAULT NULL',
					'product_id' => 'bigint(20) unsigned DEFAULT NULL',
					'expires_at' => 'datetime NOT NULL',
					'used_at'    => 'datetime DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (code)' ],
				personal: [ 'email' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_refunds',
				[
					'id'          => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'order_id'    => 'bigint(20) unsigned NOT NULL',
					'amount'      => 'bigint(20) NOT NULL DEFAULT 0',
					'tax'         => 'bigint(20) NOT NULL DEFAULT 0',
					'shipping'    => 'bigint(20) NOT NULL DEFAULT 0',
					'by_gateway'  => 'tinyint(1) NOT NULL DEFAULT 0',
					'reason'      => 'varchar(190) NOT NULL DEFAULT \'\'',
					'request_key' => 'char(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'created_at'  => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY request_key (request_key)', 'KEY order_id (order_id)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_payouts',
				[
					'id'             => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'transaction_id' => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'request_key'    => 'char(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'currency'       => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'amount'         => 'bigint(20) NOT NULL DEFAULT 0',
					'created_at'     => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY request_key (request_key)', 'KEY transaction_id (transaction_id)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_notes',
				[
					'id'         => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'order_id'   => 'bigint(20) unsigned NOT NULL',
					'note_key'   => 'varchar(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'note'       => 'longtext DEFAULT NULL',
					'created_at' => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY order_note (order_id, note_key)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_downloads',
				[
					'id'       => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'order_id' => 'bigint(20) unsigned NOT NULL',
					'file'     => 'varchar(190) NOT NULL DEFAULT \'\'',
					'is_open'  => 'tinyint(1) NOT NULL DEFAULT 1',
				],
				[ 'PRIMARY KEY  (id)', 'KEY order_id (order_id)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_licenses',
				[
					'id'          => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'order_id'    => 'bigint(20) unsigned NOT NULL',
					'license_key' => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'product'     => 'varchar(190) NOT NULL DEFAULT \'\'',
					'status'      => 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'expires_at'  => 'datetime DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'UNIQUE KEY license_key (license_key)', 'KEY order_id (order_id)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_sites',
				[
					'id'         => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'license_id' => 'bigint(20) unsigned NOT NULL',
					'site'       => 'varchar(190) NOT NULL DEFAULT \'\'',
				],
				[ 'PRIMARY KEY  (id)', 'KEY license_id (license_id)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
			new Table(
				'shop_subscriptions',
				[
					'id'              => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'order_id'        => 'bigint(20) unsigned NOT NULL',
					'label'           => 'varchar(190) NOT NULL DEFAULT \'\'',
					'status'          => 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'currency'        => 'char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
					'amount'          => 'bigint(20) NOT NULL DEFAULT 0',
					'next_payment_at' => 'datetime DEFAULT NULL',
					'ends_at'         => 'datetime DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'KEY order_id (order_id)' ],
				retention: 'while Practice is loaded',
				owner: null,
				practice_only: true,
			),
		];
	}
}
