<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\HelpDesks\Intake\File\ImportTicketFile;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\Processes;

/** A file of tickets from its first byte to the last figure. */
final class FileImportTest extends FileTestCase {

	use AssertsShapes;

	public function test_nothing_is_written_before_it_is_asked_for(): void {
		$before = [ Desk::rows( 'customers' ), Desk::rows( 'identity_keys' ), self::tickets() ];
		$id     = $this->send( self::HEADER . self::row( 1 ) . self::row( 2 ) );
		$import = $this->check( $id );

		self::assertSame( 'checked', $import['state'] );
		self::assertSame( [ 'rows' => 2, 'created' => 2, 'updated' => 0, 'unchanged' => 0, 'rejected' => 0, 'known' => 0, 'unknown' => 2 ], $import['counts'] );
		self::assertSame( $before, [ Desk::rows( 'customers' ), Desk::rows( 'identity_keys' ), self::tickets() ] );
		self::assertSame( 'checked', $this->check( $id )['state'], 'Once more.' );
		self::assertSame( 2, $this->check( $id )['counts']['rows'] );
	}

	public function test_tickets_come_in_with_their_time_and_whom_they_are_of(): void {
		$maya = ( new Desk() )->sale( 'maya@example.com', 4900, 400 );
		$id   = $this->send( self::HEADER . "A-1,MAYA@example.com,Where is it?,Solved,2026-03-01 09:30,1:30\nA-2,new@example.com,Hello,open,2026-03-02T09:30:00+03:00,\n" );
		$seen = $this->check( $id );
		self::assertSame( [ 1, 1 ], [ $seen['counts']['known'], $seen['counts']['unknown'] ] );
		self::assertSame( [ true, false ], array_column( $seen['samples'], 'is_known' ) );
		$import = $this->import( $id );

		self::assertSame( 'done', $import['state'] );
		self::assertSame( [
			[ 'external_id' => 'A-1', 'subject' => 'Where is it?', 'status' => 'closed', 'created_at' => '2026-03-01 09:30:00' ],
			[ 'external_id' => 'A-2', 'subject' => 'Hello', 'status' => 'open', 'created_at' => '2026-03-02 06:30:00' ],
		], self::tickets() );
		self::assertSame( [ [ 'seconds' => '5400', 'customer_id' => (string) $maya ] ], Desk::rows( 'time_entries', 'seconds, customer_id' ) );
		self::assertSame( '1', Desk::graph()->accounts()->row( $maya )['tickets'] ?? null );
	}

	public function test_the_same_file_again_changes_nothing_and_a_newer_one_updates(): void {
		$first = self::HEADER . self::row( 1 ) . self::row( 2 );
		$this->import( $this->ready( $first ) );
		$again = $this->import( $this->ready( $first ) );
		self::assertSame( [ 0, 0, 2 ], [ $again['counts']['created'], $again['counts']['updated'], $again['counts']['unchanged'] ] );

		$id = $this->send( self::HEADER . self::row( 1 ) . str_replace( 'Solved', 'open', self::row( 2 ) ) . self::row( 3 ) );
		self::assertSame( [ 1, 1, 1 ], array_values( array_intersect_key( $this->check( $id )['counts'], [ 'created' => 1, 'updated' => 1, 'unchanged' => 1 ] ) ) );
		$after = $this->import( $id );
		self::assertSame( [ 1, 1, 1 ], [ $after['counts']['created'], $after['counts']['updated'], $after['counts']['unchanged'] ] );
		self::assertCount( 3, self::tickets() );
	}

	public function test_rows_without_a_number_are_known_again_by_what_they_say(): void {
		$columns = [ 'columns' => [ [ 'field' => 'email', 'column' => 0 ], [ 'field' => 'created_at', 'column' => 1 ], [ 'field' => 'subject', 'column' => 2 ] ] ];
		$file    = "Email,Date,Subject\na@example.com,2025-01-01 10:00,Hello\na@example.com,2025-01-01 10:00,Other\na@example.com,2025-01-01 10:00:40, HELLO \n";
		$id      = $this->send( $file );
		$import  = $this->check( $id, $columns );

		self::assertSame( [ '4/4 : An earlier row of this file is the same ticket.' ], self::reasons( $import ) );
		$this->import( $id );
		$this->check( $again = $this->send( $file ), $columns );
		self::assertSame( 2, $this->import( $again )['counts']['unchanged'] );
		self::assertCount( 2, self::tickets() );
	}

