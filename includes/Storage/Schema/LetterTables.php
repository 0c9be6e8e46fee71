<?php
declare( strict_types=1 );

namespace Amicable\Storage\Schema;

use Amicable\Storage\Table;

/** What is written to customers in the course of a case, and the shop's own words for it. */
final class LetterTables {

	private const WORD = 'varchar(%d) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'';

	/** @return list<Table> */
	public static function all(): array {
		return [ self::letters(), self::texts() ];
	}

	/** An erased letter keeps its row without words: `body` is null. */
	private static function letters(): Table {
		return new Table(
			'letters',
			[
				'id'                 => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
				'case_id'            => 'bigint(20) unsigned NOT NULL',
				'customer_id'        => 'bigint(20) unsigned NOT NULL',
				'origin_customer_id' => 'bigint(20) unsigned DEFAULT NULL',
				'state'              => sprintf( self::WORD, 8 ),
				'stage'              => sprintf( self::WORD, 16 ),
				'template'           => 'varchar(32) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
				'template_version'   => 'int(11) DEFAULT NULL',
				'variant'            => sprintf( self::WORD, 32 ),
				'channel'            => sprintf( self::WORD, 8 ),
				'language'           => sprintf( self::WORD, 8 ),
				'recipient'          => 'varchar(254) NOT NULL DEFAULT \'\'',
				'subject'            => 'varchar(200) NOT NULL DEFAULT \'\'',
				'body'               => 'longtext DEFAULT NULL',
				'facts'              => 'longtext DEFAULT NULL',
				'via'                => 'varchar(8) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
				'desk'               => 'varchar(24) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
				'desk_ticket'        => 'varchar(190) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
				'is_unchanged'       => 'tinyint(1) NOT NULL DEFAULT 0',
				'answers'            => 'varchar(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT \'\'',
				'read_by'            => 'bigint(20) unsigned DEFAULT NULL',
				'read_at'            => 'datetime DEFAULT NULL',
				'sender_id'          => 'bigint(20) unsigned DEFAULT NULL',
				'sent_at'            => 'datetime DEFAULT NULL',
				'failure'            => 'varchar(500) NOT NULL DEFAULT \'\'',
				'answer_claim'       => 'bigint(20) unsigned DEFAULT NULL',
				'token'              => 'varchar(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL',
				'lease_until'        => 'datetime DEFAULT NULL',
				'created_by'         => 'bigint(20) unsigned NOT NULL DEFAULT 0',
				'created_at'         => 'datetime NOT NULL',
				'updated_at'         => 'datetime NOT NULL',
				'version'            => 'int(11) NOT NULL DEFAULT 1',
			],
			[ 'PRIMARY KEY  (id)', 'UNIQUE KEY answer_claim (answer_claim)', 'KEY case_id (case_id, id)', 'KEY customer_id (customer_id)', 'KEY lease (state, lease_until)', 'KEY template (template, language)' ],
			personal: [ 'recipient', 'subject', 'body', 'facts', 'failure' ],
			retention: '3 years after the end',
			export: 'rows',
			erase: 'columns',
			exported_if: "state = 'sent' AND body IS NOT NULL",
		);
	}

	/** Own words for shipped texts (`template`), and what stands in for a field everywhere (`field`). A text that was put back keeps its row, so that its version never repeats. */
	private static function texts(): Table {
		return new Table(
			'playbook_texts',
			[
				'id'         => 'bigint(20) unsigned NOT NULL AUTO_INCREMENT',
				'kind'       => sprintf( self::WORD, 8 ),
				'slug'       => sprintf( self::WORD, 32 ),
				'language'   => sprintf( self::WORD, 8 ),
				'based_on'   => 'int(11) NOT NULL DEFAULT 1',
				'subject'    => 'varchar(200) NOT NULL DEFAULT \'\'',
				'words'      => 'longtext DEFAULT NULL',
				'version'    => 'int(11) NOT NULL DEFAULT 1',
				'updated_by' => 'bigint(20) unsigned NOT NULL DEFAULT 0',
				'updated_at' => 'datetime NOT NULL',
			],
			[ 'PRIMARY KEY  (id)', 'UNIQUE KEY kind_slug_language (kind, slug, language)' ],
			retention: 'while installed',
			owner: null,
		);
	}
}
