<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Cases\Stage;
use Amicable\Letters\Letter;
use Amicable\Letters\Verdict;
use Amicable\Letters\Via;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Part;

/** The last look before a letter goes out. A refusal names the field and says what is wrong with it. */
final class LetterGate {

	/** The question that nobody may leave out. */
	private const NEEDED = 'everybody';

	/** Whether it can leave this way at all. */
	public static function check_way( Letter $letter, Via $via ): void {
		$errors = [];
		if ( $via === Via::Desk && $letter->channel !== Channel::Letter ) {
			$errors['via'] = __( 'This is not for a help desk. Copy it to where everybody reads it.', 'amicable' );
		}
		if ( $via === Via::Mail && $letter->channel !== Channel::Letter ) {
			$errors['via'] = __( 'This is not a letter. Copy it to where everybody reads it.', 'amicable' );
		} elseif ( $via === Via::Mail && $letter->to === '' ) {
			$errors['to'] = __( 'No address is known. Enter one, or send it elsewhere.', 'amicable' );
		}
		if ( $via === Via::Mail && trim( $letter->subject ) === '' ) {
			$errors['subject'] = __( 'A mail needs a subject.', 'amicable' );
		}
		if ( trim( (string) $letter->body ) === '' ) {
			$errors['body'] = __( 'There is nothing to send.', 'amicable' );
		}
		self::refuse( $errors );
	}

	/**
	 * @param array<array-key, array{question: string, yes: bool}> $given
	 * @return list<string> Questions that were answered with yes.
	 */
	public static function answers( array $given ): array {
		$no  = array_filter( $given, static fn ( array $answer ): bool => ! $answer['yes'] );
		$yes = array_values( array_unique( array_column( array_filter( $given, static fn ( array $answer ): bool => $answer['yes'] ), 'question' ) ) );
		if ( $no !== [] || ! in_array( self::NEEDED, $yes, true ) ) {
			self::refuse( [ 'answers' => __( 'Nothing goes out before somebody is fine with everybody reading it.', 'amicable' ) ] );
		}

		return $yes;
	}

	/** What stands in the way, by the words themselves. */
	public static function check_words( Letter $letter, Verdict $verdict ): void {
		$errors = array_map( static fn ( Remark $remark ): string => RemarkWords::of( $remark ), $verdict->blocking() );
		$parts  = $letter->stage === Stage::Warned ? $verdict->missing_of_a_warning() : [];
		if ( $parts !== [] ) {
			/* translators: %s: what a letter has to say, each a short sentence. */
			$errors['body'] ??= sprintf( __( 'A warning without this is none: %s', 'amicable' ), implode( ' ', array_map( static fn ( Part $part ): string => PartWords::of( $part ), $parts ) ) );
		}
		self::refuse( $errors );
	}

	/**
	 * @param array<string, string> $errors
	 * @throws AmicableException 422
	 */
	private static function refuse( array $errors ): void {
		if ( $errors !== [] ) {
			throw new AmicableException( 'amicable_letter_not_ready', (string) reset( $errors ), 422, $errors );
		}
	}
}
