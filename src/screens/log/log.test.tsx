import { filterOf, paramsOf } from './params';

test( 'an address says what is shown, and what makes no sense in it is not asked for', () => {
	const filter = filterOf( {
		case: '3',
		customer: '0',
		user: '0',
		what: 'case_moved',
		until: '2026-03-01',
	} );
	expect( filter ).toEqual( {
		case_id: 3,
		customer_id: undefined,
		user_id: 0,
		what: 'case_moved',
		until: '2026-03-01',
	} );
	expect( filterOf( { what: 'DROP TABLE', until: 'today', case: '1e3' } ) ).toEqual( {} );
	expect( filterOf( paramsOf( filter, 2 ) ) ).toEqual( filter );
} );
