<?php
declare( strict_types=1 );

namespace Amicable\Rest;

/** What the log calls things, for whoever reads it. The stored words are for programs and say what happened, never what somebody is. */
final class LogWords {

	public static function what( string $what ): string {
		return match ( true ) {
			str_starts_with( $what, 'run_' )     => self::run( $what ),
			str_starts_with( $what, 'step_' )    => self::step( $what ),
			str_starts_with( $what, 'flag_' )    => self::flag( $what ),
			str_starts_with( $what, 'dispute_' ) => self::dispute( $what ),
			str_starts_with( $what, 'incident_' ), str_contains( $what, 'rule_' ) => self::rule( $what ),
			default                              => self::deed( $what ),
		};
	}

	/** The name of one entry of a payload. */
	public static function detail( string $key ): string {
		return match ( $key ) {
			'from'    => _x( 'From', 'stage of a case before', 'amicable' ),
			'to'      => _x( 'To', 'stage of a case after', 'amicable' ),
			'reason'  => __( 'Reason', 'amicable' ),
			'note'    => __( 'Note', 'amicable' ),
			'text'    => __( 'Text', 'amicable' ),
			'counsel' => __( 'Counsel', 'amicable' ),
			'order'   => __( 'Order', 'amicable' ),
			'step'    => __( 'Step', 'amicable' ),
			'outcome' => __( 'Outcome', 'amicable' ),
			'receipt' => __( 'Receipt', 'amicable' ),
			'until'   => _x( 'Until', 'name of a field: the day on which something ends', 'amicable' ),
			'pattern' => __( 'Pattern', 'amicable' ),
			'run'     => __( 'Run', 'amicable' ),
			'kind'    => __( 'Kind', 'amicable' ),
			'what'    => __( 'What', 'amicable' ),
			'state'   => __( 'State', 'amicable' ),
			'stage'   => __( 'Stage', 'amicable' ),
			'case'    => _x( 'Case', 'the way in which a customer is parted from', 'amicable' ),
			'entry'   => __( 'Line of the book', 'amicable' ),
			'letter'  => __( 'Message', 'amicable' ),
			'template' => __( 'Template', 'amicable' ),
			'language' => __( 'Language', 'amicable' ),
			'via'     => __( 'Way', 'amicable' ),
			'sha256'  => __( 'Fingerprint (SHA-256)', 'amicable' ),
			'attempt' => __( 'Attempt', 'amicable' ),
			'plan'    => __( 'Fingerprint of the plan', 'amicable' ),
			'due_at'  => __( 'Due', 'amicable' ),
			'check_in_at' => __( 'Ask how they are on', 'amicable' ),
			'assignee_id' => __( 'Assigned to', 'amicable' ),
			'cause'   => __( 'Why they are angry', 'amicable' ),
			'never_promised' => __( 'Demanded, but never promised', 'amicable' ),
			'do_not_answer' => __( 'They asked for no answer', 'amicable' ),
			'departure' => __( 'Why it is outside the rules', 'amicable' ),
			default   => str_replace( '_', ' ', $key ),
		};
	}

	private static function run( string $what ): string {
		return match ( $what ) {
			'run_started'         => __( 'Run started', 'amicable' ),
			'run_approved'        => __( 'Run approved', 'amicable' ),
			'run_paused'          => __( 'Run paused', 'amicable' ),
			'run_resumed'         => __( 'Run resumed', 'amicable' ),
			'run_stopped'         => __( 'Run stopped', 'amicable' ),
			'run_completed'       => __( 'Run completed', 'amicable' ),
			'run_needs_attention' => __( 'Run needs a person', 'amicable' ),
			default               => self::plain( $what ),
		};
	}

	private static function step( string $what ): string {
		return match ( $what ) {
			'step_done'             => __( 'Step done', 'amicable' ),
			'step_skipped'          => __( 'Step skipped', 'amicable' ),
			'step_manual'           => __( 'Step left to a person', 'amicable' ),
			'step_failed'           => __( 'Step failed', 'amicable' ),
			'step_unknown'          => __( 'Step without a known outcome', 'amicable' ),
			'step_late'             => __( 'Step answered late', 'amicable' ),
			'step_retried'          => __( 'Step tried again', 'amicable' ),
			'step_undo_begun'       => __( 'About to give back what was ended', 'amicable' ),
			'step_undone'           => __( 'Given back', 'amicable' ),
			'step_not_undone'       => __( 'Not given back', 'amicable' ),
			'step_settled_paid'     => __( 'A person said: paid', 'amicable' ),
			'step_settled_not_paid' => __( 'A person said: not paid', 'amicable' ),
			default                 => self::plain( $what ),
		};
	}

