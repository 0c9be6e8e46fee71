<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Playbook\Part;

/** What a letter has to say, for whoever sees that it does not yet. */
final class PartWords {

	public static function of( Part $part ): string {
		return self::early( $part ) ?? self::late( $part ) ?? $part->value;
	}

	/** Until something is made good. */
	private static function early( Part $part ): ?string {
		return match ( $part ) {
			Part::Greeting     => __( 'The greeting.', 'amicable' ),
			Part::Signature    => __( 'Who writes, with name and role.', 'amicable' ),
			Part::Apology      => __( 'An apology.', 'amicable' ),
			Part::Thanks       => __( 'Thanks.', 'amicable' ),
			Part::Answer       => __( 'The answer to what they asked.', 'amicable' ),
			Part::WhatHappened => __( 'What happened.', 'amicable' ),
			Part::Fix          => __( 'What you have fixed.', 'amicable' ),
			Part::Date         => __( 'A day for what you promise.', 'amicable' ),
			Part::Offer        => __( 'What you offer.', 'amicable' ),
			Part::Status       => __( 'How far you are.', 'amicable' ),
			Part::Docs         => __( 'The link to the documentation.', 'amicable' ),
			Part::OwnStep      => __( 'The step that is theirs.', 'amicable' ),
			Part::Process      => __( 'When you are there, and how soon you answer.', 'amicable' ),
			Part::Expectation  => __( 'What they can expect, and what not.', 'amicable' ),
			Part::Talk         => __( 'A number to call, and when.', 'amicable' ),
			Part::Coupon       => __( 'The coupon: code, worth, until when.', 'amicable' ),
			Part::GladToHelp   => __( 'That you are glad to help.', 'amicable' ),
			Part::SameForAll   => __( 'That everybody gets the same.', 'amicable' ),
			Part::PaidHelp     => __( 'Where to find paid help.', 'amicable' ),
			Part::Alternatives => __( 'Other products that may fit better.', 'amicable' ),
			Part::Lapse        => __( 'That the license may run out, and when.', 'amicable' ),
			Part::HandOver     => __( 'Who takes over.', 'amicable' ),
			Part::Exchange     => __( 'Which product they can have instead.', 'amicable' ),
			Part::LookedBack   => __( 'That you have looked back at what was written.', 'amicable' ),
			Part::Fact         => __( 'The facts: tickets, days, links, time.', 'amicable' ),
			Part::Feedback     => __( 'What was good in what they sent.', 'amicable' ),
			Part::CustomWork   => __( 'What goes beyond support.', 'amicable' ),
			default            => null,
		};
	}

	/** From the warning on. */
	private static function late( Part $part ): ?string {
		return match ( $part ) {
			Part::RefundOffer       => __( 'A refund, without being asked for it.', 'amicable' ),
			Part::Consequence       => __( 'What follows if it goes on.', 'amicable' ),
			Part::Partnership       => __( 'That you want to work together.', 'amicable' ),
			Part::Respect           => __( 'That you ask for respect.', 'amicable' ),
			Part::Quote             => __( 'Their own words, with the date.', 'amicable' ),
			Part::Demand            => __( 'What they demanded.', 'amicable' ),
			Part::Prioritized       => __( 'That their matter already has its place.', 'amicable' ),
			Part::ThreatsNoSpeed    => __( 'That pressure makes nothing faster.', 'amicable' ),
			Part::OnYourSide        => __( 'That you are on their side.', 'amicable' ),
			Part::ThreatsUnanswered => __( 'That you do not work under pressure.', 'amicable' ),
			Part::Earlier           => __( 'When you wrote about it before.', 'amicable' ),
			Part::Terms             => __( 'The terms: link and clause.', 'amicable' ),
			Part::Refund            => __( 'How much is paid back, and how long it takes.', 'amicable' ),
			Part::LicenseEnd        => __( 'When the license ends.', 'amicable' ),
			Part::KeepVersion       => __( 'That they may keep the version they have.', 'amicable' ),
			Part::Data              => __( 'Where they get their data.', 'amicable' ),
			Part::ClosingDate       => __( 'When the account closes.', 'amicable' ),
			Part::DataOnly          => __( 'That only questions about data are answered.', 'amicable' ),
			Part::NoReplies         => __( 'That no more answers follow.', 'amicable' ),
			Part::Contest           => __( 'Whom to tell if a fact is wrong.', 'amicable' ),
			Part::Wish              => __( 'A good wish at the end.', 'amicable' ),
			Part::Counsel           => __( 'Who your lawyers are, and where to write.', 'amicable' ),
			Part::Due               => __( 'By when they have an answer.', 'amicable' ),
			Part::Contact           => __( 'Whom they can write to.', 'amicable' ),
			Part::DisputeOnly       => __( 'That this order is settled with the bank.', 'amicable' ),
			Part::DisputeInfo       => __( 'Where disputes are explained.', 'amicable' ),
			Part::OtherOrders       => __( 'That other orders keep their support.', 'amicable' ),
			default                 => null,
		};
	}
}
