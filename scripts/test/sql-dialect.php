<?php
/**
 * Looks through every string of includes/ for SQL that one of MariaDB, MySQL 8 and WordPress's SQLite driver
 * does not run, or runs differently. `php scripts/test/sql-dialect.php` also tests itself on both kinds.
 *
 * A line may be excused by a comment on it or above it: sql-dialect: why this one is safe.
 */

declare( strict_types=1 );

const BANNED = [
	'IF(): SQLite takes its else branch; write CASE WHEN' => '/(?<![A-Za-z_])IF\s*\((?!\s*NOT\s+EXISTS|\s*EXISTS)/',
	'generated column: stays NULL in SQLite'              => '/\bGENERATED\s+ALWAYS\b|\bAS\s*\([^()]*\)\s*(STORED|VIRTUAL|PERSISTENT)\b/i',
	'division of integers: 1/3 is 0 in SQLite'            => '~(?<![\w.\'/-])\d+\s*/\s*\d+(?![\w./-])~',
	'named lock: always granted in SQLite'                => '/\b(GET_LOCK|RELEASE_LOCK|RELEASE_ALL_LOCKS|IS_FREE_LOCK|IS_USED_LOCK)\s*\(/i',
	'row lock: ignored in SQLite'                         => '/\bFOR\s+UPDATE\b|\bLOCK\s+IN\s+SHARE\s+MODE\b|\bFOR\s+SHARE\b|\bSKIP\s+LOCKED\b|\bLOCK\s+TABLES\b/',
	'UNHEX(): never matches in SQLite; keep hashes as hex' => '/\bUNHEX\s*\(/i',
	'CREATE TABLE … LIKE'                                 => '/\bCREATE\s+TABLE\s+\S+\s+LIKE\b/i',
	'RENAME TABLE'                                        => '/\bRENAME\s+TABLE\b|\bRENAME\s+TO\b/i',
	'DIV'                                                 => '/(?<=[\s)`\w])\sDIV\s(?=[\s(`\w%])/',
	'MOD'                                                 => '/\bMOD\s*\(|\sMOD\s+[\d(`%]/',
	'GROUP_CONCAT with ORDER BY'                          => '/\bGROUP_CONCAT\s*\([^)]*\bORDER\s+BY\b/is',
	'TIMESTAMPDIFF'                                       => '/\bTIMESTAMPDIFF\s*\(/i',
	'CONVERT_TZ'                                          => '/\bCONVERT_TZ\s*\(/i',
	'CONNECTION_ID'                                       => '/\bCONNECTION_ID\s*\(/i',
	'EXPLAIN'                                             => '/\bEXPLAIN\s+(SELECT|UPDATE|DELETE|INSERT|FORMAT)\b/i',
	'hash in SQL: hash in PHP'                            => '/\b(SHA2|SHA1|CRC32)\s*\(/i',
	'SUBSTRING_INDEX'                                     => '/\bSUBSTRING_INDEX\s*\(/i',
	'FIND_IN_SET'                                         => '/\bFIND_IN_SET\s*\(/i',
	'UUID()'                                              => '/\bUUID(_SHORT)?\s*\(\s*\)/',
	'JSON_TABLE'                                          => '/\bJSON_TABLE\s*\(/i',
	'full-text search'                                    => '/\bMATCH\s*\([^)]*\)\s*AGAINST\b|\bFULLTEXT\b/i',
	'ROW_COUNT()'                                         => '/\bROW_COUNT\s*\(/i',
	'RETURNING'                                           => '/\bRETURNING\s+[`\w*%]/',
	'ADD COLUMN IF NOT EXISTS'                            => '/\bADD\s+(COLUMN|INDEX|KEY)\s+IF\s+NOT\s+EXISTS\b/i',
	'server clock in a local zone: pass UTC from PHP'     => '/\b(NOW|CURDATE|CURTIME|SYSDATE|UNIX_TIMESTAMP|LOCALTIME)\s*\(|\bCURRENT_TIMESTAMP\b/',
	'row constructor: no index is used; write a < x OR (a = x AND id < y)' => '/\(\s*[`\w.]+\s*,\s*[`\w., ]+\)\s*[<>]=?\s*\(/',
];

const BAD = [
	'SELECT IF( a > 1, 2, 3 ) FROM t',
	'total INT GENERATED ALWAYS AS (a + b)',
	'total INT AS (a+b) STORED',
	'SELECT 1/3',
	'SELECT GET_LOCK( %s, 0 )',
	'SELECT id FROM t WHERE id = 1 FOR UPDATE',
	'SELECT id FROM t LOCK IN SHARE MODE',
	'WHERE hash = UNHEX( %s )',
	'CREATE TABLE a LIKE b',
	'RENAME TABLE a TO b',
	'SELECT a DIV 2',
	'SELECT MOD( a, 2 )',
	'SELECT a MOD 2',
	'SELECT GROUP_CONCAT( a ORDER BY b )',
	'TIMESTAMPDIFF( SECOND, a, b )',
	'CONVERT_TZ( a, b, c )',
	'SELECT CONNECTION_ID()',
	'EXPLAIN SELECT 1',
	'SHA2( a, 256 )',
	'CRC32( a )',
	'SUBSTRING_INDEX( a, b, 1 )',
	'FIND_IN_SET( a, b )',
	'SELECT UUID()',
	'JSON_TABLE( a, b )',
	'MATCH (a) AGAINST (%s)',
	'SELECT ROW_COUNT()',
	'INSERT INTO t VALUES (1) RETURNING id',
	'ALTER TABLE t ADD COLUMN IF NOT EXISTS a INT',
	'WHERE at < NOW()',
	'at DATETIME DEFAULT CURRENT_TIMESTAMP',
	'WHERE (a, id) < (%d, %d)',
];

