import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import overview from '../../../tests/fixtures/rest/overview.overview.json';
import { answer, freshRegistry, server } from '../../data/test-server';
import { OverviewScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const show = ( body: unknown ) => {
	server().mockResolvedValue( answer( body ) );
	return render(
		<RegistryProvider value={ freshRegistry() }>
			<OverviewScreen />
		</RegistryProvider>
	);
};

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'leads with what support took and who cost more than they paid', async () => {
	show( overview );
	expect(
		await screen.findByText( /support took 412 h ≈ \$12,360\.00 \(96% estimated\)/ )
	).toHaveTextContent( '31 customers cost more than they paid: $2,940.00 together.' );
	expect( screen.getByText( /570 to nobody yet/ ) ).toBeInTheDocument();
} );

it( 'says first what refunds left open, and what would still be charged for it', async () => {
	show( overview );
	const ends = await screen.findByRole( 'region', { name: 'Loose ends' } );
	expect( ends ).toHaveTextContent( '13 things are still open' );
	expect( ends ).toHaveTextContent( 'Renewals still scheduled on refunded orders: $49.00.' );
	expect( within( ends ).getByRole( 'link', { name: 'Look at them' } ) ).toHaveAttribute(
		'href',
		'/wp-admin/admin.php?page=amicable&screen=loose-ends'
	);
} );

it( 'does not call it clean while orders are still being read', async () => {
	const read = { state: 'running', done: 100, total: 3000 };
	show( { ...overview, loose_ends: { open: 0, scheduled: [] }, import: read } );
	await screen.findByRole( 'region', { name: 'Needs a person today' } );
	expect( screen.queryByRole( 'region', { name: 'Loose ends' } ) ).not.toBeInTheDocument();
} );

it( 'tells the dearest with the reason in words', async () => {
	show( overview );
	const dearest = await screen.findByRole( 'region', { name: 'Most support' } );
	expect( dearest ).toHaveTextContent( 'support cost 2.3× what they paid' );
	expect( dearest ).toHaveTextContent( '17 questions within 14 days' );
	expect( within( dearest ).getByRole( 'link', { name: 'Maya Lindqvist' } ) ).toHaveAttribute(
		'href',
		'/wp-admin/admin.php?page=amicable&screen=customer&id=7'
	);
} );

it( 'leads from what waits to where it is done', async () => {
	show( overview );
	const today = await screen.findByRole( 'region', { name: 'Needs a person today' } );
	expect(
		within( today ).getByRole( 'link', { name: 'A payout needs a person' } )
	).toHaveAttribute( 'href', '/wp-admin/admin.php?page=amicable&screen=run&id=11' );
} );

it( 'claims nothing about support where nobody told it, not even zero', async () => {
	show( { ...overview, support: null, dearest: [] } );
	expect(
		await screen.findByText( 'Support cost is unknown for 2,140 customers.' )
	).toBeInTheDocument();
	expect( screen.queryByText( /Margin/ ) ).not.toBeInTheDocument();
} );

it( 'shows no amount to whoever may not see money', async () => {
	const { cost: _c, over_paid: _o, ...support } = overview.support;
	const { customers, orders, orders_not_converted: missing } = overview.figures;
	const dearest = overview.dearest.map( ( { money: _money, ...row } ) => row );
	const figures = { customers, orders, orders_not_converted: missing };
	const { container } = show( {
		...overview,
		loose_ends: { open: 13 },
		support,
		figures,
		dearest,
	} );
	expect( await screen.findByText( /support took 412 h \(96% estimated\)/ ) ).toBeInTheDocument();
	expect( container ).not.toHaveTextContent( /[$€]/ );
} );

it( 'teaches what will be here, and offers Practice, where there is nothing yet', async () => {
	const figures = { customers: 0, orders: 0, orders_not_converted: 0 };
	server().mockImplementation( async ( { path } ) =>
		path?.includes( 'practice' )
			? answer( { state: 'absent', done: 0, total: 0 } )
			: answer( { ...overview, figures, import: { state: 'idle', done: 0, total: 0 } } )
	);
	render(
		<RegistryProvider value={ freshRegistry() }>
			<OverviewScreen />
		</RegistryProvider>
	);
	expect( await screen.findByRole( 'button', { name: 'Load Practice' } ) ).toBeEnabled();
} );

it( 'says what failed and asks again when told to', async () => {
	server().mockRejectedValueOnce( { code: 'offline_error', message: '' } );
	server().mockResolvedValue( answer( overview ) );
	const { container } = render(
		<RegistryProvider value={ freshRegistry() }>
			<OverviewScreen />
		</RegistryProvider>
	);
	const again = await screen.findByRole( 'button', { name: 'Try again' } );
	expect( container ).toHaveTextContent( 'You are offline.' );
	await userEvent.click( again );
	expect( await screen.findByText( /support took 412 h/ ) ).toBeInTheDocument();
} );
