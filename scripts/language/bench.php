<?php
/** `npm run bench:detection`: how fast the packs read, and what the slowest odd input costs. Needs no data but its own. */

declare( strict_types=1 );

use Amicable\Language\Reader;

require __DIR__ . '/autoload.php';
require __DIR__ . '/../../bench/OddMessages.php';

/** @return list<string> Messages of about this many bytes, made of the blind set's own. */
function messages( int $bytes ): array {
	$texts = [];
	foreach ( (array) file( __DIR__ . '/../../tests/fixtures/language/blind.jsonl' ) as $line ) {
		$row                     = json_decode( (string) $line, true );
		$texts[ $row['lang'] ][] = $row['text'];
	}
	$messages = [];
	foreach ( $texts as $list ) {
		for ( $at = 0; $at < count( $list ); $at++ ) {
			$message = '';
			for ( $more = $at; strlen( $message ) < $bytes; $more++ ) {
				$message .= ( $message === '' ? '' : ' ' ) . $list[ $more % count( $list ) ];
			}
			$messages[] = mb_strcut( $message, 0, $bytes, 'UTF-8' );
		}
	}
	return $messages;
}

/** Seconds of this process on a core: what other programs do at the same time does not count. */
function cpu(): float {
	$usage = getrusage();
	return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ( $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'] ) / 1e6;
}

/** Work that has nothing to do with the packs: what is measured beside it can be compared between machines, and between busy and quiet minutes. */
function yardstick(): void {
	$text  = str_repeat( 'The quick brown fox jumps over the lazy dog, then it sits down and waits for an answer. ', 8 );
	$words = [];
	foreach ( explode( ' ', strtolower( $text ) ) as $word ) {
		$words[ $word ] = ( $words[ $word ] ?? 0 ) + crc32( $word );
	}
	preg_match_all( '/(?<!\w)(?:(?:quick|slow)[^.]{0,40}?(?<!\w)(?:cat|hare)|(?:waits|sits)\s\w{1,9}\s(?:her|him))(?!\w)/', $text );
}

/** @return array{middle: float, best: float} Rounds a second, by processor time, over some seconds; the best is what is left when nobody else uses the core. */
function per_second( callable $round, float $seconds ): array {
	$round();
	$took  = [];
	$begun = cpu();
	while ( cpu() - $begun < $seconds ) {
		$before = cpu();
		$round();
		$took[] = max( 1e-6, cpu() - $before );
	}
	sort( $took );

	return [
		'middle' => 1 / $took[ intdiv( count( $took ), 2 ) ],
		'best'   => 1 / $took[0],
	];
}

/** @param list<string> $messages */
function say( string $what, Reader $reader, array $messages, float $seconds ): void {
	$count = count( $messages );
	$speed = per_second(
		static function () use ( $reader, $messages ): void {
			foreach ( $messages as $message ) {
				$reader->read( $message );
			}
		},
		$seconds
	);
	$stick = per_second(
		static function (): void {
			for ( $times = 0; $times < 1000; ++$times ) {
				yardstick();
			}
		},
		0.5
	);
	printf( "%s: %d messages/s, best round %d, %.1f for 100 yardsticks\n", $what, $speed['middle'] * $count, $speed['best'] * $count, 100 * $speed['best'] * $count / ( 1000 * $stick['best'] ) );
}

$short  = messages( 100 );
$dense  = messages( 650 );
$plain  = array_map( static fn ( int $number ): string => "Hello, the checkout page shows a blank screen since version 4.$number on PHP 8.3, what can I look at?", range( 1, 50 ) );
$long   = array_map( static fn ( string $first ): string => mb_strcut( $first . ' ' . implode( ' ', $plain ), 0, 650, 'UTF-8' ), $short );
$before = memory_get_usage();
$begun  = cpu();
$reader = in_array( '--rules', $argv, true ) ? Reader::by_rules() : Reader::shipped();
printf( "packs loaded in %.1f ms\n", ( cpu() - $begun ) * 1000 );
say( '100 bytes, two thirds of them findings', $reader, $short, 3 );
say( '650 bytes, ten findings in each', $reader, $dense, 3 );
say( '100 bytes, plain questions', $reader, $plain, 2 );
say( '650 bytes, two thirds of them with a finding', $reader, $long, 3 );
printf( "memory over an empty request, without the messages: %.1f MB\n", ( memory_get_peak_usage() - $before ) / 1e6 );
$slowest = [ 0.0, '' ];
foreach ( Amicable\Bench\OddMessages::inputs() as $name => $text ) {
	$begun = cpu();
	$reader->read( $text );
	$slowest = max( $slowest, [ ( cpu() - $begun ) * 1000, $name ] );
	if ( in_array( '--all', $argv, true ) ) {
		printf( "  %6.1f ms  %s\n", ( cpu() - $begun ) * 1000, $name );
	}
}
printf( "slowest of the odd inputs (20 kB each): %.1f ms, %s\n", ...$slowest );