const GOOD = [
	'CREATE TABLE IF NOT EXISTS t (id BIGINT)',
	'DROP TABLE IF EXISTS t',
	'SELECT CASE WHEN a > 1 THEN 2 ELSE 3 END',
	'SELECT COUNT(*) FROM t WHERE a < %d OR (a = %d AND id < %d)',
	'INSERT INTO t (a, b) VALUES (%d, %d) ON DUPLICATE KEY UPDATE a = VALUES(a)',
	'SELECT SUM( a * 1.0 ) / COUNT(*) FROM t',
	'WHERE leased_until < UTC_TIMESTAMP()',
	'NULLIF( a, b )',
	'If (and only if) the store answers',
	'/customers/(?P<id>\d+)/orders',
	'A refund, modified by hand, from 1/2 to 24/7',
	'WHERE name LIKE %s',
	'm/d/Y',
	'https://example.org/2024/10/12/post',
];

/** @return list<string> */
function offences( string $sql ): array {
	return array_keys( array_filter( BANNED, static fn ( string $pattern ): bool => preg_match( $pattern, $sql ) === 1 ) );
}

/** Prose is not SQL: only strings with a word of SQL in capitals count for the numbers in them. */
function is_prose( string $text ): bool {
	return preg_match( '/\b(SELECT|INSERT|UPDATE|DELETE|ALTER|CREATE|WHERE|FROM|JOIN|SET|VALUES|ORDER BY|GROUP BY|CASE|WHEN|AND|OR)\b/', $text ) !== 1;
}

/** @return list<string> */
function judge( string $text ): array {
	$found = offences( $text );

	return is_prose( $text ) ? array_values( array_filter( $found, static fn ( string $name ): bool => ! str_starts_with( $name, 'division' ) ) ) : $found;
}

/** @return list<array{int, string}> Line and text of each string. A string with variables comes as one. */
function strings_of( string $file ): array {
	$strings = [];
	$open    = null;

	foreach ( PhpToken::tokenize( (string) file_get_contents( $file ) ) as $token ) {
		if ( $token->is( T_CONSTANT_ENCAPSED_STRING ) ) {
			$strings[] = [ $token->line, $token->text ];
		} elseif ( $token->is( [ T_START_HEREDOC, '"' ] ) && $open === null ) {
			$open = [ $token->line, '' ];
		} elseif ( $open !== null && $token->is( [ T_END_HEREDOC, '"' ] ) ) {
			$strings[] = $open;
			$open      = null;
		} elseif ( $open !== null ) {
			$open[1] .= $token->text;
		}
	}

	return $strings;
}

/** @param list<string> $lines */
function is_excused( array $lines, int $line ): bool {
	return str_contains( ( $lines[ $line - 2 ] ?? '' ) . ( $lines[ $line - 1 ] ?? '' ), 'sql-dialect:' );
}

/** @return list<string> */
function scan( string $folder ): array {
	$found = [];

	foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $folder, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
		if ( $file->getExtension() !== 'php' ) {
			continue;
		}

		$lines = file( $file->getPathname() );

		foreach ( strings_of( $file->getPathname() ) as [ $line, $text ] ) {
			foreach ( is_excused( $lines, $line ) ? [] : judge( $text ) as $offence ) {
				$found[] = "{$file->getPathname()}:{$line} {$offence}";
			}
		}
	}

	return $found;
}

/** @return list<string> */
function self_test(): array {
	$missed = array_filter( BAD, static fn ( string $sql ): bool => judge( $sql ) === [] );
	$wrong  = array_filter( GOOD, static fn ( string $sql ): bool => judge( $sql ) !== [] );

	return [
		...array_map( static fn ( string $sql ): string => "self-test: not found: {$sql}", array_values( $missed ) ),
		...array_map( static fn ( string $sql ): string => 'self-test: wrongly found: ' . $sql . ' (' . implode( ', ', judge( $sql ) ) . ')', array_values( $wrong ) ),
	];
}

chdir( dirname( __DIR__, 2 ) );
$problems = [ ...self_test(), ...( is_dir( 'includes' ) ? scan( 'includes' ) : [] ) ];
echo $problems === [] ? "One SQL dialect: nothing banned.\n" : implode( "\n", $problems ) . "\n";
exit( $problems === [] ? 0 : 1 );
