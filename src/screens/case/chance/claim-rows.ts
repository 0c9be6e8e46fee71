import type { Entry } from '../../../data/chances/schema';
import type { TimelineEntry } from '../../../data/customers/schema';

const DAY = 86_400_000;

/** So far around the day that is spoken of. */
const AROUND = 2 * DAY;

const MOST = 6;

export type ClaimRow = { claim: Entry; found: Entry[]; logged: TimelineEntry[] };

const near = ( on: string | null, at: string ) =>
	on !== null && Math.abs( Date.parse( at ) - Date.parse( on ) ) <= AROUND;

/** What they say by the day it is about, the earliest first, each with what we found and what our log has of those days. */
export const claimRows = ( entries: Entry[], timeline: TimelineEntry[] ): ClaimRow[] =>
	entries
		.filter( ( { kind } ) => kind === 'claim' )
		.sort( ( a, b ) => Date.parse( a.on ?? a.at ) - Date.parse( b.on ?? b.at ) )
		.map( ( claim ) => ( {
			claim,
			found: entries.filter( ( { of } ) => of === claim.id ),
			logged: timeline.filter( ( { at } ) => near( claim.on, at ) ).slice( 0, MOST ),
		} ) );
