<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\HelpDesks\FieldError;

/** What is wrong with a field, in words. */
final class FieldSentences {

	public static function of( string $code ): string {
		return match ( $code ) {
			FieldError::MISSING    => __( 'This is missing.', 'amicable' ),
			FieldError::UNREADABLE => __( 'This is not readable text (UTF-8).', 'amicable' ),
			FieldError::NO_EMAIL   => __( 'This is not an email address.', 'amicable' ),
			FieldError::NO_TIME    => __( 'There is no such date. Write it in UTC like 2026-03-01T09:30:00Z.', 'amicable' ),
			FieldError::FUTURE     => __( 'This lies in the future.', 'amicable' ),
			FieldError::TOO_OLD    => __( 'This is too long ago to be right.', 'amicable' ),
			FieldError::NEGATIVE   => __( 'This cannot be negative.', 'amicable' ),
			FieldError::REPEATED   => __( 'Another message of this ticket has the same id.', 'amicable' ),
			default                => __( 'This value is not known here.', 'amicable' ),
		};
	}
}
