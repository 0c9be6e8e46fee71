<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\HelpDesks\FieldError;
use Amicable\HelpDesks\Intake\FieldSentences;
use Amicable\HelpDesks\TicketFile\Dates;
use Amicable\HelpDesks\TicketFile\FileKind;
use Amicable\HelpDesks\TicketFile\RowReader;

/** Why a file, or a row of it, was refused, in words. */
final class FileSentences {

	public const TOO_MANY_ROWS = 'too_many_rows';

	public const NO_ROWS = 'no_rows';

	public const NOT_HERE = 'not_readable_here';

	public static function of_file( string $code ): string {
		return match ( $code ) {
			FileKind::WORKBOOK  => __( 'This is a workbook of a spreadsheet program. Save it there as CSV, then choose that file.', 'amicable' ),
			FileKind::ARCHIVE   => __( 'This is a packed file. Unpack it, then choose the CSV file inside.', 'amicable' ),
			FileKind::MARKUP    => __( 'This is a web page or JSON, not a list with rows and columns. Export it as CSV.', 'amicable' ),
			FileKind::BINARY    => __( 'This is no text. Choose a CSV file.', 'amicable' ),
			self::TOO_MANY_ROWS => __( 'This file has more than 500,000 rows. Split it into several files.', 'amicable' ),
			self::NO_ROWS       => __( 'This file has no rows below the names of its columns.', 'amicable' ),
			self::NOT_HERE      => __( 'Your host cannot read this Korean encoding, since PHP has neither mbstring nor iconv there. Save the file as UTF-8, or ask your host for one of them.', 'amicable' ),
			default             => __( 'This file cannot be read.', 'amicable' ),
		};
	}

	public static function of_row( string $code ): string {
		return match ( $code ) {
			Dates::NO_DATE         => __( 'This is no date that can be read.', 'amicable' ),
			Dates::WHICH_FIRST     => __( 'Here the day or the month may come first. Say which, and check again.', 'amicable' ),
			RowReader::UNCLOSED    => __( 'A quotation mark is opened here and never closed.', 'amicable' ),
			RowReader::TOO_MANY    => __( 'This row has more cells than there are columns.', 'amicable' ),
			RowReader::NO_MINUTES  => __( 'This is no length of time. Write 90, 1:30 or 1.5 h.', 'amicable' ),
			RowReader::NO_COUNT    => __( 'This is not a whole number.', 'amicable' ),
			RowReader::TOO_LONG    => __( 'This is longer than 191 characters.', 'amicable' ),
			FieldError::UNREADABLE => __( 'These letters cannot be read. Try another encoding.', 'amicable' ),
			FieldError::UNKNOWN    => __( 'It is not known what this word means here. Say what it stands for, and check again.', 'amicable' ),
			FieldError::REPEATED   => __( 'An earlier row of this file is the same ticket.', 'amicable' ),
			FieldError::NO_TIME    => __( 'This is no date that can be read.', 'amicable' ),
			'not_stored'           => __( 'This could not be stored. Nothing of it was kept; import it again.', 'amicable' ),
			default                => FieldSentences::of( $code ),
		};
	}
}
