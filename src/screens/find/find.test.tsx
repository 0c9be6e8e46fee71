import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import found from '../../../tests/fixtures/rest/customers.found.json';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import { answer, freshRegistry, server } from '../../data/test-server';
import { FindScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const show = ( params = {} ) =>
	render(
		<RegistryProvider value={ freshRegistry() }>
			<FindScreen id={ undefined } params={ params } />
		</RegistryProvider>
	);

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'asks once what was typed has rested, and leads to the customer', async () => {
	server().mockImplementation( async () => answer( found ) );
	show();
	const box = screen.getByRole( 'searchbox', { name: /Name, email, order number/ } );
	expect( box ).toHaveFocus();
	await userEvent.setup().type( box, '#123' );

	expect( await screen.findByRole( 'link', { name: 'Maya Lindqvist' } ) ).toHaveAttribute(
		'href',
		expect.stringContaining( 'screen=customer&id=7' )
	);
	expect( screen.getByText( 'Order number' ) ).toBeInTheDocument();
	expect( screen.getAllByText( found.not_read[ 0 ] ?? '' )[ 0 ] ).toBeInTheDocument();
	expect( server().mock.calls.map( ( [ { path } ] ) => path ) ).toEqual( [
		'/amicable/v1/find?q=%23123',
	] );
} );

it( 'asks nothing while nothing is typed, and says when nobody is found', async () => {
	server().mockImplementation( async () => answer( { found: [], not_read: [] } ) );
	show();
	expect( server() ).not.toHaveBeenCalled();
	await userEvent.setup().type( screen.getByRole( 'searchbox' ), 'zz' );
	await waitFor( () => expect( server() ).toHaveBeenCalledTimes( 1 ) );
	expect( ( await screen.findAllByText( 'Nobody is found by that.' ) )[ 0 ] ).toBeInTheDocument();
} );

it( 'comes back to what was found before', async () => {
	server().mockImplementation( async () => answer( found ) );
	show( { q: 'maya' } );
	expect( await screen.findByRole( 'link', { name: 'Maya Lindqvist' } ) ).toBeInTheDocument();
} );
