import chance from '../../../../tests/fixtures/rest/chances.chance.json';
import { chanceSchema, type Entry } from '../../../data/chances/schema';
import type { TimelineEntry } from '../../../data/customers/schema';
import { claimRows } from './claim-rows';

const line = ( id: number, part: Partial< Entry > ): Entry =>
	chanceSchema.shape.entries.def.element.parse( { ...chance.entries[ 0 ], id, ...part } );
const logged = ( id: string, at: string ): TimelineEntry => ( {
	id,
	at,
	kind: 'ticket',
	title: id,
	text: null,
	who: null,
	url: null,
} );

const entries = [
	line( 5, { kind: 'found', of: 3, note: 'Answered after 20 hours' } ),
	line( 4, { kind: 'claim', on: '2026-03-02T12:00:00Z' } ),
	line( 3, { kind: 'claim', on: '2026-02-20T12:00:00Z' } ),
	line( 2, { kind: 'promise' } ),
];
const timeline = [
	logged( 'three days later', '2026-02-23T13:00:00Z' ),
	logged( 'a day later', '2026-02-21T12:00:00Z' ),
	logged( 'two days before', '2026-02-18T12:00:00Z' ),
];

test( 'puts what they say beside what we found and what the log has of those days', () => {
	const rows = claimRows( entries, timeline ).map( ( row ) => [
		row.claim.id,
		row.found.map( ( { id } ) => id ),
		row.logged.map( ( { id } ) => id ),
	] );
	expect( rows ).toEqual( [
		[ 3, [ 5 ], [ 'a day later', 'two days before' ] ],
		[ 4, [], [] ],
	] );
} );

test( 'shows nothing of a log beside what is about no day', () => {
	const [ row ] = claimRows( [ line( 6, { kind: 'claim', on: null } ) ], timeline );
	expect( row?.logged ).toEqual( [] );
} );
