import * as z from 'zod/mini';
import triedHigh from '../../../tests/fixtures/rest/settings.high_value_tried.json';
import preview from '../../../tests/fixtures/rest/settings.preview.json';
import tried from '../../../tests/fixtures/rest/settings.rule_tried.json';
import settings from '../../../tests/fixtures/rest/settings.settings.json';
import {
	currency,
	httpsUrl,
	id,
	money,
	moneyInput,
	percent,
	said,
	time,
	type Shape,
} from '../common';
import { highValue, highValueInput, highValueTried } from './high-value';
import { ownRule, ownRules, ruleTried, ruleTry } from './own-rules';
import { patterns, patternsOfFile, somePatterns } from './patterns';
import { previewSchema } from './preview';

export * from './own-rules';
export * from './preview';

const whole = ( least: number, most: number ) =>
	z.int().check( z.minimum( least ), z.maximum( most ) );

/** How much may begin in a day, and how long it waits first. Partings of a day may pay back the larger of the sum and the share of 30 days' revenue. */
const limitFields = {
	refunds_a_day: whole( 1, 10_000 ),
	refund_delay_minutes: whole( 0, 10_080 ),
	part_ways_a_day: whole( 1, 1000 ),
	part_ways_delay_minutes: whole( 0, 10_080 ),
	part_ways_percent: percent,
	/** Whoever started a parting does not approve it, where somebody else can. */
	four_eyes: z.boolean(),
};
const limits = z.strictObject( { ...limitFields, part_ways_sum: moneyInput } );

const docsUrls = z.array( httpsUrl ).check( z.maxLength( 20 ) );

/** In which languages docs are there, by their codes; addresses that are not named are in the language of the site. */
const docsLanguages = z
	.array(
		z.strictObject( {
			url: httpsUrl,
			languages: z
				.array( z.string().check( z.regex( /^[a-z]{2,3}$/ ) ) )
				.check( z.minLength( 1 ), z.maxLength( 20 ) ),
		} )
	)
	.check( z.maxLength( 20 ) );

/** The questions of the first run: answered or skipped, either way never asked again. */
export const question = z.enum( [ 'hourly_cost', 'channels', 'docs' ] );
const answered = z.array( question ).check( z.maxLength( 3 ) );

/** Where customers write to the shop: a help desk of this site, one outside, a file, or nowhere but by hand. */
export const channelId = z.enum( [
	'awesome_support',
	'fluent_support',
	'supportcandy',
	'kb_support',
	'bbpress',
	'outside',
	'file',
	'by_hand',
] );
const channels = z.array( channelId ).check( z.maxLength( 8 ) );

/** What the owner wants of cases. Pauses and readers are off at first. */
const caseFields = {
	/** Hours between what happened and a warning or an explanation. */
	cool_down_hours: whole( 0, 720 ),
	second_reader: z.boolean(),
	/** An explanation says whom to write to if a fact is wrong. */
	contest_line: z.boolean(),
	/** So long a warning counts. */
	warning_days: whole( 1, 3650 ),
	/** After so many days without trouble a case may end well. */
	quiet_days: whole( 1, 3650 ),
	/** So long the text of messages is kept. */
	keep_text_days: whole( 1, 365 ),
	/** So long the words that were found are kept, and findings that were dismissed. */
	keep_evidence_months: whole( 1, 60 ),
	/** So long after its end the words of a case are kept. */
	keep_case_months: whole( 1, 240 ),
};

/** What is given for what, the same for everybody. */
const resolution = z.strictObject( {
	problem: said( 200 ),
	answer: said( 500 ),
	most: z.nullable( moneyInput ),
} );

