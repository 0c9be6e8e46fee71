<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\HelpDesks\TicketFile\Row;
use Amicable\Storage\FileCounts;
use Amicable\Storage\FilePeople;
use Amicable\Storage\FilePieces;
use Amicable\Storage\FileRows;
use Amicable\Storage\StoredPieces;
use Amicable\Storage\TicketFile;
use Amicable\Storage\TicketFiles;

/** Files of tickets on their way in, in whatever database there is. */
final class TicketFilesTest extends StorageTestCase {

	private TicketFiles $files;

	protected function setUp(): void {
		parent::setUp();
		$this->files = new TicketFiles( $this->database(), $this->clock );
	}

	public function test_only_one_of_two_has_a_file_in_hand_and_a_late_one_writes_nothing(): void {
		$id = $this->file( 'checking' );
		$mine = $this->files->claim( $id, 'checking', 60 );
		self::assertNotNull( $mine );
		self::assertNull( $this->files->claim( $id, 'checking', 60 ) );
		self::assertNull( $this->files->claim( $id, 'importing', 60 ), 'Of another kind of work.' );
		self::assertTrue( $this->files->advance( $id, $mine, 'read:1:2:3:4', 1, 9, 60 ) );
		self::assertTrue( $this->files->advance( $id, $mine, 'read:1:2:3:4', 1, 9, 60 ), 'The same again counts too.' );

		$later = new TicketFiles( $this->database(), new \Amicable\Tests\Support\FrozenClock( '2026-11-20 12:05:00' ) );
		$other = $later->claim( $id, 'checking', 60 );
		self::assertNotNull( $other );
		self::assertFalse( $this->files->advance( $id, $mine, 'read:9:9:9:9', 9, 9, 60 ) );
		self::assertFalse( $this->files->settle( $id, $mine, TicketFile::CHECKED, null ) );
		self::assertTrue( $later->settle( $id, $other, TicketFile::CHECKED, null ) );
		self::assertSame( [ 'read', '1:2:3:4' ], $this->files->find( $id )?->position() );
	}

	public function test_an_import_begins_once(): void {
		$id = $this->file( 'checked' );

		self::assertSame( [ true, false ], [ $this->files->import( $id, 5 ), $this->files->import( $id, 5 ) ] );
		self::assertFalse( $this->files->check( $id, [], [], str_repeat( 'a', 64 ), 'read:', 1 ) );
		self::assertSame( [ $id ], $this->files->under_way() );
	}

	public function test_pieces_hold_any_bytes_and_the_same_piece_twice_is_one(): void {
		$pieces = new FilePieces( $this->database() );
		$bytes  = implode( '', array_map( chr( ... ), range( 0, 255 ) ) );
		$pieces->save( 7, 1, 'other', hash( 'sha256', 'other' ) );
		$pieces->save( 7, 1, $bytes, hash( 'sha256', $bytes ) );
		$pieces->save( 7, 0, 'plain', hash( 'sha256', 'plain' ) );
		$stored = new StoredPieces( $pieces, 7 );

		self::assertSame( [ 'plain', $bytes, null ], [ $stored->piece( 0 ), $stored->piece( 1 ), $stored->piece( 2 ) ] );
		self::assertSame( 1, $pieces->first_odd( 7 ) );
		self::assertSame( [ 0, 1 ], array_keys( $pieces->hashes( 7 ) ) );
		self::assertTrue( $this->files->has_unread() );
		$pieces->drop( 7 );
		self::assertSame( [ null, false ], [ $pieces->bytes( 7, 0 ), $this->files->has_unread() ] );
	}

	public function test_rows_are_handed_out_by_place_counted_by_result_and_kept_once(): void {
		$rows = new FileRows( $this->database() );
		$row  = static fn ( int $number, string $place, array $errors = [] ): array => [ 'row' => new Row( $number, $number + 1, [ 'subject' => "Größe 🙂 $number" ], $errors ), 'place' => $place, 'ticket_hash' => str_pad( "$place", 64, 'x' ), 'key_hash' => str_pad( 'k', 64, 'k' ), 'cells' => [ "=$number" ] ];
		$all  = [ $row( 2, 'b' ), $row( 3, 'a' ), $row( 4, 'b' ), $row( 5, '', [ [ 'email', 'no_email' ] ] ) ];
		$rows->add( 7, $all );
		$rows->add( 7, $all );
		$next = $rows->next( 7, [ FileRows::READ ], '', 10 );
		self::assertSame( [ 3, 2, 4 ], array_map( static fn ( array $one ): int => $one['row']->row, $next ) );
		self::assertSame( 'Größe 🙂 3', $next[0]['row']->said['subject'] );
		self::assertSame( [ str_pad( 'b', 64, 'x' ) => 2 ], $rows->first_of( 7, [ str_pad( 'b', 64, 'x' ), str_repeat( 'n', 64 ) ] ) );
		$rows->mark( 7, [ 3 ], FileRows::READY, 'created' );
		$rows->belong( 7, [ 2, 3, 4 ], str_pad( 'k', 64, 'k' ), true );
		$counts = new FileCounts( $this->database() );

		self::assertSame( [ 'rows' => 4, 'created' => 1, 'updated' => 0, 'unchanged' => 0, 'rejected' => 1, 'known' => 1, 'unknown' => 0 ], $counts->of( 7 ) );
		self::assertSame( 2, $counts->waiting( 7 ) );
		self::assertSame( [ [ 'row' => 5, 'line' => 6, 'errors' => [ [ 'email', 'no_email' ] ], 'cells' => [ '=5' ] ] ], $counts->rejected( 7, 0, 10 ) );
		self::assertSame( [ 2 ], array_map( static fn ( array $one ): int => $one['row']->row, $rows->next( 7, [ FileRows::READ ], 'a', 1 ) ) );
		$rows->drop_taken( 7 );
		self::assertSame( 1, $counts->of( 7 )['rows'] );
		self::assertSame( 1, ( new FilePeople( $this->database() ) )->erase( [ str_pad( 'k', 64, 'k' ) ] ) );
	}

	private function file( string $state ): int {
		$id = $this->files->create( 1, 'tickets.csv', 10 );
		$this->database()->write( "UPDATE {$this->database()->table( 'ticket_files' )} SET state = %s WHERE id = %d", [ $state, $id ] );

		return $id;
	}
}
