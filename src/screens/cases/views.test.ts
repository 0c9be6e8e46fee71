import { paramsOf, seenOf } from './views';

it( 'keeps in the address what is seen', () => {
	const params = { view: 'due', stage: 'warned', part: '3' };
	expect( paramsOf( seenOf( params ) ) ).toEqual( params );
	expect( paramsOf( seenOf( {} ) ) ).toEqual( {} );
} );

it( 'takes no nonsense from the address', () => {
	expect( seenOf( { view: 'all', stage: 'sued', part: '-1' } ) ).toEqual( {
		view: undefined,
		stage: undefined,
		at: 1,
	} );
} );
