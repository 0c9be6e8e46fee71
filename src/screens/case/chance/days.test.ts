import { dayOf, timeOf } from './days';

it( 'takes a day to the end of it and back', () => {
	const time = timeOf( '2026-03-20' );
	expect( time ).toMatch( /^2026-03-\d\dT\d\d:\d\d:00Z$/ );
	expect( dayOf( time ) ).toBe( '2026-03-20' );
} );

it( 'leaves an empty field empty', () => {
	expect( timeOf( '' ) ).toBeNull();
	expect( dayOf( null ) ).toBe( '' );
} );