	public function test_a_row_for_each_message_makes_one_ticket_wherever_the_rows_stand(): void {
		$options = [
			'shape'   => 'messages',
			'columns' => array_map( static fn ( string $field, int $column ): array => [ 'field' => $field, 'column' => $column ], [ 'external_id', 'email', 'message_at', 'message_kind', 'message_text', 'message_id', 'message_author' ], [ 0, 1, 2, 3, 4, 5, 1 ] ),
		];
		$id      = $this->send( "conversation_id,message_author_email,message_created_at,message_author_type,message_body,message_id\nC1,agent@shop.test,2025-03-01 10:00,admin,Here,m2\nC2,b@example.com,2025-03-01 10:00,user,Other,m3\nC1,a@example.com,2025-03-01 09:00,user,Where?,m1\nC3,agent@shop.test,2025-03-01 11:00,admin,Nobody asked,m4\n", 'intercom.csv' );
		$import  = $this->check( $id, $options );
		self::assertSame( [ '5/5 message_author_email: This is not an email address.' ], self::reasons( $import ) );
		$this->import( $id );

		self::assertSame( [ 'C1', 'C2' ], array_column( self::tickets(), 'external_id' ) );
		self::assertSame( [ [ 'external_id' => 'm1', 'kind' => 'customer' ], [ 'external_id' => 'm2', 'kind' => 'agent' ], [ 'external_id' => 'm3', 'kind' => 'customer' ] ], Desk::rows( 'messages', 'external_id, kind' ) );
	}

	public function test_every_refused_row_says_where_and_why_and_comes_back_mended(): void {
		$file   = self::HEADER . "1,nobody,=cmd(),Solved,2025-01-01,5\n2,a@example.com,x,frozen,2025-13-01,5\n3,a@example.com,x,open,2999-01-01,5\n4,a@example.com,\"two\nlines\",open,2025-01-01,long\n5,a@example.com,x,open,2025-01-01,5,too,many\n6,b@example.com,fine,open,2025-01-01,5\n1,c@example.com,\xE9,open,2025-01-01,5\n";
		$id     = $this->send( $file );
		$import = $this->check( $id );
		self::assertSame( [
			'2/2 Requester email: This is not an email address.',
			'3/3 Status: It is not known what this word means here. Say what it stands for, and check again.',
			'3/3 Created at: This is no date that can be read.',
			'4/4 Created at: This lies in the future.',
			'5/5 Minutes: This is no length of time. Write 90, 1:30 or 1.5 h.',
			'6/7 : This row has more cells than there are columns.',
			'8/9 Subject: These letters cannot be read. Try another encoding.',
		], self::reasons( $import ) );
		$this->import( $id );
		$list = $this->json( $this->rest( 'GET', "/imports/$id/rejected" ) );
		self::assert_shape( 'imports.rejected', $list );
		self::assertNull( $list['next'] );
		self::assertDoesNotMatchRegularExpression( '/"[=+@]/', $list['text'] );
		self::assertStringContainsString( '"two' . "\n" . 'lines"', $list['text'] );

		$mended = str_replace( [ '"nobody"', 'frozen', '2025-13-01' ], [ '"a@example.com"', 'open', '2025-12-01' ], $list['text'] );
		$shift  = [ 'columns' => array_map( static fn ( array $column ): array => [ ...$column, 'column' => $column['column'] + 4 ], self::OPTIONS['columns'] ) ];
		$second = $this->check( $this->send( $mended ), $shift );
		self::assertSame( 2, $second['counts']['created'] );
		self::assertSame( '=cmd()', $second['samples'][0]['subject'] );
	}

	public function test_the_answers_are_what_their_schemas_say(): void {
		$id = $this->send( self::HEADER . self::row( 1 ) . "2,nobody,,,,\n" );
		self::assert_shape( 'imports.preview', $this->json( $this->rest( 'GET', "/imports/$id/preview" ) ) );
		self::assert_shape( 'imports.import', $this->check( $id ) );
		$this->import( $id );
		self::assert_shape( 'imports.list', $this->json( $this->rest( 'GET', '/imports' ) ) );
		self::assert_shape( 'imports.removed', $this->json( $this->rest( 'DELETE', "/imports/$id" ) ) );
		self::assertSame( [ [], [], [] ], [ Desk::rows( 'ticket_files' ), Desk::rows( 'ticket_file_pieces' ), Desk::rows( 'ticket_file_rows' ) ] );
		self::assertCount( 1, self::tickets(), 'What was imported stays.' );
	}

