<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use RuntimeException;

/** The MariaDB that the tests run on, stopped and started again as it was. */
final class DatabaseServer {

	private const SECONDS = 30;

	/** @var non-empty-list<string> */
	private readonly array $command;

	private readonly string $pid_file;

	public function __construct() {
		global $wpdb;
		$this->pid_file = (string) $wpdb->get_var( 'SELECT @@pid_file' );
		$command        = explode( "\0", rtrim( (string) file_get_contents( "/proc/{$this->pid()}/cmdline" ), "\0" ) );
		$this->command  = $command;
		// What was committed has to survive a killed server; for speed, tests do without.
		$wpdb->query( 'SET GLOBAL innodb_flush_log_at_trx_commit = 2' );
	}

	public function restart(): void {
		$this->end( SIGTERM );
	}

	public function crash(): void {
		$this->end( SIGKILL );
	}

	/** Until it answers, on a connection of our own. */
	public function wait(): void {
		global $wpdb;
		$until = microtime( true ) + self::SECONDS;
		while ( ! $wpdb->check_connection( false ) ) {
			if ( microtime( true ) > $until ) {
				throw new RuntimeException( 'The database server did not come back.' );
			}
			usleep( 50_000 );
		}
	}

	private function end( int $signal ): void {
		$pid = $this->pid();
		posix_kill( $pid, $signal );
		$until = microtime( true ) + self::SECONDS;
		while ( self::lives( $pid ) ) {
			if ( microtime( true ) > $until ) {
				throw new RuntimeException( 'The database server does not end.' );
			}
			usleep( 5_000 );
		}
		$this->start();
	}

	/** As a process of nobody, holding nothing of ours open: whoever closes the tests ends it by its socket. */
	private function start(): void {
		$command = implode( ' ', array_map( escapeshellarg( ... ), [ ...$this->command, '--innodb-flush-log-at-trx-commit=2' ] ) );
		$script  = "for fd in /proc/\$\$/fd/*; do n=\${fd##*/}; [ \$n -gt 2 ] && eval \"exec \$n>&-\"; done; exec setsid $command";
		exec( 'bash -c ' . escapeshellarg( $script ) . ' > /dev/null 2>&1 < /dev/null &' );
	}

	/** A child that nobody has waited for yet is a zombie: dead all the same. */
	private static function lives( int $pid ): bool {
		$status = is_readable( "/proc/$pid/stat" ) ? (string) file_get_contents( "/proc/$pid/stat" ) : '';

		return $status !== '' && preg_match( '/\) [ZX] /', $status ) !== 1;
	}

	private function pid(): int {
		return (int) file_get_contents( $this->pid_file );
	}
}
