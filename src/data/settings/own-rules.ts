import * as z from 'zod/mini';
import { count, said } from '../common';

const MOST_RULES = 8;
const MOST_CONDITIONS = 5;

/** What a rule of the shop's own may look at. */
export const ownField = z.enum( [
	'tickets',
	'refunds',
	'minutes',
	'paid',
	'cost_percent',
	'hostile',
	'freebie',
	'expectation',
	'do_it_for_me',
	'docs_percent',
	'disputes',
	'customer_days',
	'sites',
	'praise',
	'our_mistakes',
	'waiting',
] );

const condition = z.strictObject( {
	field: ownField,
	is: z.enum( [ 'least', 'most' ] ),
	/** Money in minor units of the base currency. */
	number: z.int().check( z.minimum( 0 ), z.maximum( 1_000_000_000 ) ),
	/** How far back; null where the field looks at all there is. */
	days: z.nullable( z.int().check( z.minimum( 1 ), z.maximum( 366 ) ) ),
} );

export const ownRule = z.strictObject( {
	/** Its pattern is `own:` and this. */
	id: z.int().check( z.minimum( 1 ), z.maximum( MOST_RULES ) ),
	name: said( 60 ),
	level: z.enum( [ 'watch', 'flag' ] ),
	match: z.enum( [ 'all', 'any' ] ),
	/** Kept, and heard by nobody. */
	silent: z.boolean(),
	conditions: z.array( condition ).check( z.minLength( 1 ), z.maxLength( MOST_CONDITIONS ) ),
} );

export const ownRules = z.array( ownRule ).check( z.maxLength( MOST_RULES ) );

/** A rule that is tried on the next customers after one. */
export const ruleTry = z.strictObject( { rule: ownRule, after: count } );

/** Whom a rule would have shown, among so many that were looked at. */
export const ruleTried = z.object( {
	watch: count,
	flag: count,
	customers: count,
	/** After whom to go on; null: that was everybody. */
	next: z.nullable( count ),
} );

export type OwnRule = z.infer< typeof ownRule >;
export type OwnField = z.infer< typeof ownField >;
export type RuleTried = z.infer< typeof ruleTried >;
export const freeId = ( rules: OwnRule[] ) =>
	Array.from( { length: MOST_RULES }, ( _, at ) => at + 1 ).find(
		( free ) => ! rules.some( ( rule ) => rule.id === free )
	);
