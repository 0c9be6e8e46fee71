<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\HelpDesks\Intake\File\ForgetFiles;
use Amicable\Storage\TicketFile;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\FrozenClock;
use PHPUnit\Framework\Attributes\DataProvider;

/** What is refused of a file of tickets, and what may be repeated. */
final class FileRefusalsTest extends FileTestCase {

	public function test_a_damaged_part_is_refused_and_the_right_one_is_taken_later(): void {
		$id = $this->begin( 5 );

		self::assertSame( [ 422, 'amicable_piece_damaged' ], $this->told( $this->piece( $id, 0, 'a,b,c', str_repeat( 'a', 64 ) ) ) );
		self::assertSame( [ 422, 'amicable_piece_damaged' ], $this->told( $this->piece( $id, 0, 'a,b' ) ), 'Too short.' );
		self::assertSame( [ 400, 'amicable_invalid' ], $this->told( $this->rest( 'PUT', "/imports/$id/chunks/0", [ 'sha256' => hash( 'sha256', 'x' ), 'data' => '***' ] ) ) );
		self::assertSame( [ 404, 'amicable_no_such_piece' ], $this->told( $this->piece( $id, 1, 'a,b,c' ) ) );
		self::assertSame( [ 0 ], $this->json( $this->rest( 'GET', "/imports/$id" ) )['missing'] );
		self::assertSame( 200, $this->piece( $id, 0, 'a,b,c' )->get_status() );
	}

	public function test_parts_come_in_any_order_and_more_than_once(): void {
		$bytes  = self::HEADER . implode( '', array_map( self::row( ... ), range( 1, 9000 ) ) );
		$pieces = str_split( $bytes, TicketFile::PIECE );
		self::assertGreaterThan( 2, count( $pieces ) );
		$id = $this->begin( strlen( $bytes ) );
		foreach ( array_reverse( $pieces, true ) as $number => $piece ) {
			self::assertSame( 'uploading', $this->json( $this->rest( 'GET', "/imports/$id" ) )['state'] );
			$this->piece( $id, $number, $piece );
			self::assertSame( 200, $this->piece( $id, $number, $piece )->get_status(), 'The same again.' );
		}
		self::assertSame( [ 'uploaded', [] ], array_values( array_intersect_key( $this->json( $this->rest( 'GET', "/imports/$id" ) ), [ 'state' => 1, 'missing' => 1 ] ) ) );
		self::assertSame( [ 409, 'amicable_file_complete' ], $this->told( $this->piece( $id, 0, str_repeat( 'x', TicketFile::PIECE ) ) ), 'Another one now.' );
		self::assertSame( 9000, $this->check( $id )['counts']['created'] );
	}

	public function test_a_file_with_a_part_missing_cannot_be_read(): void {
		$bytes = self::HEADER . str_repeat( self::row( 1 ), 6000 );
		$id    = $this->begin( strlen( $bytes ) );
		$this->piece( $id, 0, substr( $bytes, 0, TicketFile::PIECE ) );

		self::assertSame( [ 409, 'amicable_import_state' ], $this->told( $this->rest( 'GET', "/imports/$id/preview" ) ) );
		self::assertSame( [ 409, 'amicable_import_state' ], $this->told( $this->rest( 'PUT', "/imports/$id", self::OPTIONS ) ) );
		self::assertSame( [ 409, 'amicable_import_state' ], $this->told( $this->rest( 'POST', "/imports/$id/run", [ 'step' => 'import' ] ) ) );
	}

