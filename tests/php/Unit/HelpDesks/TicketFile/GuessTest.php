<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks\TicketFile;

use Amicable\HelpDesks\TicketFile\Decoder;
use Amicable\HelpDesks\TicketFile\Encoding;
use Amicable\HelpDesks\TicketFile\EncodingGuess;
use Amicable\HelpDesks\TicketFile\FileKind;
use Amicable\HelpDesks\TicketFile\Header;
use Amicable\HelpDesks\TicketFile\Presets;
use Amicable\HelpDesks\TicketFile\Record;
use Amicable\HelpDesks\TicketFile\Shape;
use PHPUnit\Framework\TestCase;

/** What is guessed of a file before a person has seen it. */
final class GuessTest extends TestCase {

	public function test_encodings_are_told_apart(): void {
		$guess = static function ( string $bytes ): string {
			$sign = EncodingGuess::sign( $bytes );

			return EncodingGuess::of( $bytes, $sign === EncodingGuess::OTHER ? $bytes : null )->value;
		};
		self::assertSame( 'utf-8', $guess( 'Email,Date' ) );
		self::assertSame( 'utf-8', $guess( 'Müşteri,문의' ) );
		self::assertSame( 'utf-8', $guess( "\xEF\xBB\xBFEmail" ) );
		self::assertSame( 'utf-16le', $guess( "\xFF\xFE" . mb_convert_encoding( '문의', 'UTF-16LE', 'UTF-8' ) ) );
		self::assertSame( 'utf-16be', $guess( "\xFE\xFF" . mb_convert_encoding( '문의', 'UTF-16BE', 'UTF-8' ) ) );
		self::assertSame( 'utf-16le', $guess( mb_convert_encoding( "Email;Date\r\n가나@example.com;1", 'UTF-16LE', 'UTF-8' ) ) );
		self::assertSame( 'utf-16be', $guess( mb_convert_encoding( "Email;Date\r\n", 'UTF-16BE', 'UTF-8' ) ) );
		self::assertSame( 'windows-1252', $guess( mb_convert_encoding( 'Größe, naïve café – “quoted”', 'Windows-1252', 'UTF-8' ) ) );
		self::assertSame( 'windows-1254', $guess( mb_convert_encoding( 'Şifremi değiştiremiyorum, yardım eder misiniz, çalışmıyor', 'ISO-8859-9', 'UTF-8' ) ) );
		self::assertSame( 'euc-kr', $guess( mb_convert_encoding( '비밀번호를 바꿀 수 없습니다. 도와주세요', 'UHC', 'UTF-8' ) ) );
	}

	public function test_a_letter_torn_apart_at_the_end_of_a_piece_is_still_utf8(): void {
		$text = str_repeat( '문의é🙂', 50 );
		for ( $cut = 1; $cut < 40; $cut++ ) {
			self::assertSame( [ 'utf8', 'utf8' ], [ EncodingGuess::sign( substr( $text, 0, $cut + 20 ) ), EncodingGuess::sign( substr( $text, $cut ) ) ] );
		}
		self::assertSame( 'other', EncodingGuess::sign( "caf\xE9, and more" ) );
	}

	public function test_letters_are_read_without_any_extension_save_korean(): void {
		$without = new Decoder( Encoding::Korean, null );
		self::assertFalse( $without->is_readable() );
		self::assertSame( 'plain', $without->cell( 'plain' ) );
		self::assertNull( $without->cell( "\xB0\xA1" ) );
		self::assertTrue( ( new Decoder( Encoding::Windows1254, null ) )->is_readable() );
		foreach ( [ Encoding::Windows1252->value => 'Windows-1252', Encoding::Windows1254->value => 'ISO-8859-9' ] as $name => $known ) {
			for ( $byte = 0xA0; $byte <= 0xFF; $byte++ ) {
				self::assertSame( mb_convert_encoding( chr( $byte ), 'UTF-8', $known ), ( new Decoder( Encoding::from( $name ), null ) )->cell( chr( $byte ) ), "$name $byte" );
			}
		}
		self::assertSame( '€…Š', ( new Decoder( Encoding::Windows1252, null ) )->cell( "\x80\x85\x8A" ) );
		self::assertNull( ( new Decoder( Encoding::Windows1252, null ) )->cell( "\x81" ) );
		self::assertNull( ( new Decoder( Encoding::Utf8, null ) )->cell( "caf\xE9" ) );
	}

