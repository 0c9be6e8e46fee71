import { __ } from '@wordpress/i18n';
import type { Stage } from '../data/cases/schema';
import type { StoreId } from '../data/common';
import type { FlagState, Level, Pattern, Tier } from '../data/customers/schema';
import type { RunKind } from '../data/offboardings/schema';
import type { Cause, Channel, TicketStatus } from '../data/tickets/schema';

// The words of closed sets, each a function of the language. Patterns say what happened, never who somebody is.

export const patternNames = (): Record< Pattern, string > => ( {
	docs_questions: __( 'Questions the docs answer', 'amicable' ),
	cost_over_paid: __( 'Costs more than paid', 'amicable' ),
	hostile_messages: __( 'Hostile messages', 'amicable' ),
	threat_with_demand: __( 'Threat tied to a demand', 'amicable' ),
	legal_step: __( 'Legal step mentioned', 'amicable' ),
	payment_dispute: __( 'Payment dispute', 'amicable' ),
	repeat_refunds: __( 'Repeated refunds or free requests', 'amicable' ),
	expectations: __( 'Expects more than was sold', 'amicable' ),
	high_value: __( 'High value', 'amicable' ),
	new_customer: __( 'New customer', 'amicable' ),
} );

export const levelNames = (): Record< Level, string > => ( {
	watch: __( 'Watch', 'amicable' ),
	flag: __( 'Needs a look', 'amicable' ),
} );

export const flagStateNames = (): Record< FlagState, string > => ( {
	open: __( 'Not reviewed yet', 'amicable' ),
	confirmed: __( 'Confirmed', 'amicable' ),
	dismissed: __( 'Dismissed', 'amicable' ),
	snoozed: __( 'Snoozed', 'amicable' ),
	expired: __( 'No longer holds', 'amicable' ),
} );

export const tierNames = (): Record< Tier, string > => ( {
	high_value: __( 'High value', 'amicable' ),
	new_customer: __( 'New customer', 'amicable' ),
} );

export const stageNames = (): Record< Stage, string > => ( {
	open: __( 'Open', 'amicable' ),
	second_chance: __( 'Second chance', 'amicable' ),
	warned: __( 'Friendly warning', 'amicable' ),
	agreed: __( 'Agreed', 'amicable' ),
	explained: __( 'Explained', 'amicable' ),
	counsel: __( 'With counsel', 'amicable' ),
	offboarding: __( 'Parting ways', 'amicable' ),
	closed: __( 'Closed', 'amicable' ),
	recovered: __( 'Recovered', 'amicable' ),
	lapsed: __( 'Lapsed', 'amicable' ),
	dismissed: __( 'Dismissed', 'amicable' ),
} );

export const storeNames = (): Record< StoreId, string > => ( {
	woocommerce: 'WooCommerce',
	edd: 'Easy Digital Downloads',
	sample: __( 'Sample shop', 'amicable' ),
} );

export const runKindNames = (): Record< RunKind, string > => ( {
	refund: __( 'Refund and end license', 'amicable' ),
	part_ways: __( 'Part ways', 'amicable' ),
	finish: __( 'Finish', 'amicable' ),
} );

export const channelNames = (): Record< Channel, string > => ( {
	email: __( 'Email', 'amicable' ),
	chat: __( 'Chat', 'amicable' ),
	phone: __( 'Phone', 'amicable' ),
	form: __( 'Contact form', 'amicable' ),
	forum: __( 'Forum', 'amicable' ),
	social: __( 'Social media', 'amicable' ),
	public: __( 'Public review or post', 'amicable' ),
	api: __( 'API', 'amicable' ),
	import: __( 'Import', 'amicable' ),
	other: __( 'Other', 'amicable' ),
} );

export const ticketStatusNames = (): Record< TicketStatus, string > => ( {
	open: __( 'Open', 'amicable' ),
	pending: __( 'Pending', 'amicable' ),
	closed: __( 'Closed', 'amicable' ),
	spam: __( 'Spam', 'amicable' ),
	deleted: __( 'Deleted', 'amicable' ),
	merged: __( 'Merged', 'amicable' ),
} );

export const causeNames = (): Record< Cause, string > => ( {
	ours: __( 'Our fault', 'amicable' ),
	customer: __( 'Their mistake', 'amicable' ),
	nobody: __( 'Nobody’s fault', 'amicable' ),
	expectation: __( 'An expectation', 'amicable' ),
	onboarding: __( 'Getting started', 'amicable' ),
} );
