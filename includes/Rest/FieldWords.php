<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Playbook\Field;

/** What a field of a letter is called. Stands inside a sentence: "Still to be filled in: the greeting." */
final class FieldWords {

	public static function of( Field $field ): string {
		return self::a_fact( $field ) ?? self::a_word( $field ) ?? $field->value;
	}

	/** What is looked up. */
	private static function a_fact( Field $field ): ?string {
		return match ( $field ) {
			Field::Greeting     => __( 'the greeting', 'amicable' ),
			Field::AgentName    => __( 'the name of whoever writes', 'amicable' ),
			Field::AgentTitle   => __( 'the role of whoever writes', 'amicable' ),
			Field::Shop         => __( 'the name of the shop', 'amicable' ),
			Field::Product      => __( 'the product', 'amicable' ),
			Field::Order        => __( 'the order number', 'amicable' ),
			Field::DocsLink     => __( 'the link to the documentation', 'amicable' ),
			Field::RefundAmount => __( 'the amount that is paid back', 'amicable' ),
			Field::EndDate      => __( 'the day on which it ends', 'amicable' ),
			Field::WarnedOn     => __( 'the date of the warning', 'amicable' ),
			Field::PromiseDate  => __( 'the day that is promised', 'amicable' ),
			Field::RenewalDate  => __( 'the day of the next renewal', 'amicable' ),
			Field::DueDate      => __( 'the day by which they have an answer', 'amicable' ),
			Field::Quote        => __( 'their own words', 'amicable' ),
			Field::QuoteDate    => __( 'the date of their words', 'amicable' ),
			Field::Demand       => __( 'what they demanded, in their words', 'amicable' ),
			Field::Facts        => __( 'the facts', 'amicable' ),
			Field::Alternatives => __( 'other makers that may fit better', 'amicable' ),
			Field::Contact      => __( 'whom they can write to', 'amicable' ),
			Field::TermsLink    => __( 'the link to your terms', 'amicable' ),
			Field::TermsClause  => __( 'the clause of your terms', 'amicable' ),
			Field::Coupon       => __( 'the coupon code', 'amicable' ),
			Field::CouponValue  => __( 'what the coupon is worth', 'amicable' ),
			Field::CouponUntil  => __( 'until when the coupon is good', 'amicable' ),
			default             => null,
		};
	}

	/** What a person writes, and what the shop says once. */
	private static function a_word( Field $field ): ?string {
		return match ( $field ) {
			Field::Answer         => __( 'your answer', 'amicable' ),
			Field::WhatHappened   => __( 'what happened', 'amicable' ),
			Field::Fix            => __( 'what you have fixed', 'amicable' ),
			Field::Offer          => __( 'what you offer', 'amicable' ),
			Field::Status         => __( 'how far you are', 'amicable' ),
			Field::Phone          => __( 'the phone number', 'amicable' ),
			Field::TalkTimes      => __( 'when they can call', 'amicable' ),
			Field::HoursOpen      => __( 'when you answer', 'amicable' ),
			Field::ReplyTarget    => __( 'how soon you answer', 'amicable' ),
			Field::PaidHelpLink   => __( 'the link to paid help', 'amicable' ),
			Field::OtherProduct   => __( 'another product of yours', 'amicable' ),
			Field::BossName       => __( 'the name of whoever takes over', 'amicable' ),
			Field::CounselName    => __( 'the name of your lawyers', 'amicable' ),
			Field::CounselAddress => __( 'the address of your lawyers', 'amicable' ),
			Field::DisputeLink    => __( 'the link that explains disputes', 'amicable' ),
			Field::DataLink       => __( 'the link to their data', 'amicable' ),
			Field::RefundDays     => __( 'how many days the refund takes', 'amicable' ),
			default               => null,
		};
	}
}
