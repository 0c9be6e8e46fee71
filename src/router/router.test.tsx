import { fireEvent, render, screen } from '@testing-library/react';
import boot from '../../tests/fixtures/rest/me.boot.json';
import { history, hrefOf, routeOf } from './history';
import { Link } from './link';

const at = ( url: string ) => {
	window.amicableBoot = { ...boot, url };
};

beforeEach( () => at( 'https://shop.example.com/wp-admin/admin.php?page=amicable' ) );

it( 'makes addresses below whatever menu the page sits in', () => {
	expect( hrefOf( 'customer', 7, { tab: 'orders' } ) ).toBe(
		'/wp-admin/admin.php?page=amicable&screen=customer&id=7&tab=orders'
	);
	at( 'https://x.test/wp-admin/edit.php?post_type=download&page=amicable' );
	expect( hrefOf( 'overview' ) ).toBe( '/wp-admin/edit.php?post_type=download&page=amicable' );
} );

it( 'lets no filter take the place of the page itself', () => {
	const href = hrefOf( 'customers', undefined, { page: '2', screen: 'x', paged: '2' } );
	expect( href ).toBe( '/wp-admin/admin.php?page=amicable&screen=customers&paged=2' );
} );

it( 'reads an address back', () => {
	const route = routeOf( '?page=amicable&screen=customer&id=7&tab=orders' );
	expect( route ).toEqual( { screen: 'customer', id: 7, params: { tab: 'orders' } } );
	expect( routeOf( '?page=amicable' ) ).toMatchObject( { screen: 'overview', id: undefined } );
} );

it.each( [ '0', '-1', '1e3', 'abc', '1.5', '99999999999999999' ] )(
	'takes %s for no id',
	( id ) => {
		expect( routeOf( `?screen=customer&id=${ id }` ).id ).toBeUndefined();
	}
);

it( 'does not know screens that are not there', () => {
	expect( routeOf( '?screen=__proto__' ).screen ).toBeUndefined();
} );

it( 'stays in the app on a plain click and leaves the others to the browser', () => {
	const push = jest.spyOn( history, 'push' ).mockImplementation( () => {} );
	render( <Link to="customers">All</Link> );
	const link = screen.getByRole( 'link', { name: 'All' } );

	link.addEventListener( 'click', ( event ) => event.ctrlKey && event.preventDefault() );
	fireEvent.click( link, { ctrlKey: true } );
	expect( push ).not.toHaveBeenCalled();

	fireEvent.click( link );
	expect( push ).toHaveBeenCalledWith( hrefOf( 'customers' ) );
	push.mockRestore();
} );
