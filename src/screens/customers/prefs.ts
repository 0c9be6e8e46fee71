import * as z from 'zod/mini';
import { can } from '../../data/boot';

export const PER_PAGE_SIZES = [ 25, 50, 100 ];

export type Size = 'wide' | 'narrow';

const keyOf = ( size: Size ) => `amicable.customers.2.${ size }`;

const prefsSchema = z.object( {
	fields: z.array( z.string() ),
	perPage: z.int().check( z.minimum( 1 ), z.maximum( 100 ) ),
	density: z.enum( [ 'compact', 'balanced', 'comfortable' ] ),
} );

export type Prefs = z.infer< typeof prefsSchema >;

/** As many as fit beside each other; the others are one click away. On a phone the patterns stand below the name. */
const COLUMNS: Record< Size, string[] > = {
	wide: [ 'tickets', 'minutes', 'flag', 'stage', 'last_ticket_at' ],
	narrow: [ 'minutes' ],
};
const MONEY_COLUMNS: Record< Size, string[] > = {
	wide: [ 'paid_base', 'support_cost', 'ratio', 'tickets', 'flag', 'stage' ],
	narrow: [ 'support_cost' ],
};

export const defaultPrefs = ( size: Size = 'wide' ): Prefs => ( {
	fields: ( can( 'amicable_money' ) ? MONEY_COLUMNS : COLUMNS )[ size ],
	perPage: 25,
	density: 'balanced',
} );

/** Columns and density are this browser's; an older version or a hand-edited one counts as none. */
export function readPrefs( size: Size = 'wide' ): Prefs {
	try {
		const kept: unknown = JSON.parse( localStorage.getItem( keyOf( size ) ) ?? '' );
		return prefsSchema.safeParse( kept ).data ?? defaultPrefs( size );
	} catch {
		return defaultPrefs( size );
	}
}

/** Private windows may refuse to keep anything: then the choice lasts as long as the screen. */
export function savePrefs( prefs: Prefs, size: Size = 'wide' ) {
	try {
		localStorage.setItem( keyOf( size ), JSON.stringify( prefs ) );
	} catch {}
}