	public function test_the_example_of_the_docs_is_recognized_and_comes_in_whole(): void {
		$id   = $this->send( (string) file_get_contents( dirname( __DIR__, 4 ) . '/docs/examples/tickets-invented.csv' ) );
		$seen = $this->json( $this->rest( 'GET', "/imports/$id/preview" ) );
		self::assertSame( [ 11, null ], [ count( $seen['columns'] ), $seen['date_order'] ] );
		self::assertNotContains( null, array_column( $seen['statuses'], 'status' ) );
		$import = $this->check( $id, [ 'source' => $seen['desk'], 'columns' => $seen['columns'] ] );
		self::assertSame( [ 4, 0 ], [ $import['counts']['created'], $import['counts']['rejected'] ] );
		$this->import( $id );

		self::assertEqualsCanonicalizing( [ '720', '1500', '5400' ], array_column( Desk::rows( 'time_entries', 'seconds' ), 'seconds' ) );
		self::assertCount( 4 + 1 + 3 + 0 + 1, Desk::rows( 'messages', 'id' ) );
	}

	public function test_a_job_carries_on_what_the_page_left(): void {
		$id = $this->send( self::many( 700 ) );
		$this->rest( 'PUT', "/imports/$id", self::OPTIONS );
		$this->run_jobs( time() + 600 );
		self::assertSame( 'checked', Desk::graph()->file_import()->files->find( $id )?->state );
		Desk::graph()->file_import()->driver()->begin( Desk::graph()->file_import()->files->find( $id ) );
		self::assertSame( [ [ 'file' => $id ] ], Desk::graph()->job( ImportTicketFile::NAME )?->due() );
		do_action( 'amicable_sweep' );
		$this->run_jobs( time() + 600 );

		self::assertSame( 700, Desk::graph()->file_import()->files->find( $id )?->counts['created'] ?? null );
		self::assertSame( [], Desk::rows( 'ticket_file_rows' ), 'Nothing of it is left.' );
		self::assertSame( [], Desk::rows( 'ticket_file_pieces' ) );
	}

	public function test_whoever_is_killed_leaves_work_that_ends_in_the_same_tickets(): void {
		$id   = $this->send( self::many( 260 ) );
		$file   = $this->check( $id )['id'];
		$killed = [];
		foreach ( [ 40, 120, 300, 700 ] as $queries ) {
			$killed[] = Processes::at_once( [ function () use ( $file, $queries ): int {
				$seen = 0;
				add_filter( 'query', static function ( string $sql ) use ( &$seen, $queries ): string {
					if ( ++$seen > $queries ) {
						Processes::kill_this_one();
					}
					return $sql;
				} );
				$this->rest( 'POST', "/imports/$file/run", [ 'step' => 'import' ] );
				return 1;
			} ] )[0];
			$this->lose_the_lease();
		}
		self::assertSame( [ null, null, null, null ], $killed );
		$done = $this->import( $id );

		self::assertSame( [ 260, 0, 0, 0 ], [ $done['counts']['created'], $done['counts']['updated'], $done['counts']['unchanged'], $done['counts']['rejected'] ] );
		self::assertCount( 260, self::tickets( 'external_id' ) );
		self::assertCount( 260, array_unique( array_column( self::tickets( 'external_id' ), 'external_id' ) ) );
	}

	public function test_several_at_once_do_each_ticket_once(): void {
		$id = $this->send( self::many( 300 ) );
		$this->rest( 'PUT', "/imports/$id", self::OPTIONS );
		$turn = fn ( string $step ) => function () use ( $id, $step ): int {
			for ( $round = 0; $round < 6; $round++ ) {
				$this->rest( 'POST', "/imports/$id/run", [ 'step' => $step ] );
			}
			return 1;
		};
		Processes::at_once( array_fill( 0, 3, $turn( 'check' ) ) );
		self::assertSame( 300, $this->check( $id )['counts']['created'] );
		Processes::at_once( array_fill( 0, 3, $turn( 'import' ) ) );

		self::assertSame( 300, $this->import( $id )['counts']['created'] );
		self::assertCount( 300, self::tickets( 'external_id' ) );
	}

	private function ready( string $bytes ): int {
		$id = $this->send( $bytes );
		$this->check( $id );

		return $id;
	}

	private static function many( int $rows ): string {
		return self::HEADER . implode( '', array_map( self::row( ... ), range( 1, $rows ) ) );
	}

	/** As if its time had run out. */
	private function lose_the_lease(): void {
		$database = Desk::graph()->database();
		$database->write( "UPDATE {$database->table( 'ticket_files' )} SET lease_until = '2020-01-01 00:00:00' WHERE lease_until IS NOT NULL" );
	}
}