	private static function flag( string $what ): string {
		return match ( $what ) {
			'flag_confirmed' => __( 'Flag confirmed', 'amicable' ),
			'flag_dismissed' => __( 'Flag dismissed', 'amicable' ),
			'flag_snoozed'   => __( 'Flag put off', 'amicable' ),
			default          => self::plain( $what ),
		};
	}

	private static function dispute( string $what ): string {
		return match ( $what ) {
			'dispute_open'    => __( 'Dispute reported', 'amicable' ),
			'dispute_won'     => __( 'Dispute reported as won', 'amicable' ),
			'dispute_lost'    => __( 'Dispute reported as lost', 'amicable' ),
			'dispute_warning' => __( 'Inquiry of a bank reported', 'amicable' ),
			default           => self::plain( $what ),
		};
	}

	private static function rule( string $what ): string {
		return match ( $what ) {
			'incident_entered'       => __( 'Incident entered', 'amicable' ),
			'incident_confirmed'     => __( 'Tickets counted in an incident', 'amicable' ),
			'incident_ended'         => __( 'Incident ended', 'amicable' ),
			'incident_removed'       => __( 'Incident taken back', 'amicable' ),
			'own_rule_kept'          => __( 'Own rule kept', 'amicable' ),
			'own_rule_removed'       => __( 'Own rule removed', 'amicable' ),
			'rule_silenced'          => __( 'Reading rule silenced', 'amicable' ),
			'rule_heeded'            => __( 'Reading rule heeded again', 'amicable' ),
			default                  => self::plain( $what ),
		};
	}

	private static function deed( string $what ): string {
		return match ( $what ) {
			'case_moved'             => __( 'Case moved', 'amicable' ),
			'case_noted'             => __( 'Case noted', 'amicable' ),
			'case_entry'             => __( 'Written in the book of the case', 'amicable' ),
			'case_settled'           => __( 'Line in the book of the case settled', 'amicable' ),
			'letter_read'            => __( 'Draft read by somebody else', 'amicable' ),
			'letter_begun'           => __( 'Letter on its way', 'amicable' ),
			'letter_sent'            => __( 'Letter sent', 'amicable' ),
			'letter_settled_sent'    => __( 'A person said: the letter went out', 'amicable' ),
			'letter_settled_not_sent' => __( 'A person said: the letter did not leave', 'amicable' ),
			'lock_answered'          => __( 'Answered in spite of the lock, as it must be', 'amicable' ),
			'charge_unlocked'        => __( 'Disputed payment: talked about again', 'amicable' ),
			'lock_lifted'            => __( 'Lock on replies lifted', 'amicable' ),
			'reply_held'             => __( 'Mail of the help desk held back', 'amicable' ),
			'data_handed_over'       => __( 'Data handed over', 'amicable' ),
			'customer_blocked'       => __( 'New purchases refused', 'amicable' ),
			'customer_unblocked'     => __( 'New purchases possible again', 'amicable' ),
			'customer.merged'        => __( 'Customers merged', 'amicable' ),
			'customer.unmerged'      => __( 'Customers taken apart again', 'amicable' ),
			'customer.left_out'      => __( 'Left out of pattern reading', 'amicable' ),
			'customer.taken_in'      => __( 'Read for patterns again', 'amicable' ),
			'customer.extra_time'    => __( 'Extra time agreed', 'amicable' ),
			'customer.usual_time'    => __( 'Extra time not agreed any more', 'amicable' ),
			'customer.erased'        => __( 'Personal data erased', 'amicable' ),
			'files_reopened'         => __( 'Files of an order opened again', 'amicable' ),
			'obligation_accepted'    => __( 'Open line of a receipt accepted', 'amicable' ),
			'proof_broken'           => __( 'Receipt no longer holds', 'amicable' ),
			'proof_mended'           => __( 'Receipt holds again', 'amicable' ),
			'loose_end_left'         => __( 'Loose end left as a courtesy', 'amicable' ),
			'right_answered'         => __( 'Right answered', 'amicable' ),
			default                  => self::setting( $what ),
		};
	}

	private static function setting( string $what ): string {
		return match ( $what ) {
			'template_changed'       => __( 'Text of the playbook changed', 'amicable' ),
			'template_put_back'      => __( 'Text of the playbook put back as shipped', 'amicable' ),
			'service_added'          => __( 'Service added', 'amicable' ),
			'service_removed'        => __( 'Service removed', 'amicable' ),
			'freemius_changed'       => __( 'Freemius changed', 'amicable' ),
			'license_server_changed' => __( 'License server changed', 'amicable' ),
			'help_desks_changed'     => __( 'Help desks changed', 'amicable' ),
			default                  => self::plain( $what ),
		};
	}

	private static function plain( string $what ): string {
		return ucfirst( str_replace( [ '_', '.' ], ' ', $what ) );
	}
}
