<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Privacy;

use Amicable\Tests\Integration\HelpDesks\FileTestCase;
use Amicable\Tests\Support\Desk;

/** Persons in files that are on their way in. */
final class FilesTest extends FileTestCase {

	private const FILE = self::HEADER . "1,Ada@example.com,about ada,Solved,2025-01-01,5\n2,bo@example.com,about bo,Solved,2025-01-01,5\n3,ada@example.com,more of ada,frozen,2025-01-01,5\n";

	public function test_the_export_names_what_a_file_says_of_somebody_who_is_no_customer_yet(): void {
		$this->check( $this->send( self::FILE ) );
		$ask    = apply_filters( 'wp_privacy_personal_data_exporters', [] )['amicable-files']['callback'];
		$answer = $ask( 'ada@example.com', 1 );

		self::assertTrue( $answer['done'] );
		self::assertCount( 2, $answer['data'] );
		self::assertStringContainsString( 'about ada', (string) wp_json_encode( $answer ) );
		self::assertStringNotContainsString( 'bo@', (string) wp_json_encode( $answer ) );
	}

	public function test_the_eraser_takes_the_rows_out_and_says_what_it_cannot_look_into(): void {
		$id     = $this->send( self::FILE );
		$this->check( $id );
		$ask    = apply_filters( 'wp_privacy_personal_data_erasers', [] )['amicable-files']['callback'];
		$answer = $ask( 'ADA@example.com', 1 );

		self::assertSame( [ true, true, true ], [ $answer['items_removed'], $answer['items_retained'], $answer['done'] ] );
		self::assertStringNotContainsString( 'ada', (string) wp_json_encode( Desk::rows( 'ticket_file_rows' ) ) );
		self::assertSame( 1, $this->import( $id )['counts']['created'] );
		self::assertStringNotContainsString( 'ada', (string) wp_json_encode( [ Desk::rows( 'customers' ), Desk::rows( 'tickets' ), Desk::rows( 'ticket_file_rows' ) ] ) );
		self::assertFalse( $ask( 'ada@example.com', 1 )['items_retained'] );
	}
}
