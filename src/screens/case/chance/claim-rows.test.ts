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
	const rows = claimRows( entries, timeline, false ).map( ( row ) => [
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
	const [ row ] = claimRows( [ line( 6, { kind: 'claim', on: null } ) ], timeline, true );
	expect( [ row?.logged, row?.isOlder ] ).toEqual( [ [], false ] );
} );

test( 'counts whole days, whatever the hour', () => {
	const late = line( 7, { kind: 'claim', on: '2026-02-20T21:00:00Z' } );
	const [ row ] = claimRows( [ late ], [ logged( 'early', '2026-02-18T03:00:00Z' ) ], false );
	expect( row?.logged ).toHaveLength( 1 );
} );

test( 'says where the log was not read so far back', () => {
	const on = ( day: string ) => line( 8, { kind: 'claim', on: `2026-02-${ day }T12:00:00Z` } );
	const older = ( day: string, hasMore: boolean ) =>
		claimRows( [ on( day ) ], timeline, hasMore )[ 0 ]?.isOlder;
	expect( [ older( '10', true ), older( '10', false ), older( '23', true ) ] ).toEqual( [
		true,
		false,
		false,
	] );
} );
