<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/**
 * What a template may leave open. A closed list, so that a misspelt field is refused when the template is
 * saved and not when the message goes out.
 */
enum Field: string {

	case Greeting     = 'greeting';
	case AgentName    = 'agent_name';
	case AgentTitle   = 'agent_title';
	case Shop         = 'shop';
	case Product      = 'product';
	case Order        = 'order';
	case DocsLink     = 'docs_link';
	case RefundAmount = 'refund_amount';

	/** Day on which the license or the account ends. */
	case EndDate     = 'end_date';
	case WarnedOn    = 'warned_on';
	case PromiseDate = 'promise_date';
	case RenewalDate = 'renewal_date';
	case DueDate     = 'due_date';

	/** The customer's own words, without marks. */
	case Quote     = 'quote';
	case QuoteDate = 'quote_date';
	case Demand    = 'demand';

	/** The facts block: tickets, dates, links and minutes, a line each, inserted and not typed. */
	case Facts        = 'facts';
	case Alternatives = 'alternatives';
	case Contact      = 'contact';
	case TermsLink    = 'terms_link';
	case TermsClause  = 'terms_clause';
	case Coupon       = 'coupon';
	case CouponValue  = 'coupon_value';
	case CouponUntil  = 'coupon_until';

	/** Whole sentences, written for this customer. */
	case Answer       = 'answer';
	case WhatHappened = 'what_happened';
	case Fix          = 'fix';
	case Offer        = 'offer';
	case Status       = 'status';

	case Phone          = 'phone';
	case TalkTimes      = 'talk_times';
	case HoursOpen      = 'hours_open';
	case ReplyTarget    = 'reply_target';
	case PaidHelpLink   = 'paid_help_link';
	case OtherProduct   = 'other_product';
	case BossName       = 'boss_name';
	case CounselName    = 'counsel_name';
	case CounselAddress = 'counsel_address';
	case DisputeLink    = 'dispute_link';
	case DataLink       = 'data_link';
	case RefundDays     = 'refund_days';

	/** @return list<self> Each once, in the order of the text. */
	public static function in( string $text ): array {
		$fields = [];
		foreach ( self::names( $text ) as $name ) {
			$field                   = self::tryFrom( $name ) ?? throw new UnknownField( $name );
			$fields[ $field->value ] = $field;
		}

		return array_values( $fields );
	}

	/** @return list<string> */
	private static function names( string $text ): array {
		preg_match_all( '/\{([a-z_]+)\}/', $text, $found );

		return $found[1];
	}
}