export const settingsSchema = z.object( {
	version: id,
	base_currency: currency,
	hourly_cost: z.nullable( money ),
	hourly_cost_confirmed: z.boolean(),
	agents: z.array(
		z.object( { user_id: id, name: z.string(), hourly_cost: money, from: time } )
	),
	/** Who may be chosen as an agent. */
	staff: z.array( z.object( { user_id: id, name: z.string() } ) ),
	ticket_cost: money,
	minutes_per_reply: whole( 0, 60 ),
	chars_per_minute: whole( 1, 100_000 ),
	chars_per_minute_hangul: whole( 1, 100_000 ),
	docs_urls: z.array( z.string() ),
	docs_languages: z.array( z.object( { url: z.string(), languages: z.array( z.string() ) } ) ),
	/** What docs are in where nobody said otherwise. */
	site_language: z.string(),
	reply_target_hours: whole( 1, 720 ),
	/** For shops that say nothing about it themselves. */
	refund_window_days: whole( 0, 3650 ),
	limits: z.object( { ...limitFields, part_ways_sum: money } ),
	/** Whoever has a version may go on using it, and receipts say so. */
	code_is_free: z.boolean(),
	channels,
	answered,
	patterns,
	cases: z.object( {
		...caseFields,
		resolutions: z.array(
			z.object( { problem: z.string(), answer: z.string(), most: z.nullable( money ) } )
		),
	} ),
	high_value: highValue,
	own_rules: z.array( ownRule ),
} );

/** Thresholds that somebody thinks about; nothing is saved. */
export const previewRequest = z.strictObject( { patterns } );

export const settingsUpdate = z.strictObject( {
	version: id,
	base_currency: z.optional( currency ),
	hourly_cost: z.optional( z.nullable( moneyInput ) ),
	hourly_cost_confirmed: z.optional( z.boolean() ),
	agents: z.optional(
		z
			.array( z.strictObject( { user_id: id, hourly_cost: moneyInput, from: time } ) )
			.check( z.maxLength( 500 ) )
	),
	ticket_cost: z.optional( moneyInput ),
	minutes_per_reply: z.optional( whole( 0, 60 ) ),
	chars_per_minute: z.optional( whole( 1, 100_000 ) ),
	chars_per_minute_hangul: z.optional( whole( 1, 100_000 ) ),
	docs_urls: z.optional( docsUrls ),
	docs_languages: z.optional( docsLanguages ),
	reply_target_hours: z.optional( whole( 1, 720 ) ),
	refund_window_days: z.optional( whole( 0, 3650 ) ),
	limits: z.optional( limits ),
	code_is_free: z.optional( z.boolean() ),
	channels: z.optional( channels ),
	answered: z.optional( answered ),
	own_rules: z.optional( ownRules ),
	high_value: z.optional( highValueInput ),
	cases: z.optional(
		z.strictObject( {
			cool_down_hours: z.optional( caseFields.cool_down_hours ),
			second_reader: z.optional( caseFields.second_reader ),
			contest_line: z.optional( caseFields.contest_line ),
			warning_days: z.optional( caseFields.warning_days ),
			quiet_days: z.optional( caseFields.quiet_days ),
			keep_text_days: z.optional( caseFields.keep_text_days ),
			keep_evidence_months: z.optional( caseFields.keep_evidence_months ),
			keep_case_months: z.optional( caseFields.keep_case_months ),
			resolutions: z.optional( z.array( resolution ).check( z.maxLength( 30 ) ) ),
		} )
	),
	patterns: z.optional( somePatterns ),
} );

/** What one shop may take over from another: no money, no person, no key. */
export const playbookSettings = z.strictObject( {
	docs_urls: docsUrls,
	/** Files of older versions have none. */
	docs_languages: z.optional( docsLanguages ),
	reply_target_hours: whole( 1, 720 ),
	refund_window_days: whole( 0, 3650 ),
	code_is_free: z.boolean(),
	patterns: patternsOfFile,
	/** Files of older versions have none. */
	own_rules: z.optional( ownRules ),
} );

const rule = settings.own_rules[ 0 ];

