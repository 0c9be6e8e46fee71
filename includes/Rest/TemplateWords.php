<?php
declare( strict_types=1 );

namespace Amicable\Rest;

/** What the texts of the playbook are called where one is chosen. */
final class TemplateWords {

	public static function title( string $slug ): string {
		return self::early( $slug ) ?? self::later( $slug ) ?? $slug;
	}

	public static function language( string $language ): string {
		return match ( $language ) {
			'ko'    => __( 'Korean', 'amicable' ),
			'tr'    => __( 'Turkish', 'amicable' ),
			default => __( 'English', 'amicable' ),
		};
	}

	/** Until something is made good. */
	private static function early( string $slug ): ?string {
		return match ( $slug ) {
			'nudge'                  => __( 'Friendly nudge: the page that answers it', 'amicable' ),
			'right_received'         => __( 'A request by law has arrived', 'amicable' ),
			'authority_received'     => __( 'They turned to a public body', 'amicable' ),
			'dispute_opened'         => __( 'A payment is disputed', 'amicable' ),
			'dispute_resend'         => __( 'Asks for the same again after a dispute', 'amicable' ),
			'dispute_inquiry'        => __( 'The bank inquires: settle it', 'amicable' ),
			'apology'                => __( 'Apology with a fix and a date', 'amicable' ),
			'on_it'                  => __( 'We have it and are on it', 'amicable' ),
			'how_we_work'            => __( 'How we work', 'amicable' ),
			'take_it_offline'        => __( 'Let us talk', 'amicable' ),
			'hand_over'              => __( 'Somebody else takes over', 'amicable' ),
			'exchange'               => __( 'Another product instead', 'amicable' ),
			'unused_coupon'          => __( 'A coupon that was never used', 'amicable' ),
			'refund_out_of_window'   => __( 'Refund although the time for it is over', 'amicable' ),
			'small_mistake'          => __( 'A small mistake of theirs, put right', 'amicable' ),
			'agreed_terms'           => __( 'What was agreed, in writing', 'amicable' ),
			'check_in'               => __( 'Ask how it is going', 'amicable' ),
			'calm_answer'            => __( 'Calm answer to harsh words', 'amicable' ),
			'answer_the_matter'      => __( 'Answer the matter, not the threat', 'amicable' ),
			'paid_help'              => __( 'Paid help, another product, or let it run out', 'amicable' ),
			'expectations_explained' => __( 'What can be expected', 'amicable' ),
			'refunds_so_far'         => __( 'Refunds so far', 'amicable' ),
			'generous'               => __( 'Generous answer to a good customer', 'amicable' ),
			'set_up'                 => __( 'First steps for a new customer', 'amicable' ),
			'help_with_docs'         => __( 'Help with the documentation, or a call', 'amicable' ),
			'public_fix'             => __( 'In public: what went wrong and when it is fixed', 'amicable' ),
			'public_statement'       => __( 'In public: when a complaint is baseless', 'amicable' ),
			default                  => null,
		};
	}

	private static function later( string $slug ): ?string {
		return match ( $slug ) {
			'warning_docs_questions'         => __( 'Friendly warning: questions the docs answer', 'amicable' ),
			'warning_cost_over_paid'         => __( 'Friendly warning: costs more than paid', 'amicable' ),
			'warning_hostile_messages'       => __( 'Friendly warning: hostile messages', 'amicable' ),
			'warning_threat_with_demand'     => __( 'Friendly warning: threat tied to a demand', 'amicable' ),
			'warning_repeat_refunds'         => __( 'Friendly warning: repeated refunds', 'amicable' ),
			'explanation_docs_questions'     => __( 'Explanation: questions the docs answer', 'amicable' ),
			'explanation_cost_over_paid'     => __( 'Explanation: costs more than paid', 'amicable' ),
			'explanation_hostile_messages'   => __( 'Explanation: hostile messages', 'amicable' ),
			'explanation_threat_with_demand' => __( 'Explanation: threat tied to a demand', 'amicable' ),
			'explanation_repeat_refunds'     => __( 'Explanation: repeated refunds', 'amicable' ),
			'legal_statement'                => __( 'Prepared statement for a matter of lawyers', 'amicable' ),
			'refund_agreed'                  => __( 'They took the refund', 'amicable' ),
			'let_it_lapse'                   => __( 'Let it run out', 'amicable' ),
			'recovered'                      => __( 'Thank you: it has worked out', 'amicable' ),
			'closing_wish'                   => __( 'Closing wish', 'amicable' ),
			'closing_14'                     => __( 'Account closes in 14 days', 'amicable' ),
			'closing_3'                      => __( 'Account closes in 3 days', 'amicable' ),
			'closing_0'                      => __( 'Account closes today', 'amicable' ),
			'review_answer'                  => __( 'The one public answer to a review', 'amicable' ),
			'terms_support'                  => __( 'To paste: support policy', 'amicable' ),
			'terms_conduct'                  => __( 'To paste: clause on how we deal with each other', 'amicable' ),
			'terms_ending'                   => __( 'To paste: clause on ending with a full refund', 'amicable' ),
			'respect_notice'                 => __( 'To paste: notice that asks for respect', 'amicable' ),
			default                          => self::of_rights( $slug ),
		};
	}

	/** What is answered even where everything else is silent. */
	private static function of_rights( string $slug ): ?string {
		return match ( $slug ) {
			'lock_personal_data' => __( 'A right: personal data', 'amicable' ),
			'lock_withdrawal'    => __( 'A right: withdrawal or warranty', 'amicable' ),
			'lock_invoice'       => __( 'A right: an invoice', 'amicable' ),
			'lock_security'      => __( 'A report about security', 'amicable' ),
			'lock_authority'     => __( 'A letter of an authority or a court', 'amicable' ),
			'lock_data'          => __( 'A right: their data from the service', 'amicable' ),
			default              => null,
		};
	}
}
