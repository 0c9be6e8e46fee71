<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\Storage\TicketFile;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** A file of tickets, sent and imported over REST as the screen does it. */
abstract class FileTestCase extends IntegrationTestCase {

	protected const OPTIONS = [
		'encoding'     => 'utf-8',
		'delimiter'    => ',',
		'shape'        => 'tickets',
		'source'       => 'zendesk',
		'columns'      => [
			[ 'field' => 'external_id', 'column' => 0 ],
			[ 'field' => 'email', 'column' => 1 ],
			[ 'field' => 'subject', 'column' => 2 ],
			[ 'field' => 'status', 'column' => 3 ],
			[ 'field' => 'created_at', 'column' => 4 ],
			[ 'field' => 'minutes', 'column' => 5 ],
		],
		'date_order'   => null,
		'time_zone'    => 'UTC',
		'minutes_unit' => 'minutes',
		'statuses'     => [],
	];

	protected const HEADER = "Id,Requester email,Subject,Status,Created at,Minutes\n";

	protected function setUp(): void {
		parent::setUp();
		( new \Amicable\Admin\Roles() )->install();
		$this->as_role( 'administrator' );
	}

	/** A row like many; no two alike. */
	protected static function row( int $number, string $email = '' ): string {
		return sprintf( "T-%d,%s,\"Question, %d\",Solved,2025-%02d-%02d 09:%02d,%d\n", $number, $email === '' ? 'person' . $number % 40 . '@example.com' : $email, $number, $number % 12 + 1, $number % 28 + 1, $number % 60, $number % 90 );
	}

	/** @return int The import, all of it sent. */
	protected function send( string $bytes, string $name = 'tickets.csv' ): int {
		$made = $this->json( $this->rest( 'POST', '/imports', [ 'name' => $name, 'size' => strlen( $bytes ) ] ) );
		foreach ( str_split( $bytes, TicketFile::PIECE ) as $number => $piece ) {
			self::assertSame( 200, $this->piece( $made['id'], $number, $piece )->get_status() );
		}

		return $made['id'];
	}

	protected function piece( int $id, int $number, string $piece, ?string $sha256 = null ): WP_REST_Response {
		return $this->rest( 'PUT', "/imports/$id/chunks/$number", [ 'sha256' => $sha256 ?? hash( 'sha256', $piece ), 'data' => base64_encode( $piece ) ] );
	}

	/**
	 * @param array<string, mixed> $options
	 * @return array<string, mixed> The import, checked.
	 */
	protected function check( int $id, array $options = [] ): array {
		$answer = $this->rest( 'PUT', "/imports/$id", [ ...self::OPTIONS, ...$options ] );
		self::assertSame( 202, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->drive( $id, 'check', 'checking' );
	}

	/** @return array<string, mixed> The import, done. */
	protected function import( int $id ): array {
		return $this->drive( $id, 'import', 'importing' );
	}

	/** @return array<string, mixed> */
	private function drive( int $id, string $step, string $while ): array {
		for ( $turn = 0; $turn < 100; $turn++ ) {
			$import = $this->json( $this->rest( 'POST', "/imports/$id/run", [ 'step' => $step ] ) );
			if ( $import['state'] !== $while ) {
				return $import;
			}
		}
		self::fail( "It is $while for ever." );
	}

	/** @return list<string> What refused rows say, with the row and the column. */
	protected static function reasons( mixed $import ): array {
		$all = [];
		foreach ( $import['rejected'] as $row ) {
			foreach ( $row['errors'] as $error ) {
				$all[] = "$row[row]/$row[line] $error[column]: $error[message]";
			}
		}

		return $all;
	}

	/** @return list<array<string, string|null>> */
	protected static function tickets( string $columns = 'external_id, subject, status, created_at' ): array {
		return Desk::rows( 'tickets', $columns );
	}
}
