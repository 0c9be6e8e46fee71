import type { IncidentCreate } from '../../../data/incidents/schema';

export type Draft = { about: string; words: string; docsUrl: string; from: string; until: string };

export const EMPTY: Draft = { about: '', words: '', docsUrl: '', from: '', until: '' };

/** Midnight of whoever types, as they mean it, in UTC as it is sent. */
const moment = ( day: string, time: string ) =>
	new Date( `${ day }T${ time }` ).toISOString().replace( /\.\d+Z$/, 'Z' );

/** The last day counts until its end. */
export const toIncident = ( { about, words, docsUrl, from, until }: Draft ): IncidentCreate => ( {
	about: about.trim(),
	from: moment( from, '00:00:00' ),
	...( until && { until: moment( until, '23:59:59' ) } ),
	...( words.trim() && { words: words.trim() } ),
	...( docsUrl.trim() && { docs_url: docsUrl.trim() } ),
} );

export const isReady = ( { about, words, docsUrl, from }: Draft ) =>
	Boolean( about.trim() && from && ( words.trim() || docsUrl.trim() ) );
