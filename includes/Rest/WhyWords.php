<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Language\Label;

/** Why words were noticed, in a sentence. About what was written, never about who wrote it. */
final class WhyWords {

	public static function of( string $why, string $label = '' ): string {
		return self::known( $why ) ?? self::by_label( $label );
	}

	/** Null for what no pack of this version says. */
	public static function known( string $why ): ?string {
		return match ( $why ) {
			'insults_you', 'insult_called_out' => __( 'An insult, aimed at a person.', 'amicable' ),
			'curses_at_you'          => __( 'Swearing, aimed at a person.', 'amicable' ),
			'wishes_harm'            => __( 'Wishes somebody harm.', 'amicable' ),
			'sexual_harassment'      => __( 'Sexual harassment of a person.', 'amicable' ),
			'contempt_for_mind'      => __( 'Denies somebody their wits.', 'amicable' ),
			'contempt'               => __( 'Contempt, aimed at people and not at the product.', 'amicable' ),
			'announces_bad_review'   => __( 'Announces a bad review.', 'amicable' ),
			'announces_exposure'     => __( 'Announces to make this public.', 'amicable' ),
			'review_held_hostage'    => __( 'Ties a review to something that you should do.', 'amicable' ),
			'hints_at_review'        => __( 'Hints at a bad review.', 'amicable' ),
			'demand_or_publish'      => __( 'Sets a deadline, after which this is published.', 'amicable' ),
			'hints_at_exposure'      => __( 'Hints at making this public.', 'amicable' ),
			'announces_chargeback'   => __( 'Announces a chargeback.', 'amicable' ),
			'announces_dispute'      => __( 'Announces or opens a payment dispute.', 'amicable' ),
			'payment_reversed'       => __( 'Has the bank take the payment back.', 'amicable' ),
			'hints_at_chargeback'    => __( 'Hints at the bank taking the payment back.', 'amicable' ),
			'announces_lawsuit'      => __( 'Announces a lawsuit.', 'amicable' ),
			'lawyer_involved'        => __( 'A lawyer is or will be involved.', 'amicable' ),
			'formal_notice'          => __( 'A formal notice or a legal deadline.', 'amicable' ),
			'police'                 => __( 'Names the police or a criminal complaint.', 'amicable' ),
			'legal_words', 'legal_step' => __( 'Speaks of legal steps.', 'amicable' ),
			'court_mail'             => __( 'Speaks of mail from a court.', 'amicable' ),
			'authority_complaint'    => __( 'Turns to an authority, a consumer body or arbitration.', 'amicable' ),
			'demands_for_free'       => __( 'Demands something for free.', 'amicable' ),
			'refund_and_keep'        => __( 'Wants the money back and to keep what was bought.', 'amicable' ),
			'refund_after_use'       => __( 'Wants the money back after using it.', 'amicable' ),
			'asks_again'             => __( 'Asks for something free once more.', 'amicable' ),
			'exposure_as_payment'    => __( 'Offers to mention you instead of paying.', 'amicable' ),
			'wants_something_free'   => __( 'Would like something for free.', 'amicable' ),
			'data_right'             => __( 'Uses a right: to see, correct or erase personal data, or to withdraw.', 'amicable' ),
			'expects_instant_answer' => __( 'Expects an answer at once, or by phone.', 'amicable' ),
			'wants_it_done'          => __( 'Wants it done for them.', 'amicable' ),
			'praise'                 => __( 'Praise.', 'amicable' ),
			'apology'                => __( 'An apology.', 'amicable' ),
			'no_more_contact'        => __( 'Wishes no more messages from you.', 'amicable' ),
			default                  => self::besides( $why ),
		};
	}

	/** What is no rule's word of a threat or an insult. */
	private static function besides( string $why ): ?string {
		return match ( $why ) {
			'reads_like_it' => __( 'No rule knows these words, but they read like many that say so. Look twice.', 'amicable' ),
			'reads_harsh'   => __( 'No rule knows these words, but they read like many that are meant to hurt. Reason to look, never enough for a flag.', 'amicable' ),
			'demand'        => __( 'The demand or condition beside it.', 'amicable' ),
			'swearing'      => __( 'Swearing that is aimed at nobody.', 'amicable' ),
			default         => null,
		};
	}

	/** For a reason that a newer pack gives. */
	private static function by_label( string $label ): string {
		return match ( Label::tryFrom( $label ) ) {
			Label::Abuse            => __( 'Harsh words, aimed at a person.', 'amicable' ),
			Label::ReviewThreat     => __( 'A review or publicity as a threat.', 'amicable' ),
			Label::ChargebackThreat => __( 'A payment dispute as a threat.', 'amicable' ),
			Label::LegalThreat      => __( 'A legal step is mentioned.', 'amicable' ),
			Label::Freebie          => __( 'Asks for something free.', 'amicable' ),
			Label::Right            => __( 'Uses a right that the law gives.', 'amicable' ),
			Label::Expectation      => __( 'Expects more than was sold.', 'amicable' ),
			default                 => __( 'Noticed by its wording.', 'amicable' ),
		};
	}
}
