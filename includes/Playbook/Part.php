<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** What a message has to say. A part is there when its fields stand in the text, and its words do (templates/parts.*.json). */
enum Part: string {

	case Greeting          = 'greeting';
	case Signature         = 'signature';
	case Apology           = 'apology';
	case Thanks            = 'thanks';
	case Answer            = 'answer';
	case WhatHappened      = 'what_happened';
	case Fix               = 'fix';
	case Date              = 'date';
	case Offer             = 'offer';
	case Status            = 'status';
	case Docs              = 'docs';
	case OwnStep           = 'own_step';
	case Process           = 'process';
	case Expectation       = 'expectation';
	case Talk              = 'talk';
	case Coupon            = 'coupon';
	case GladToHelp        = 'glad_to_help';
	case SameForAll        = 'same_for_all';
	case PaidHelp          = 'paid_help';
	case Alternatives      = 'alternatives';
	case Lapse             = 'lapse';
	case HandOver          = 'hand_over';
	case Exchange          = 'exchange';
	case LookedBack        = 'looked_back';
	case Fact              = 'fact';
	case Feedback          = 'feedback';
	case CustomWork        = 'custom_work';
	case RefundOffer       = 'refund_offer';
	case Consequence       = 'consequence';
	case Partnership       = 'partnership';
	case Respect           = 'respect';
	case Quote             = 'quote';
	case Demand            = 'demand';
	case Prioritized       = 'prioritized';
	case ThreatsNoSpeed    = 'threats_no_speed';
	case OnYourSide        = 'on_your_side';
	case ThreatsUnanswered = 'threats_unanswered';
	case Earlier           = 'earlier';
	case Terms             = 'terms';
	case Refund            = 'refund';
	case LicenseEnd        = 'license_end';
	case KeepVersion       = 'keep_version';
	case Data              = 'data';
	case ClosingDate       = 'closing_date';
	case DataOnly          = 'data_only';
	case NoReplies         = 'no_replies';
	case Contest           = 'contest';
	case Wish              = 'wish';
	case Counsel           = 'counsel';
	case Due               = 'due';
	case Contact           = 'contact';
	case DisputeOnly       = 'dispute_only';
	case DisputeInfo       = 'dispute_info';
	case OtherOrders       = 'other_orders';

	/** @return list<Field> Whose values have to stand in the text. */
	public function fields(): array {
		return match ( $this ) {
			self::Greeting => [ Field::Greeting ],
			self::Signature => [ Field::AgentName, Field::AgentTitle ],
			self::Answer => [ Field::Answer ],
			self::WhatHappened => [ Field::WhatHappened ],
			self::Fix => [ Field::Fix ],
			self::Date => [ Field::PromiseDate ],
			self::Offer => [ Field::Offer ],
			self::Status => [ Field::Status ],
			self::Docs => [ Field::DocsLink ],
			self::Process => [ Field::HoursOpen, Field::ReplyTarget ],
			self::Talk => [ Field::Phone, Field::TalkTimes ],
			self::Coupon => [ Field::Coupon, Field::CouponValue, Field::CouponUntil ],
			self::PaidHelp => [ Field::PaidHelpLink ],
			self::Alternatives => [ Field::Alternatives ],
			self::Lapse => [ Field::RenewalDate ],
			self::HandOver => [ Field::BossName ],
			self::Exchange => [ Field::OtherProduct ],
			self::Fact => [ Field::Facts ],
			self::Quote => [ Field::Quote, Field::QuoteDate ],
			self::Demand => [ Field::Demand ],
			self::Earlier => [ Field::WarnedOn ],
			self::Terms => [ Field::TermsLink, Field::TermsClause ],
			self::Refund => [ Field::RefundAmount, Field::RefundDays ],
			self::LicenseEnd, self::ClosingDate => [ Field::EndDate ],
			self::Data => [ Field::DataLink ],
			self::Contest, self::Contact => [ Field::Contact ],
			self::Counsel => [ Field::CounselName, Field::CounselAddress ],
			self::Due => [ Field::DueDate ],
			self::DisputeOnly => [ Field::Order ],
			self::DisputeInfo => [ Field::DisputeLink ],
			default => [],
		};
	}
}