	public function test_too_large_is_said_before_anything_is_kept(): void {
		self::assertSame( [ 400, 'amicable_invalid' ], $this->told( $this->rest( 'POST', '/imports', [ 'name' => 'x.csv', 'size' => 52_428_801 ] ) ) );
		$id = $this->begin( 2 * TicketFile::PIECE );
		self::assertSame( [ 413, 'amicable_too_large' ], $this->told( $this->piece( $id, 0, str_repeat( 'x', TicketFile::PIECE + 1 ) ) ) );
		self::assertSame( [ 400, 'amicable_invalid' ], $this->told( $this->rest( 'PUT', "/imports/$id/chunks/0", [ 'sha256' => str_repeat( 'a', 64 ), 'data' => str_repeat( 'A', 1_400_001 ) ] ) ) );
		self::assertSame( [], Desk::rows( 'ticket_file_pieces' ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function no_lists(): iterable {
		yield 'a workbook'  => [ "PK\x03\x04" . str_repeat( 'x', 50 ), 'amicable_file_workbook' ];
		yield 'a script'    => [ '<?php system( $_GET["c"] );', 'amicable_file_markup' ];
		yield 'a bomb'      => [ "\x1F\x8B\x08" . str_repeat( "\0", 50 ), 'amicable_file_archive' ];
	}

	#[DataProvider( 'no_lists' )]
	public function test_what_is_no_csv_is_refused_whatever_its_name( string $bytes, string $code ): void {
		$id = $this->begin( strlen( $bytes ) );

		self::assertSame( [ 415, $code ], $this->told( $this->piece( $id, 0, $bytes ) ) );
		self::assertSame( 'failed', $this->json( $this->rest( 'GET', "/imports/$id" ) )['state'] );
		self::assertSame( [], Desk::rows( 'ticket_file_pieces' ) );
	}

	public function test_somebody_elses_import_is_none(): void {
		$id = $this->send( self::HEADER . self::row( 1 ) );
		$this->check( $id );
		add_role( 'shop_manager', 'Shop manager', [ 'read' => true, 'edit_shop_orders' => true, 'manage_woocommerce' => true ] );
		( new \Amicable\Admin\Roles() )->install();
		foreach ( [ 'shop_manager', 'administrator' ] as $role ) {
			$this->as_role( $role );
			foreach ( [ [ 'GET', '', [] ], [ 'PUT', '', self::OPTIONS ], [ 'DELETE', '', [] ], [ 'GET', '/preview', [] ], [ 'GET', '/rejected', [] ], [ 'POST', '/run', [ 'step' => 'import' ] ] ] as [ $method, $path, $body ] ) {
				self::assertSame( $this->told( $this->rest( $method, "/imports/999999$path", $body ) ), $this->told( $this->rest( $method, "/imports/$id$path", $body ) ), "$role $method $path" );
			}
			self::assertSame( [ 404, 'amicable_not_found' ], $this->told( $this->piece( $id, 0, 'x' ) ) );
			self::assertSame( [], $this->json( $this->rest( 'GET', '/imports' ) )['imports'] );
		}
		self::assertSame( [], self::tickets() );
	}

	public function test_an_agent_without_the_capability_is_kept_out(): void {
		$this->as_role( 'amicable_support_agent' );

		self::assertSame( 403, $this->rest( 'POST', '/imports', [ 'name' => 'x.csv', 'size' => 1 ] )->get_status() );
	}

	public function test_every_wrong_option_is_named(): void {
		$id    = $this->send( "Id,Email,Date\n1,a@example.com,03/04/2025\n" );
		$wrong = [ 'columns' => [ [ 'field' => 'email', 'column' => 7 ], [ 'field' => 'external_id', 'column' => 0 ] ], 'time_zone' => 'Mars/Olympus', 'source' => 'manual' ];

		self::assertSame( [ 'columns.created_at', 'columns.email', 'source', 'time_zone' ], $this->params( $id, $wrong ) );
		self::assertSame( [ 'date_order' ], $this->params( $id, [ 'columns' => [ [ 'field' => 'email', 'column' => 1 ], [ 'field' => 'created_at', 'column' => 2 ] ] ] ) );
		self::assertSame( [ 'columns' ], $this->params( $id, [ 'date_order' => 'dmy', 'columns' => [ [ 'field' => 'email', 'column' => 1 ], [ 'field' => 'email', 'column' => 0 ], [ 'field' => 'created_at', 'column' => 2 ] ] ] ) );
		self::assertSame( 'uploaded', $this->json( $this->rest( 'GET', "/imports/$id" ) )['state'] );
	}

	public function test_a_page_that_asks_once_too_often_imports_nothing(): void {
		$id = $this->send( self::HEADER . self::row( 1 ) );
		$this->check( $id );
		for ( $turn = 0; $turn < 3; $turn++ ) {
			self::assertSame( 'checked', $this->json( $this->rest( 'POST', "/imports/$id/run", [ 'step' => 'check' ] ) )['state'] );
		}
		self::assertSame( [], self::tickets() );
		$this->import( $id );
		self::assertSame( 'done', $this->import( $id )['state'], 'Once more.' );
		self::assertSame( [ 409, 'amicable_import_state' ], $this->told( $this->rest( 'PUT', "/imports/$id", self::OPTIONS ) ), 'Too late.' );
	}

	/** @return iterable<string, array{string, string}> */
	public static function encodings(): iterable {
		yield 'UTF-8 with a mark'  => [ 'utf-8', "\xEF\xBB\xBF" ];
		yield 'UTF-16 LE'          => [ 'utf-16le', "\xFF\xFE" ];
		yield 'UTF-16 BE'          => [ 'utf-16be', "\xFE\xFF" ];
		yield 'Windows-1252'       => [ 'windows-1252', '' ];
		yield 'Turkish'            => [ 'windows-1254', '' ];
		yield 'Korean'             => [ 'euc-kr', '' ];
	}

	#[DataProvider( 'encodings' )]
	public function test_letters_arrive_in_every_encoding( string $encoding, string $mark ): void {
		$words = [ 'windows-1252' => 'Größe ist naïve', 'windows-1254' => 'Şifremi değiştiremiyorum, çalışmıyor' ][ $encoding ] ?? '비밀번호를 바꿀 수 없습니다';
		$names = [ 'euc-kr' => 'UHC', 'windows-1254' => 'ISO-8859-9' ];
		$text  = "Id;Requester email;Subject;Status;Created at;Minutes\r\n1;a@example.com;\"$words\";open;2025-01-01;5\r\n";
		$id    = $this->send( $mark . mb_convert_encoding( $text, $names[ $encoding ] ?? strtoupper( $encoding ), 'UTF-8' ) );
		$seen  = $this->json( $this->rest( 'GET', "/imports/$id/preview" ) );
		self::assertSame( [ $encoding, ';', $words, 'Id' ], [ $seen['encoding'], $seen['delimiter'], $seen['rows'][0][2], $seen['header'][0] ] );
		$this->check( $id, [ 'encoding' => $encoding, 'delimiter' => ';' ] );
		$this->import( $id );

		self::assertSame( [ $words ], array_column( self::tickets(), 'subject' ) );
	}

	public function test_a_file_with_the_same_columns_is_read_as_the_last_one(): void {
		$this->check( $this->send( self::HEADER . self::row( 1 ) ), [ 'time_zone' => 'Asia/Seoul' ] );
		$id = $this->send( strtoupper( self::HEADER ) . self::row( 2 ) );

		self::assertSame( 'Asia/Seoul', $this->json( $this->rest( 'GET', "/imports/$id/preview" ) )['told_before']['time_zone'] );
	}

	public function test_what_is_left_over_goes_by_itself(): void {
		$done = $this->send( self::HEADER . self::row( 1 ) . "2,nobody,,,,\n" );
		$this->check( $done );
		$this->import( $done );
		$left = $this->send( self::HEADER . self::row( 3 ) );
		$days = static fn ( int $days ): ForgetFiles => new ForgetFiles( Desk::graph()->file_import()->files, new FrozenClock( gmdate( 'Y-m-d H:i:s', time() + $days * DAY_IN_SECONDS ) ) );
		$days( 6 )->run( [] );
		self::assertCount( 2, Desk::rows( 'ticket_files' ) );
		$days( 8 )->run( [] );
		self::assertSame( [ (string) $done ], array_column( Desk::rows( 'ticket_files' ), 'id' ) );
		$days( 31 )->run( [] );

		self::assertSame( [ [], [], [] ], [ Desk::rows( 'ticket_files' ), Desk::rows( 'ticket_file_rows' ), Desk::rows( 'ticket_file_pieces' ) ] );
		self::assertCount( 1, self::tickets() );
		self::assertNotSame( $left, $done );
	}

	private function begin( int $size ): int {
		return $this->json( $this->rest( 'POST', '/imports', [ 'name' => 'tickets.csv', 'size' => $size ] ) )['id'];
	}

	/** @return array{int, string} */
	private function told( \WP_REST_Response $answer ): array {
		return [ $answer->get_status(), (string) ( $answer->get_data()['code'] ?? '' ) ];
	}

	/**
	 * @param array<string, mixed> $options
	 * @return list<string>
	 */
	private function params( int $id, array $options ): array {
		$answer = $this->rest( 'PUT', "/imports/$id", [ ...self::OPTIONS, ...$options ] );
		self::assertSame( 400, $answer->get_status() );
		$params = array_keys( $answer->get_data()['data']['params'] );
		sort( $params );

		return $params;
	}
}
