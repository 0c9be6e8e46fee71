import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import sheet from '../../../tests/fixtures/rest/disputes.sheet.json';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import { answer, freshRegistry, server } from '../../data/test-server';
import { DisputeScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const show = ( body: unknown ) => {
	server().mockImplementation( async ( { data } ) =>
		answer( { ...sheet, ...( data ?? {} ), ...( body as object ) } )
	);
	return render(
		<RegistryProvider value={ freshRegistry() }>
			<DisputeScreen id={ 4 } params={ {} } />
		</RegistryProvider>
	);
};

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'shows all that speaks for the shop on one page, and what nobody wrote down', async () => {
	show( {} );
	expect(
		await screen.findByRole( 'heading', { name: 'Dispute over order 123 of Maya Lindqvist' } )
	).toBeInTheDocument();
	expect( screen.getByText( /This charge is not refunded/ ) ).toBeInTheDocument();
	const part = ( name: string ) => within( screen.getByRole( 'region', { name } ) );
	expect( screen.getAllByText( '203.0.113.7' ) ).toHaveLength( 2 );
	expect( screen.getByText( '····-····-7F2A' ) ).toBeInTheDocument();
	expect( screen.getByText( 'Where is my download?' ) ).toBeInTheDocument();
	expect( screen.getByText( 'Your order is ready' ) ).toBeInTheDocument();
	expect( part( 'What nobody wrote down' ).getByRole( 'listitem' ) ).toHaveTextContent(
		'does not write down when the terms were accepted'
	);
	expect( screen.getByText( '$15.00' ) ).toBeInTheDocument();
} );

it( 'says that an inquiry may be settled by talking, and shows no amount to who may not see it', async () => {
	const { money: _money, ...poor } = sheet;
	const { money: _total, ...order } = sheet.order;
	server().mockResolvedValue( answer( { ...poor, order, status: 'warning' } ) );
	const { container } = render(
		<RegistryProvider value={ freshRegistry() }>
			<DisputeScreen id={ 4 } params={ {} } />
		</RegistryProvider>
	);
	expect( await screen.findByText( /you may settle this by a refund/ ) ).toBeInTheDocument();
	expect( container ).not.toHaveTextContent( '$' );
} );

it( 'takes a person’s word for how it ended', async () => {
	show( {} );
	const user = userEvent.setup();
	await user.click( await screen.findByRole( 'button', { name: 'It was won or withdrawn' } ) );
	expect( await screen.findByText( /The money stays here/ ) ).toBeInTheDocument();
	const sent = server().mock.calls.map( ( [ { path, data } ] ) => ( { path, data } ) );
	expect( sent ).toContainEqual( {
		path: '/amicable/v1/orders/woocommerce/123/dispute',
		data: { status: 'won' },
	} );
} );
