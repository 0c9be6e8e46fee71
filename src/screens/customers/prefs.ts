import * as z from 'zod/mini';
import { can } from '../../data/boot';

export const PER_PAGE_SIZES = [ 25, 50, 100 ];

const KEY = 'amicable.customers.1';

const prefsSchema = z.object( {
	fields: z.array( z.string() ),
	perPage: z.int().check( z.minimum( 1 ), z.maximum( 100 ) ),
	density: z.enum( [ 'compact', 'balanced', 'comfortable' ] ),
} );

export type Prefs = z.infer< typeof prefsSchema >;

const COLUMNS = [ 'tickets', 'minutes', 'flag', 'stage', 'last_ticket_at' ];
const MONEY_COLUMNS = [
	'paid_base',
	'support_cost',
	'ratio',
	'margin',
	'tickets',
	'flag',
	'stage',
];

export const defaultPrefs = (): Prefs => ( {
	fields: can( 'amicable_money' ) ? MONEY_COLUMNS : COLUMNS,
	perPage: 25,
	density: 'balanced',
} );

/** Columns and density are this browser's; an older version or a hand-edited one counts as none. */
export function readPrefs(): Prefs {
	try {
		const { data } = prefsSchema.safeParse( JSON.parse( localStorage.getItem( KEY ) ?? '' ) );
		return data ?? defaultPrefs();
	} catch {
		return defaultPrefs();
	}
}

/** Private windows may refuse to keep anything: then the choice lasts as long as the screen. */
export function savePrefs( prefs: Prefs ) {
	try {
		localStorage.setItem( KEY, JSON.stringify( prefs ) );
	} catch {}
}
