import * as z from 'zod/mini';
import report from '../../../tests/fixtures/rest/reports.report.json';
import { count, id, money, time, type Shape } from '../common';

const month = z.string().check( z.regex( /^\d{4}-(0[1-9]|1[0-2])(?!\n)$/ ) );
const stars = z.int().check( z.minimum( 1 ), z.maximum( 5 ) );

const concessionMonth = z.object( {
	month,
	given: count,
	/** Only what was used costs anything. */
	used: count,
	/** A person confirmed the threat. */
	after_threat: count,
	/** Reads like a threat; nobody has said yet whether it is one. */
	unjudged: count,
	/** One sum a currency; absent for those who may not see money. */
	money: z.optional( z.object( { cost: z.array( money ), after_threat: z.array( money ) } ) ),
} );

/** What is not due yet is in `asked` alone. */
const answerMonth = z.object( {
	month,
	asked: count,
	in_time: count,
	late: count,
	unanswered: count,
} );

const someone = {
	id,
	customer_id: id,
	name: z.string(),
	url: z.nullable( z.string() ),
	since: time,
};

const waitingTicket = z.object( {
	...someone,
	subject: z.string(),
	high_value: z.boolean(),
	angry: z.boolean(),
} );

const post = z.object( { ...someone, stars: z.nullable( stars ) } );

const back = z.object( {
	customer_id: id,
	name: z.string(),
	case_id: id,
	recovered_at: time,
	/** Bought after that, renewals among them. */
	orders: count,
	bought_at: z.nullable( time ),
	praised_at: z.nullable( time ),
	money: z.optional( z.array( money ) ),
} );

export const reportSchema = z.object( {
	as_of: time,
	reply_target_hours: count,
	threat_days: count,
	/** The newest month first, as in `answers`. */
	concessions: z.array( concessionMonth ),
	answers: z.array( answerMonth ),
	/** How many there are; the most pressing of them follow, as in `posts`. */
	waiting: z.object( { count, rows: z.array( waitingTicket ) } ),
	/** Said in public. */
	posts: z.object( { count, rows: z.array( post ) } ),
	recovered: z.object( {
		customers: count,
		bought: count,
		praised: count,
		/** One or the other, or both. */
		came_back: count,
		money: z.optional( z.array( money ) ),
		rows: z.array( back ),
	} ),
} );

const [ first ] = report.concessions;

export const shapes: Record< string, Shape > = {
	'reports.report': {
		schema: reportSchema,
		io: 'output',
		valid: [
			report,
			{ ...report, concessions: [], answers: [], waiting: { count: 0, rows: [] } },
		],
		invalid: [
			{ ...report, concessions: [ { ...first, month: '2026-13' } ] },
			{ ...report, waiting: { count: -1, rows: [] } },
			{ ...report, posts: { count: 1, rows: [ { ...report.posts.rows[ 0 ], stars: 6 } ] } },
		],
	},
};

export type Report = z.infer< typeof reportSchema >;
export type ConcessionMonth = z.infer< typeof concessionMonth >;
export type AnswerMonth = z.infer< typeof answerMonth >;
export type WaitingTicket = z.infer< typeof waitingTicket >;
export type PublicPost = z.infer< typeof post >;
export type CameBack = z.infer< typeof back >;
