<?php
/**
 * Says which rules are tried on ordinary messages, the commonest first: their cues are worth narrowing.
 *
 * php scripts/language/rule-runs.php LANGUAGE FILE.jsonl [HOW-MANY]
 */

declare( strict_types=1 );

use Amicable\Bench\RuleRuns;
use Amicable\Language\Pack;
use Amicable\Language\PackText;

require __DIR__ . '/autoload.php';
require __DIR__ . '/../../bench/RuleRuns.php';

$language = basename( $argv[1] ?? '' );
$compiled = __DIR__ . "/../../includes/Language/packs/$language.txt";
if ( ! is_file( $compiled ) || ! is_file( $argv[2] ?? '' ) ) {
	fwrite( STDERR, "php scripts/language/rule-runs.php LANGUAGE FILE.jsonl [HOW-MANY]\n" );
	exit( 1 );
}
$runs = new RuleRuns( new Pack( new PackText( new SplFileObject( $compiled ) ) ) );
foreach ( (array) file( $argv[2], FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES ) as $line ) {
	$row = json_decode( (string) $line, true );
	if ( is_array( $row ) && is_string( $row['text'] ?? null ) && ( $row['lang'] ?? $language ) === $language && ( $row['labels'] ?? [] ) === [] ) {
		$runs->read( $row['text'] );
	}
}
echo $runs->report( (int) ( $argv[3] ?? 40 ) );
