import type { Entry } from '../../../data/chances/schema';
import type { TimelineEntry } from '../../../data/customers/schema';
import { dayOf } from './days';

const DAY = 86_400_000;

/** So many days around the one that is spoken of. */
const AROUND = 2;

const MOST = 6;

export type ClaimRow = {
	claim: Entry;
	found: Entry[];
	logged: TimelineEntry[];
	/** What was read of the log does not go back so far. */
	isOlder: boolean;
};

/** Of the person's own calendar; the hour of the day does not count. */
const daysFrom = ( on: string, at: string ) =>
	Math.round( ( Date.parse( dayOf( at ) ) - Date.parse( dayOf( on ) ) ) / DAY );

const near = ( on: string | null, at: string ) =>
	on !== null && Math.abs( daysFrom( on, at ) ) <= AROUND;

const isBefore = ( on: string | null, oldest?: TimelineEntry ) =>
	on !== null && oldest !== undefined && daysFrom( on, oldest.at ) >= -AROUND;

/** What they say by the day it is about, the earliest first, each with what we found and what the newest part of our log has of those days. */
export const claimRows = (
	entries: Entry[],
	timeline: TimelineEntry[],
	hasMore: boolean
): ClaimRow[] =>
	entries
		.filter( ( { kind } ) => kind === 'claim' )
		.sort( ( a, b ) => Date.parse( a.on ?? a.at ) - Date.parse( b.on ?? b.at ) )
		.map( ( claim ) => ( {
			claim,
			found: entries.filter( ( { of } ) => of === claim.id ),
			logged: timeline.filter( ( { at } ) => near( claim.on, at ) ).slice( 0, MOST ),
			isOlder: hasMore && isBefore( claim.on, timeline.at( -1 ) ),
		} ) );
