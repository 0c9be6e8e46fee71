<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Playbook\Field;
use Amicable\Playbook\Litmus\Code;
use Amicable\Playbook\Litmus\Remark;

/** What the litmus test noticed, in a sentence. About the words, never about who wrote them. */
final class RemarkWords {

	public static function of( Remark $remark ): string {
		$field = $remark->code === Code::Placeholder ? Field::tryFrom( trim( $remark->words, '{}' ) ) : null;
		if ( $field !== null ) {
			/* translators: %s: what is missing in a letter, such as "the date of the warning". */
			return sprintf( __( 'Still to be filled in: %s.', 'amicable' ), FieldWords::of( $field ) );
		}

		return self::code( $remark->code );
	}

	public static function code( Code $code ): string {
		return match ( $code ) {
			Code::Placeholder    => __( 'Something still has to be filled in here.', 'amicable' ),
			Code::UnknownQuote   => __( 'This stands between quotation marks, but in no message of theirs that is kept.', 'amicable' ),
			Code::WrongLanguage  => __( 'This is not in the language that the letter is to be in.', 'amicable' ),
			Code::OwnThreat      => __( 'This reads as a threat by us. Say what follows, not what you could do to them.', 'amicable' ),
			Code::ReviewBargain  => __( 'Money, a license or a gift hangs on a review here. That must never be.', 'amicable' ),
			Code::Blame          => __( 'This puts the blame on the reader. Say what happened instead.', 'amicable' ),
			Code::Sarcasm        => __( 'This can be read as irony.', 'amicable' ),
			Code::HalfApology    => __( 'This apology takes itself back.', 'amicable' ),
			Code::Capitals       => __( 'Capital letters read as shouting.', 'amicable' ),
			Code::Exclamation    => __( 'Exclamation marks read as excitement.', 'amicable' ),
			Code::UndatedPromise => __( 'A promise without a day. Name one, or do not promise.', 'amicable' ),
			Code::RunDown        => __( 'This runs another maker down.', 'amicable' ),
			Code::InternalLabel  => __( 'A word that you use among yourselves.', 'amicable' ),
			Code::PrivateData    => __( 'An address, number or key that others could use.', 'amicable' ),
			Code::TooLong        => __( 'Longer than people read. From here on it is too much.', 'amicable' ),
			Code::Script         => __( 'This text has gone out as it is three times or more. It begins to read like a script.', 'amicable' ),
			Code::NotRead        => __( 'The wording was not looked at: there are no rules for this language.', 'amicable' ),
		};
	}
}