	public function test_what_is_no_list_of_rows_is_refused_by_its_first_bytes(): void {
		$kinds = array_map( FileKind::refusal( ... ), [ "PK\x03\x04rest", "\xD0\xCF\x11\xE0", "\x1F\x8B\x08", '%PDF-1.7', '<!DOCTYPE html><html>', '<?php system();', '[{"id":1}]', "\x7FELF\x02", str_repeat( "\x01\x02\x03", 500 ) ] );

		self::assertSame( [ 'workbook', 'workbook', 'archive', 'binary', 'markup', 'markup', 'markup', 'binary', 'binary' ], $kinds );
		foreach ( [ "Email,Date\n", "\xFF\xFE" . mb_convert_encoding( "Email,Date\n", 'UTF-16LE', 'UTF-8' ), mb_convert_encoding( "Email,Date\n", 'UTF-16BE', 'UTF-8' ), "\"[a]\",b\n", "a,b\n1,\0" . str_repeat( 'x', 100 ) ] as $fine ) {
			self::assertNull( FileKind::refusal( $fine ) );
		}
	}

	public function test_columns_are_known_by_the_names_that_desks_give_them(): void {
		$freshdesk = self::header( 'Ticket ID', 'Subject', 'Description', 'Status', 'Priority', 'Source', 'Type', 'Agent', 'Group', 'Created time', 'Due by Time', 'Resolved time', 'Closed time', 'Last update time', 'Initial response time', 'Time tracked', 'First response time (in hrs)', 'Agent interactions', 'Customer interactions', 'Tags', 'Survey results', 'Full name', 'Email', 'Contact ID' );
		self::assertSame( 'freshdesk', Presets::guess( $freshdesk ) );
		self::assertEquals( [ 'external_id' => 0, 'email' => 22, 'name' => 21, 'subject' => 1, 'text' => 2, 'status' => 3, 'channel' => 5, 'created_at' => 9, 'updated_at' => 13, 'minutes' => 15, 'replies' => 17, 'tags' => 19, 'agent' => 7 ], Presets::columns( 'freshdesk', $freshdesk ) );

		$zendesk = self::header( 'Summation column', 'Id', 'Requester', 'Requester id', 'Requester external id', 'Requester email', 'Requester domain', 'Submitter', 'Assignee', 'Group', 'Subject', 'Tags', 'Status', 'Priority', 'Via', 'Ticket type', 'Created at', 'Updated at', 'Reopens', 'Replies' );
		self::assertSame( 'zendesk', Presets::guess( $zendesk ) );
		self::assertSame( [ 1, 5, 16 ], array_map( static fn ( string $field ): ?int => Presets::columns( 'zendesk', $zendesk )[ $field ] ?? null, [ 'external_id', 'email', 'created_at' ] ) );

		$intercom = self::header( 'message_id', 'message_body', 'message_type', 'message_created_at', 'message_author_type', 'message_author_name', 'message_author_email', 'conversation_tags', 'conversation_id', 'conversation_state', 'conversation_created_at' );
		self::assertSame( [ 'intercom', Shape::Messages ], [ Presets::guess( $intercom ), Presets::shape( $intercom, 'intercom' ) ] );

		$own = self::header( 'Müşteri e-postası', 'TARİH', 'konu', '티켓 번호', '' );
		self::assertSame( [ 'file', Shape::Tickets ], [ Presets::guess( $own ), Presets::shape( $own, 'file' ) ] );
		self::assertEquals( [ 'external_id' => 3, 'email' => 0, 'created_at' => 1, 'subject' => 2 ], Presets::columns( 'file', $own ) );
	}

	public function test_names_are_compared_without_case_spaces_and_marks_and_twins_are_numbered(): void {
		self::assertSame( Header::key( 'Ticket ID' ), Header::key( 'ticket_id' ) );
		self::assertSame( [ 'Email', 'email (2)', '#3', 'x' ], Header::of( new Record( 1, 1, [ "\xEF\xBB\xBFEmail", ' email ', '', "x\0" ] ), Decoder::here( Encoding::Utf8 ) )->names );
		self::assertSame( self::header( 'Email', 'Created at' )->fingerprint(), self::header( 'EMAIL', 'created_at' )->fingerprint() );
	}

	private static function header( string ...$names ): Header {
		return Header::named( array_values( $names ) );
	}
}
