import { __, sprintf } from '@wordpress/i18n';
import type { Money } from '../../data/common';
import type { HighValue } from '../../data/settings/high-value';
import type { Settings, SettingsUpdate } from '../../data/settings/schema';
import type { Errors } from '../../data/field-errors';
import { editable, parseMoney } from '../../format/money';
import { editableNumber, parseTyped, wholeTyped } from '../../format/typed';
import { casesDraftOf, casesOf, type CasesDraft } from './cases-draft';
import { addressesOf, docsLanguagesDraftOf, docsLanguagesOf } from './docs-draft';
import { highValueDraftOf, highValueOf, type HighValueDraft } from './high-value/draft';
import { limitsDraftOf, limitsOf, type LimitsDraft } from './limits-draft';
import { wordsDraft, wordsOf, type WordsDraft } from './words-draft';

/** What stands in the fields, as typed. */
export type AgentDraft = { user: string; cost: string; from: string };
export type Draft = {
	currency: string;
	hourlyCost: string;
	confirmed: boolean;
	ticketCost: string;
	agents: AgentDraft[];
	minutesPerReply: string;
	chars: string;
	charsHangul: string;
	docsUrls: string;
	/** Codes as typed, by address. */
	docsLanguages: Record< string, string >;
	siteLanguage: string;
	replyTarget: string;
	refundWindow: string;
	codeIsFree: boolean;
	limits: LimitsDraft;
	cases: CasesDraft;
	docs: { watch: string; flag: string; days: string; percent: string; known: string };
	cost: { watch: string; flag: string; tickets: string; minutes: string };
	words: WordsDraft;
	highValue: HighValueDraft;
};

const MILLION = 1_000_000;

export const draftOf = ( settings: Settings ): Draft => ( {
	currency: settings.base_currency,
	hourlyCost: settings.hourly_cost ? editable( settings.hourly_cost ) : '',
	confirmed: settings.hourly_cost_confirmed,
	ticketCost: editable( settings.ticket_cost ),
	agents: settings.agents.map( ( agent ) => ( {
		user: String( agent.user_id ),
		cost: editable( agent.hourly_cost ),
		from: agent.from.slice( 0, 10 ),
	} ) ),
	minutesPerReply: String( settings.minutes_per_reply ),
	chars: String( settings.chars_per_minute ),
	charsHangul: String( settings.chars_per_minute_hangul ),
	docsUrls: settings.docs_urls.join( '\n' ),
	docsLanguages: docsLanguagesDraftOf( settings.docs_languages ),
	siteLanguage: settings.site_language,
	replyTarget: String( settings.reply_target_hours ),
	refundWindow: String( settings.refund_window_days ),
	codeIsFree: settings.code_is_free,
	limits: limitsDraftOf( settings.limits ),
	cases: casesDraftOf( settings.cases ),
	docs: {
		watch: String( settings.patterns.docs_questions.watch ),
		flag: String( settings.patterns.docs_questions.flag ),
		days: String( settings.patterns.docs_questions.days ),
		percent: String( settings.patterns.docs_questions.answered_percent ),
		known: String( settings.patterns.docs_questions.known ),
	},
	cost: {
		watch: editableNumber( settings.patterns.cost_over_paid.watch_millionths / MILLION ),
		flag: editableNumber( settings.patterns.cost_over_paid.flag_millionths / MILLION ),
		tickets: String( settings.patterns.cost_over_paid.tickets ),
		minutes: String( settings.patterns.cost_over_paid.minutes ),
	},
	words: wordsDraft( settings.patterns ),
	highValue: highValueDraftOf( settings.high_value ),
} );

const millionths = ( text: string ) => parseTyped( text, 6 ) ?? NaN;
const amountError = () =>
	sprintf(
		/* translators: 1: whole amount such as 30, 2: amount with a fraction such as 30.50, as this language writes it. */
		__( 'Type an amount, such as %1$s or %2$s.', 'amicable' ),
		editableNumber( 30 ),
		editableNumber( 30.5, 2, 2 )
	);
