<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** Files of tickets on their way in: as they were sent, and row by row. Nothing of them outlives the import by more than a month. */
final class FileTables {

	private const WORD = 'varchar(12) CHARACTER SET ascii COLLATE ascii_bin';

	private const HASH = 'char(64) CHARACTER SET ascii COLLATE ascii_bin';

	/** @return list<Table> */
	public static function all(): array {
		return [
			new Table(
				'ticket_files',
				[
					'id'          => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
					'user_id'     => 'bigint(20) unsigned NOT NULL',
					'name'        => 'varchar(190) NOT NULL DEFAULT \'\'',
					'bytes'       => 'int(11) NOT NULL DEFAULT 0',
					'state'       => self::WORD . ' NOT NULL DEFAULT \'\'',
					'failure'     => 'varchar(24) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'options'     => 'longtext DEFAULT NULL',
					'header'      => 'longtext DEFAULT NULL',
					'fingerprint' => self::HASH . ' DEFAULT NULL',
					'cursor_at'   => 'varchar(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'done'        => 'int(11) NOT NULL DEFAULT 0',
					'total'       => 'int(11) NOT NULL DEFAULT 0',
					'counts'      => 'longtext DEFAULT NULL',
					'lease_token' => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
					'lease_until' => 'datetime DEFAULT NULL',
					'version'     => 'int(11) NOT NULL DEFAULT 1',
					'created_at'  => 'datetime NOT NULL',
					'updated_at'  => 'datetime NOT NULL',
				],
				[ 'PRIMARY KEY  (id)', 'KEY user_id (user_id, id)', 'KEY state (state, updated_at)', 'KEY fingerprint (fingerprint, id)' ],
				retention: '30 days after the import, 7 days without one',
				owner: null,
			),
			new Table(
				'ticket_file_pieces',
				[
					'file_id' => 'bigint(20) unsigned NOT NULL',
					'number'  => 'int(11) NOT NULL',
					'bytes'   => 'int(11) NOT NULL DEFAULT 0',
					'sha256'  => self::HASH . ' NOT NULL',
					'sign'    => 'varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
					'data'    => 'longtext CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
				],
				[ 'PRIMARY KEY  (file_id, number)' ],
				personal: [ 'data' ],
				retention: 'until the import begins, at most 7 days',
				owner: null,
			),
			new Table(
				'ticket_file_rows',
				[
					'file_id'     => 'bigint(20) unsigned NOT NULL',
					'row_no'      => 'int(11) NOT NULL',
					'line_no'     => 'int(11) NOT NULL',
					'place'       => self::HASH . ' NOT NULL DEFAULT \'\'',
					'ticket_hash' => self::HASH . ' NOT NULL DEFAULT \'\'',
					'key_hash'    => self::HASH . ' DEFAULT NULL',
					'state'       => self::WORD . ' NOT NULL DEFAULT \'\'',
					'result'      => self::WORD . ' DEFAULT NULL',
					'is_known'    => 'tinyint(1) DEFAULT NULL',
					'errors'      => 'longtext DEFAULT NULL',
					'said'        => 'longtext DEFAULT NULL',
					'cells'       => 'longtext DEFAULT NULL',
				],
				[ 'PRIMARY KEY  (file_id, row_no)', 'KEY place (file_id, state, place, row_no)', 'KEY ticket (file_id, ticket_hash, row_no)', 'KEY result (file_id, result, row_no)', 'KEY key_hash (key_hash)' ],
				personal: [ 'key_hash', 'said', 'cells' ],
				retention: 'until the import has ended; what was refused 30 days longer',
				owner: null,
			),
		];
	}
}