export const shapes: Record< string, Shape > = {
	'settings.high_value': {
		schema: highValueInput,
		io: 'input',
		valid: [ settings.high_value, { ...settings.high_value, by: 'profit' } ],
		invalid: [
			{},
			{ ...settings.high_value, by: 'reach' },
			{ ...settings.high_value, percent: 0 },
			{ ...settings.high_value, kept_percent: 101 },
		],
	},
	'settings.high_value_tried': {
		schema: highValueTried,
		io: 'output',
		valid: [ triedHigh, { customers: 0, begins: null } ],
		invalid: [ {}, { ...triedHigh, customers: -1 } ],
	},
	'settings.rule_try': {
		schema: ruleTry,
		io: 'input',
		valid: [
			{ rule, after: 0 },
			{ rule: { ...rule, level: 'flag', match: 'any' }, after: 42 },
		],
		invalid: [
			{},
			{ rule },
			{ rule, after: -1 },
			{ rule: { ...rule, level: 'lock' }, after: 0 },
			{ rule: { ...rule, id: 0 }, after: 0 },
		],
	},
	'settings.rule_tried': {
		schema: ruleTried,
		io: 'output',
		valid: [ tried, { ...tried, next: 4200 } ],
		invalid: [ {}, { ...tried, customers: -1 } ],
	},
	'settings.settings': {
		schema: settingsSchema,
		io: 'output',
		valid: [ settings, { ...settings, hourly_cost: null, agents: [] } ],
		invalid: [
			{ ...settings, version: 0 },
			{ ...settings, base_currency: 'dollars' },
		],
	},
	'settings.preview': {
		schema: previewSchema,
		io: 'output',
		valid: [ preview, { ...preview, docs_questions: null } ],
		invalid: [
			{ ...preview, cost_over_paid: { watch: -1, flag: 0 } },
			{ cost_over_paid: preview.cost_over_paid },
		],
	},
	'settings.preview_request': {
		schema: previewRequest,
		io: 'input',
		valid: [ { patterns: settings.patterns } ],
		invalid: [
			{},
			{ patterns: { docs_questions: settings.patterns.docs_questions } },
			{ patterns: settings.patterns, version: 1 },
		],
	},
	'settings.update': {
		schema: settingsUpdate,
		io: 'input',
		valid: [
			{ version: 1 },
			{
				version: 1,
				hourly_cost: { minor: 3000, currency: 'USD' },
				hourly_cost_confirmed: true,
			},
			{ version: 1, answered: [ 'channels' ], channels: [ 'bbpress', 'by_hand' ] },
			{ version: 1, hourly_cost: null, docs_urls: [ 'https://example.com/docs' ] },
			{ version: 2, patterns: { cost_over_paid: settings.patterns.cost_over_paid } },
			{ version: 2, limits: settings.limits },
			{ version: 2, cases: settings.cases },
			{ version: 2, own_rules: settings.own_rules },
			{ version: 2, own_rules: [] },
			{ version: 2, high_value: settings.high_value },
		],
		invalid: [
			{},
			{ version: 1, base_currency: 'usd' },
			{ version: 1, docs_urls: [ 'javascript:alert(1)' ] },
			{
				version: 1,
				docs_languages: [ { url: 'https://example.com', languages: [ 'English' ] } ],
			},
			{ version: 1, docs_languages: [ { url: 'https://example.com', languages: [] } ] },
			{ version: 1, docs_urls: 'https://example.com/docs' },
			{ version: 1, minutes_per_reply: -3 },
			{ version: 1, reply_target_hours: 0 },
			{ version: 1, patterns: { hostile_messages: {} } },
			{ version: 1, patterns: { legal_step: { messages: 1 } } },
			{ version: 1, patterns: { docs_gaps: { people: 1, days: 30 } } },
			{ version: 1, patterns: { docs_gaps: { people: 10, days: 91 } } },
			{ version: 1, patterns: { repeat_refunds: { times: 0, days: 365 } } },
			{ version: 1, staff: [] },
			{ version: 1, answered: [ 'name' ] },
			{ version: 1, channels: [ 'myspace' ] },
			{ version: 1, cases: { warning_days: 0 } },
			{ version: 1, own_rules: [ { ...rule, id: 9 } ] },
			{ version: 1, own_rules: [ { ...rule, name: '' } ] },
			{ version: 1, own_rules: [ { ...rule, conditions: [] } ] },
			{ version: 1, own_rules: [ { ...rule, lock: true } ] },
			{ version: 1, cases: { keep_text_days: 366 } },
			{ version: 1, high_value: { by: 'sum' } },
			{ version: 1, cases: { resolutions: [ { problem: '', answer: 'x', most: null } ] } },
			{ version: 1, limits: { ...settings.limits, part_ways_a_day: 0 } },
			{ version: 1, limits: { ...settings.limits, part_ways_percent: 101 } },
		],
	},
};

export type PreviewRequest = z.infer< typeof previewRequest >;
export type Question = z.infer< typeof question >;
export type ChannelId = z.infer< typeof channelId >;
export type Settings = z.infer< typeof settingsSchema >;
export type SettingsUpdate = z.infer< typeof settingsUpdate >;