const numberError = () => __( 'Type a number.', 'amicable' );

/** The amounts of a draft; what cannot be read is named by the field's own name at the server. */
function amounts( draft: Draft ) {
	const errors: Errors = {};
	const read = ( name: string, typed: string ): Money => {
		const money = parseMoney( typed, draft.currency );
		if ( ! money ) {
			errors[ name ] = amountError();
		}
		return money ?? { minor: 0, currency: draft.currency };
	};
	const hourly = draft.hourlyCost.trim();
	return {
		errors,
		hourly_cost: hourly === '' ? null : read( 'hourly_cost', hourly ),
		ticket_cost: read( 'ticket_cost', draft.ticketCost ),
		limits: {
			...limitsOf( draft.limits ),
			part_ways_sum: read( 'limits.part_ways_sum', draft.limits.partingSum ),
		},
		cases: casesOf( draft.cases, read ),
		high_value: highValueOf( draft.highValue, read ),
		agents: draft.agents.map( ( { user, cost, from }, at ) => ( {
			user_id: Number( user ),
			hourly_cost: read( `agents.${ at }.hourly_cost`, cost ),
			from: `${ from }T00:00:00Z`,
		} ) ),
	};
}

export const patternsOf = ( { docs, cost, words }: Draft ): Settings[ 'patterns' ] => ( {
	docs_questions: {
		watch: wholeTyped( docs.watch ),
		flag: wholeTyped( docs.flag ),
		days: wholeTyped( docs.days ),
		answered_percent: wholeTyped( docs.percent ),
		known: wholeTyped( docs.known ),
	},
	cost_over_paid: {
		watch_millionths: millionths( cost.watch ),
		flag_millionths: millionths( cost.flag ),
		tickets: wholeTyped( cost.tickets ),
		minutes: wholeTyped( cost.minutes ),
	},
	...wordsOf( words ),
} );

/** Every number that is none, under the name by which the server would complain. */
export function numberErrors( value: object, path = '' ): Errors {
	return Object.entries( value ).reduce< Errors >( ( errors, [ name, inner ] ) => {
		const at = path ? `${ path }.${ name }` : name;
		if ( typeof inner === 'object' && inner !== null ) {
			return { ...errors, ...numberErrors( inner, at ) };
		}
		return Number.isNaN( inner ) ? { ...errors, [ at ]: numberError() } : errors;
	}, {} );
}

/** Undefined while a number of it is none. */
export function highValueFrom( draft: Draft ): HighValue | undefined {
	let isWhole = true;
	const rule = highValueOf( draft.highValue, ( _name, typed ) => {
		const amount = parseMoney( typed, draft.currency );
		isWhole = isWhole && amount !== undefined;
		return amount ?? { minor: 0, currency: draft.currency };
	} );
	return isWhole && Object.keys( numberErrors( rule ) ).length === 0 ? rule : undefined;
}

/** What is sent, and what is wrong with it already here. Only what the server cannot know is judged before it. */
export function updateOf( draft: Draft, version: number ) {
	const { errors, ...money } = amounts( draft );
	const update: SettingsUpdate = {
		version,
		base_currency: draft.currency,
		...money,
		hourly_cost_confirmed: draft.confirmed && money.hourly_cost !== null,
		minutes_per_reply: wholeTyped( draft.minutesPerReply ),
		chars_per_minute: wholeTyped( draft.chars ),
		chars_per_minute_hangul: wholeTyped( draft.charsHangul ),
		docs_urls: addressesOf( draft.docsUrls ),
		docs_languages: docsLanguagesOf( draft ),
		reply_target_hours: wholeTyped( draft.replyTarget ),
		refund_window_days: wholeTyped( draft.refundWindow ),
		code_is_free: draft.codeIsFree,
		patterns: patternsOf( draft ),
	};
	return { update, errors: { ...numberErrors( update ), ...errors } };
}
