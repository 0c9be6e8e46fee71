import boot from '../../../tests/fixtures/rest/me.boot.json';
import { defaultPrefs, readPrefs, savePrefs } from './prefs';
import { isFiltered, readQuery, toParams, toPrefs, toView } from './view';

const prefs = { fields: [ 'tickets' ], perPage: 25, density: 'balanced' } as const;
const mutable = { ...prefs, fields: [ ...prefs.fields ] };

beforeEach( () => {
	window.amicableBoot = boot;
	localStorage.clear();
} );

it( 'asks for the dearest first when the address says nothing', () => {
	expect( readQuery( {}, prefs ) ).toEqual( {
		orderby: 'support_cost',
		order: 'desc',
		page: 1,
		per_page: 25,
	} );
} );

it( 'asks by minutes where money may not be seen, even if the address asks by money', () => {
	window.amicableBoot = { ...boot, capabilities: [ 'amicable_view' ] };
	expect( readQuery( { orderby: 'margin' }, prefs ).orderby ).toBe( 'minutes' );
	expect( defaultPrefs().fields ).not.toContain( 'margin' );
} );

it( 'ignores what it does not know instead of asking the server for it', () => {
	const params = { flag: 'will', orderby: 'email', paged: '0', order: 'up', tier: 'gold' };
	expect( readQuery( params, prefs ) ).toEqual( readQuery( {}, prefs ) );
} );

it( 'prefers the cursor to a page', () => {
	const query = readQuery( { cursor: 'abc', paged: '3' }, prefs );
	expect( query ).toMatchObject( { cursor: 'abc' } );
	expect( query.page ).toBeUndefined();
} );

it( 'goes from address to view and back without losing anything', () => {
	const params = {
		search: 'maya',
		flag: 'cost_over_paid',
		store: 'sample',
		orderby: 'tickets',
		order: 'asc',
	};
	const query = readQuery( params, prefs );
	expect( toParams( toView( query, mutable ) ) ).toEqual( params );
	expect( isFiltered( query ) ).toBe( true );
} );

it( 'starts at the first page when the question changes', () => {
	const view = toView( readQuery( { paged: '7', flag: 'docs_questions' }, prefs ), mutable );
	expect( toParams( { ...view, filters: [] } ) ).toEqual( {} );
} );

it( 'remembers columns, and forgets what an older version or a hand wrote', () => {
	savePrefs( { ...mutable, perPage: 50 } );
	expect( readPrefs() ).toEqual( { ...mutable, perPage: 50 } );

	expect( readPrefs( 'narrow' ) ).toEqual( defaultPrefs( 'narrow' ) );
	localStorage.setItem( 'amicable.customers.2.wide', '{"fields":"all"}' );
	expect( readPrefs() ).toEqual( defaultPrefs() );
} );

it( 'takes columns and density from the view', () => {
	const view = toView( readQuery( {}, prefs ), mutable );
	const next = { ...view, fields: [ 'ratio' ], layout: { density: 'compact' as const } };
	expect( toPrefs( next, mutable ) ).toEqual( {
		fields: [ 'ratio' ],
		perPage: 25,
		density: 'compact',
	} );
} );
