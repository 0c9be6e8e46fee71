import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import end from '../../../tests/fixtures/rest/loose_ends.loose_end.json';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import { answer, answerPage, freshRegistry, server } from '../../data/test-server';
import { LooseEndsScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const show = () =>
	render(
		<RegistryProvider value={ freshRegistry() }>
			<LooseEndsScreen />
		</RegistryProvider>
	);

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'names the order, what is open, since when, and leads to the plan', async () => {
	server().mockResolvedValue( answerPage( [ end ] ) );
	show();
	const row = within( await screen.findByRole( 'row', { name: /412/ } ) );
	expect( row.getByRole( 'link', { name: '412' } ) ).toHaveAttribute( 'href', end.order_url );
	expect( row.getByText( end.text ) ).toBeInTheDocument();
	expect( row.getByText( 'Next charge on May 14, 2026' ) ).toBeInTheDocument();
	expect( row.getByText( 'Nov 20, 2025' ) ).toBeInTheDocument();
	expect( row.getByText( '$49.00' ) ).toBeInTheDocument();
	expect( row.getByRole( 'link', { name: 'Finish…' } ) ).toHaveAttribute(
		'href',
		'/wp-admin/admin.php?page=amicable&screen=run&customer=7&kind=finish&ends=31'
	);
} );

it( 'leaves one only with a reason, and reads the list again', async () => {
	server().mockImplementation( async ( { path, data } ) =>
		path?.endsWith( '/leave' )
			? answer( { ...end, state: 'left', reason: data?.reason } )
			: answerPage( [ end ] )
	);
	const user = userEvent.setup();
	show();
	await user.click(
		await screen.findByRole( 'button', { name: /^Leave it, it was a courtesy/ } )
	);
	const dialog = within( await screen.findByRole( 'dialog' ) );
	const leave = dialog.getByRole( 'button', { name: 'Leave it' } );
	expect( leave ).toHaveAttribute( 'aria-disabled', 'true' );
	await user.type( dialog.getByLabelText( 'Why it may stay' ), 'After the outage' );
	await user.click( leave );

	const sent = server().mock.calls.map( ( [ { path, data } ] ) => ( { path, data } ) );
	expect( sent ).toContainEqual( {
		path: '/amicable/v1/loose-ends/31/leave',
		data: { reason: 'After the outage' },
	} );
	expect( sent.filter( ( { path } ) => path?.includes( 'state=open' ) ) ).toHaveLength( 2 );
	expect( screen.queryByRole( 'dialog' ) ).not.toBeInTheDocument();
} );

it( 'shows no amount and no button to whoever may neither see money nor end anything', async () => {
	window.amicableBoot = { ...boot, capabilities: [ 'amicable_view' ] };
	const { amount: _amount, ...poor } = end;
	server().mockResolvedValue( answerPage( [ poor ] ) );
	const { container } = show();
	await screen.findByRole( 'row', { name: /412/ } );
	expect( container ).not.toHaveTextContent( '$' );
	expect( screen.queryByRole( 'link', { name: 'Finish…' } ) ).not.toBeInTheDocument();
	expect( screen.queryByRole( 'button', { name: /courtesy/ } ) ).not.toBeInTheDocument();
} );

it( 'leads to the run that is at work instead of offering another', async () => {
	server().mockResolvedValue( answerPage( [ { ...end, run_id: 12 } ] ) );
	show();
	expect( await screen.findByRole( 'link', { name: 'A run is at work on it' } ) ).toHaveAttribute(
		'href',
		'/wp-admin/admin.php?page=amicable&screen=run&id=12'
	);
	expect( screen.queryByRole( 'link', { name: 'Finish…' } ) ).not.toBeInTheDocument();
} );

it( 'teaches what would be here where nothing is', async () => {
	server().mockResolvedValue( answerPage( [] ) );
	show();
	expect(
		await screen.findByRole( 'heading', { name: 'No refund left anything open' } )
	).toBeInTheDocument();
} );
