import { atShare, pathOf, pointsOf } from './curve';
import { monthsOf, rhythmOf } from './rhythm';
import { barsOf, scaleOf } from './waterfall';

const steps = [
	{ id: 'gross', label: 'Ordered', minor: 10000 },
	{ id: 'refunds', label: 'Refunds', minor: -2000 },
	{ id: 'paid', label: 'Paid', minor: 8000, isSum: true },
	{ id: 'support', label: 'Support', minor: -12000 },
	{ id: 'margin', label: 'Margin', minor: -4000, isSum: true },
];

it( 'lets each step go on where the one before ended, and each sum stand on zero', () => {
	expect( barsOf( steps ).map( ( { from, to } ) => [ from, to ] ) ).toEqual( [
		[ 0, 10000 ],
		[ 10000, 8000 ],
		[ 0, 8000 ],
		[ 8000, -4000 ],
		[ 0, -4000 ],
	] );
} );

it( 'keeps every bar and zero inside the picture', () => {
	const bars = barsOf( steps );
	const at = scaleOf( bars );
	const ends = bars.flatMap( ( { from, to } ) => [ at( from ), at( to ), at( 0 ) ] );
	expect( Math.min( ...ends ) ).toBe( 0 );
	expect( Math.max( ...ends ) ).toBe( 100 );
} );

it( 'draws a customer without any money as nothing, not as an error', () => {
	expect( scaleOf( barsOf( [ { id: 'a', label: 'A', minor: 0 } ] ) )( 0 ) ).toBe( 0 );
} );

it( 'counts the tickets of the fourteen days before each day', () => {
	const now = Date.parse( '2026-03-20T00:00:00Z' );
	const times = [ '2026-03-01T12:00:00Z', '2026-03-10T12:00:00Z', '2026-03-19T12:00:00Z' ];
	const days = rhythmOf( times, now, 30 );
	expect( days ).toHaveLength( 30 );
	expect( days.at( -1 )?.count ).toBe( 2 );
	expect( Math.max( ...days.map( ( { count } ) => count ) ) ).toBe( 2 );
	expect( days[ 0 ]?.count ).toBe( 0 );
} );

it( 'counts months newest first', () => {
	expect(
		monthsOf( [ '2026-01-31T23:59:59Z', '2026-03-01T00:00:00Z', '2026-01-01T00:00:00Z' ] )
	).toEqual( [
		{ month: '2026-03', count: 1 },
		{ month: '2026-01', count: 2 },
	] );
} );

const parts = [
	{ customers: 2, minor: 9000 },
	{ customers: 2, minor: 1000 },
	{ customers: 1, minor: -4000 },
];

it( 'adds customers up from the best to the last', () => {
	expect( pointsOf( parts ) ).toEqual( [
		{ customers: 0, minor: 0 },
		{ customers: 2, minor: 9000 },
		{ customers: 4, minor: 10000 },
		{ customers: 5, minor: 6000 },
	] );
	expect( atShare( pointsOf( parts ), 40 ) ).toEqual( { customers: 2, minor: 9000 } );
	expect( atShare( pointsOf( parts ), 41 ) ).toEqual( { customers: 4, minor: 10000 } );
	expect( atShare( pointsOf( parts ), 100 ) ).toEqual( { customers: 5, minor: 6000 } );
} );

it( 'keeps the curve and zero inside the picture, also of losses and of nobody', () => {
	expect( pathOf( pointsOf( parts ) ).line ).toBe(
		'M0.00 100.00L40.00 10.00L80.00 0.00L100.00 40.00'
	);
	expect( pathOf( pointsOf( [ { customers: 1, minor: -500 } ] ) ).zero ).toBeCloseTo( 0.2, 1 );
	expect( pathOf( pointsOf( [] ) ).line ).toBe( 'M0.00 100.00' );
} );
