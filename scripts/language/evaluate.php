<?php
/**
 * Reads messages from a JSON Lines file with the shipped packs and says how well.
 *
 * php scripts/language/evaluate.php FILE.jsonl [--out PRED.jsonl] [--all] [--wrong] [--rules]
 *
 * `--rules`: what the rules find, without what was learned.
 */

declare( strict_types=1 );

use Amicable\Language\Finding;
use Amicable\Language\Reader;

require __DIR__ . '/autoload.php';
require __DIR__ . '/../../bench/DetectionTable.php';

/** Labels that evaluation files know; `--all` adds the others. */
const SCORED = [ 'abuse', 'review_threat', 'chargeback_threat', 'legal_threat', 'freebie' ];

function option( array $arguments, string $name ): ?string {
	$at = array_search( $name, $arguments, true );
	return $at === false ? null : $arguments[ $at + 1 ] ?? null;
}

function rows( string $file ): iterable {
	$lines = fopen( $file, 'rb' );
	if ( $lines === false ) {
		fwrite( STDERR, "$file cannot be read.\n" );
		exit( 1 );
	}
	for ( $number = 1; ( $line = fgets( $lines ) ) !== false; $number++ ) {
		if ( trim( $line ) === '' ) {
			continue;
		}
		$row = json_decode( $line, true );
		if ( ! is_array( $row ) || ! isset( $row['id'] ) || ! is_string( $row['text'] ?? null ) ) {
			fwrite( STDERR, "$file, line $number: no id or text.\n" );
			exit( 1 );
		}
		yield $row;
	}
}

/** @param list<Finding> $findings */
function prediction( array $row, array $findings, bool $all ): array {
	$kept = array_values( array_filter( $findings, static fn ( Finding $finding ): bool => $all || in_array( $finding->label->value, SCORED, true ) ) );
	return [
		'id'       => $row['id'],
		'labels'   => array_values( array_unique( array_map( static fn ( Finding $finding ): string => $finding->label->value, $kept ) ) ),
		'evidence' => array_map(
			static fn ( Finding $finding ): array => [
				'label' => $finding->label->value,
				'text'  => $finding->quote,
				'start' => $finding->start,
				'end'   => $finding->end,
			],
			$kept
		),
	];
}

$arguments = array_slice( $argv, 1 );
$file      = $arguments[0] ?? '';
$out       = option( $arguments, '--out' );
$target    = $out === null ? null : fopen( $out, 'wb' );
$reader    = in_array( '--rules', $arguments, true ) ? Reader::by_rules() : Reader::shipped();
$table     = new Amicable\Bench\DetectionTable( SCORED );
foreach ( rows( $file ) as $row ) {
	$reading    = $reader->read( $row['text'], isset( $row['lang'] ) && is_string( $row['lang'] ) ? $row['lang'] : null );
	$prediction = prediction( $row, $reading->findings, in_array( '--all', $arguments, true ) );
	$table->add( $row, $prediction, $reading );
	if ( $target !== null ) {
		fwrite( $target, json_encode( $prediction, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR ) . "\n" );
	}
}
echo $table->text();
if ( in_array( '--wrong', $arguments, true ) ) {
	echo $table->wrong();
}
