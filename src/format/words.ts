import { __, _x, sprintf } from '@wordpress/i18n';
import { boot } from '../data/boot';
import type { Stage } from '../data/cases/schema';
import type { StoreId } from '../data/common';
import type { FlagState, Level, Pattern, Tier } from '../data/customers/schema';
import type { RunKind } from '../data/offboardings/schema';
import type { Cause, Channel, TicketStatus } from '../data/tickets/schema';

// The words of closed sets, each a function of the language. Patterns say what happened, never who somebody is.

/** What the owner called a rule of the shop's own; its number where the page does not know it yet. */
const ownName = ( number: number ) =>
	boot()?.own_rules.find( ( { pattern } ) => pattern === `own:${ number }` )?.name ??
	/* translators: %d: number of a rule that the shop made itself. */
	sprintf( __( 'Own rule %d', 'amicable' ), number );

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
	early_signs: __( 'Early signs', 'amicable' ),
	'own:1': ownName( 1 ),
	'own:2': ownName( 2 ),
	'own:3': ownName( 3 ),
	'own:4': ownName( 4 ),
	'own:5': ownName( 5 ),
	'own:6': ownName( 6 ),
	'own:7': ownName( 7 ),
	'own:8': ownName( 8 ),
} );

/** Rules of the shop's own that nobody made are not offered. */
export const offeredPatterns = () => {
	const made = ( boot()?.own_rules ?? [] ).map( ( { pattern } ) => pattern );
	return Object.fromEntries(
		Object.entries( patternNames() ).filter(
			( [ slug ] ) => ! slug.startsWith( 'own:' ) || made.some( ( own ) => own === slug )
		)
	);
};

export const levelNames = (): Record< Level, string > => ( {
	watch: _x( 'Watch', 'level of a pattern', 'amicable' ),
	flag: __( 'Needs a look', 'amicable' ),
} );

export const flagStateNames = (): Record< FlagState, string > => ( {
	open: __( 'Not reviewed yet', 'amicable' ),
	confirmed: _x( 'Confirmed', 'what a person said to a pattern', 'amicable' ),
	dismissed: _x( 'Dismissed', 'what a person said to a pattern', 'amicable' ),
	snoozed: __( 'Snoozed', 'amicable' ),
	expired: __( 'No longer holds', 'amicable' ),
} );

export const tierNames = (): Record< Tier, string > => ( {
	high_value: __( 'High value', 'amicable' ),
	new_customer: __( 'New customer', 'amicable' ),
} );

export const stageNames = (): Record< Stage, string > => ( {
	open: _x( 'Open', 'stage of a case', 'amicable' ),
	second_chance: __( 'Second chance', 'amicable' ),
	warned: __( 'Friendly warning', 'amicable' ),
	agreed: _x( 'Agreed', 'stage of a case', 'amicable' ),
	explained: _x( 'Explained', 'stage of a case', 'amicable' ),
	counsel: __( 'With counsel', 'amicable' ),
	offboarding: __( 'Parting ways', 'amicable' ),
	closed: _x( 'Closed', 'stage of a case', 'amicable' ),
	recovered: _x( 'Recovered', 'stage of a case', 'amicable' ),
	lapsed: _x( 'Lapsed', 'stage of a case', 'amicable' ),
	dismissed: _x( 'Dismissed', 'stage of a case', 'amicable' ),
} );

export const storeNames = (): Record< StoreId, string > => ( {
	woocommerce: 'WooCommerce',
	edd: 'Easy Digital Downloads',
	sample: __( 'Sample shop', 'amicable' ),
} );

export const runKindNames = (): Record< RunKind, string > => ( {
	refund: __( 'Refund and end license', 'amicable' ),
	part_ways: __( 'Part ways', 'amicable' ),
	finish: _x( 'Finish', 'do what an earlier refund left open', 'amicable' ),
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
	other: _x( 'Other', 'way in which somebody wrote', 'amicable' ),
} );

export const ticketStatusNames = (): Record< TicketStatus, string > => ( {
	open: _x( 'Open', 'state of a ticket', 'amicable' ),
	pending: _x( 'Pending', 'state of a ticket', 'amicable' ),
	closed: _x( 'Closed', 'state of a ticket', 'amicable' ),
	spam: __( 'Spam', 'amicable' ),
	deleted: _x( 'Deleted', 'state of a ticket', 'amicable' ),
	merged: _x( 'Merged', 'state of a ticket', 'amicable' ),
} );

export const causeNames = (): Record< Cause, string > => ( {
	ours: __( 'Our fault', 'amicable' ),
	customer: __( 'Their mistake', 'amicable' ),
	nobody: __( 'Nobody’s fault', 'amicable' ),
	expectation: __( 'An expectation', 'amicable' ),
	onboarding: __( 'Getting started', 'amicable' ),
} );
