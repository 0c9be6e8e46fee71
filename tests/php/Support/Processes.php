<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Closure;
use RuntimeException;
use Throwable;

/** Real processes beside this one, each with a database connection of its own. They end by SIGKILL, so nothing of theirs is tidied up. */
final class Processes {

	/** @var list<mixed> Connections that children inherited; closing one would end it for the parent too. */
	private static array $inherited = [];

	/**
	 * Runs all of them at once and answers what each returned; null for one that was killed.
	 *
	 * @param list<Closure(): mixed> $works
	 * @return list<mixed>
	 */
	public static function at_once( array $works ): array {
		$gate     = tempnam( sys_get_temp_dir(), 'amicable-gate' );
		$answers  = [];
		$children = [];
		foreach ( $works as $index => $work ) {
			$answers[ $index ]  = (string) tempnam( sys_get_temp_dir(), 'amicable-answer' );
			$children[ $index ] = self::fork( $work, $answers[ $index ], (string) $gate );
		}
		unlink( (string) $gate );
		$results = [];
		foreach ( $children as $index => $child ) {
			pcntl_waitpid( $child, $status );
			$text              = (string) file_get_contents( $answers[ $index ] );
			$results[ $index ] = $text === '' ? null : json_decode( $text, true, 512, JSON_THROW_ON_ERROR );
			unlink( $answers[ $index ] );
		}

		return array_values( $results );
	}

	public static function kill_this_one(): void {
		posix_kill( posix_getpid(), SIGKILL );
	}

	/** @param Closure(): mixed $work */
	private static function fork( Closure $work, string $answer, string $gate ): int {
		$child = pcntl_fork();
		if ( $child === -1 ) {
			throw new RuntimeException( 'No process could be started.' );
		}
		if ( $child > 0 ) {
			return $child;
		}
		try {
			self::connect_again();
			// Everybody waits here, so that they really start together.
			while ( is_file( $gate ) ) {
				usleep( 200 );
				clearstatcache();
			}
			$result = $work();
		} catch ( Throwable $thrown ) {
			$result = [ 'thrown' => $thrown::class . ': ' . $thrown->getMessage() . ' at ' . basename( $thrown->getFile() ) . ':' . $thrown->getLine() ];
		}
		file_put_contents( $answer, (string) json_encode( $result ) );
		self::kill_this_one();
		exit;
	}

	private static function connect_again(): void {
		global $wpdb;
		self::$inherited[] = $wpdb->dbh;
		$wpdb->db_connect( false );
	}
}
