import * as z from 'zod/mini';
import { percent } from '../common';

const whole = ( least: number, most: number ) =>
	z.int().check( z.minimum( least ), z.maximum( most ) );

const days = whole( 1, 365 );
const times = whole( 1, 100 );

/** New tickets inside `days`; the share answered in the docs counts from `known` known answers on. */
const docsQuestions = z.strictObject( {
	watch: whole( 1, 1000 ),
	flag: whole( 1, 1000 ),
	days: whole( 1, 90 ),
	answered_percent: percent,
	known: whole( 1, 1000 ),
} );

/** Ratios in millionths: 2000000 is twice what was paid. */
const costOverPaid = z.strictObject( {
	watch_millionths: whole( 1, 1_000_000_000 ),
	flag_millionths: whole( 1, 1_000_000_000 ),
	tickets: whole( 1, 1000 ),
	minutes: whole( 0, 100_000 ),
} );

/** Grave messages, or milder ones on so many different days; each weighs half as much after `half_life` days. */
const hostileMessages = z.strictObject( {
	severe: times,
	mild: times,
	mild_days: times,
	days,
	half_life: days,
} );
const messagesWithin = z.strictObject( { messages: times, days } );

/** Older than `fades_after` days it is watched. */
const threatWithDemand = z.extend( messagesWithin, { fades_after: days } );
const paymentDispute = z.strictObject( { disputes: times, days } );
const repeatRefunds = z.strictObject( { times, days } );

/** So many `questions` or messages with `strained` words within `days`, and `times` as many as in the days before; the pace is followed for `ahead` days. */
const earlySigns = z.strictObject( {
	questions: times,
	strained: times,
	times: whole( 2, 100 ),
	days: whole( 7, 90 ),
	ahead: days,
} );

/** So many different `people` sent to one article within `days`: the article is at fault. */
const docsGaps = z.strictObject( { people: whole( 2, 1000 ), days: whole( 7, 90 ) } );

/** A legal step has no numbers: any one shows. */
export const patterns = z.strictObject( {
	docs_questions: docsQuestions,
	cost_over_paid: costOverPaid,
	hostile_messages: hostileMessages,
	threat_with_demand: threatWithDemand,
	payment_dispute: paymentDispute,
	repeat_refunds: repeatRefunds,
	expectations: messagesWithin,
	early_signs: earlySigns,
	docs_gaps: docsGaps,
} );

/** Some of them; a file that an older version wrote lacks the newest. */
export const somePatterns = z.partial( patterns );

const mayLack = {
	hostile_messages: z.extend( hostileMessages, { half_life: z.optional( days ) } ),
	threat_with_demand: z.extend( threatWithDemand, { fades_after: z.optional( days ) } ),
	early_signs: z.optional( z.extend( earlySigns, { ahead: z.optional( days ) } ) ),
	docs_gaps: z.optional( docsGaps ),
};

/** Complete but for what files of older versions lack. */
export const patternsOfFile = z.extend( patterns, mayLack );
