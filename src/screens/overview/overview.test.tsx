import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import overview from '../../../tests/fixtures/rest/overview.overview.json';
import settings from '../../../tests/fixtures/rest/settings.settings.json';
import setup from '../../../tests/fixtures/rest/setup.setup.json';
import { answer, freshRegistry, server } from '../../data/test-server';
import { OverviewScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const done = { ...setup, questions: [] };

const show = ( body: unknown, asks: unknown = done ) => {
	server().mockImplementation( async ( { path } ) =>
		answer( path?.includes( 'setup' ) ? asks : body )
	);
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
	const curve = { ...overview.curve, kind: 'value' };
	show( { ...overview, support: null, dearest: [], curve } );
	expect(
		await screen.findByText( 'Support cost is unknown for 2,140 customers.' )
	).toBeInTheDocument();
	expect( screen.queryByText( /Margin/ ) ).not.toBeInTheDocument();
} );

it( 'shows no amount to whoever may not see money', async () => {
	const { cost: _c, over_paid: _o, ...support } = overview.support;
	const { customers, orders, orders_not_converted: missing } = overview.figures;
	const dearest = overview.dearest.map( ( { money: _money, ...row } ) => row );
	const figures = { customers, orders, orders_not_converted: missing, high_value: 41 };
	const renewals = { count: 57, until: overview.renewals.until };
	const { container } = show( {
		...overview,
		loose_ends: { open: 13 },
		support,
		figures,
		dearest,
		best: [],
		curve: null,
		renewals,
	} );
	expect( await screen.findByText( /support took 412 h \(96% estimated\)/ ) ).toBeInTheDocument();
	expect( container ).not.toHaveTextContent( /[$€]/ );
} );

it( 'teaches what will be here, and offers Practice, where there is nothing yet', async () => {
	const figures = { customers: 0, orders: 0, orders_not_converted: 0, high_value: 0 };
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

it( 'shows what orders alone tell where nothing is known about support', async () => {
	show( { ...overview, support: null, dearest: [] } );
	const best = await screen.findByRole( 'region', { name: 'Customers of high value' } );
	expect( best ).toHaveTextContent( 'Jun Park$4,980.006 ordersHigh value' );
	expect( screen.queryByRole( 'region', { name: 'Most support' } ) ).not.toBeInTheDocument();
	const shop = screen.getByRole( 'region', { name: 'Your shop' } );
	expect( shop ).toHaveTextContent( 'Refunded$4,120.00' );
	expect( shop ).toHaveTextContent( 'Renewals in the next 30 days$3,393.0057 subscriptions' );
	expect( screen.getByRole( 'link', { name: 'Bring a file of tickets' } ) ).toBeInTheDocument();
} );

it( 'draws the curve and says the same in words and in a table', async () => {
	show( overview );
	const [ curve ] = await screen.findAllByRole( 'region', { name: /^Margin, from/ } );
	expect( curve ).toHaveTextContent( 'The best 10% of your customers bring 78% of the margin.' );
	expect( screen.getAllByText( /^Margin, from/ )[ 0 ] ).toBeVisible();
	expect( screen.getByRole( 'row', { name: /^10%/ } ) ).toHaveTextContent( '≈ $112,200.00' );
} );

it( 'helps to read orders as long as there are some, and shows how far it is', async () => {
	const states = [ 1000, 2000, 3000 ].map( ( read ) => ( {
		state: read < 3000 ? 'running' : 'done',
		done: read,
		total: 3000,
	} ) );
	let at = 0;
	server().mockImplementation( async ( { path, method } ) => {
		if ( method === 'POST' ) {
			at += 1;
			return answer( states[ at ] );
		}
		return answer( path?.includes( 'setup' ) ? done : { ...overview, import: states[ at ] } );
	} );
	render(
		<RegistryProvider value={ freshRegistry() }>
			<OverviewScreen />
		</RegistryProvider>
	);
	expect( await screen.findByText( 'Reading your orders, newest first' ) ).toBeInTheDocument();
	await waitFor( () =>
		expect( screen.queryByText( 'Reading your orders, newest first' ) ).not.toBeInTheDocument()
	);
	const posts = server().mock.calls.filter( ( [ { method } ] ) => method === 'POST' );
	expect( posts.map( ( [ { path } ] ) => path ) ).toEqual( [
		'/amicable/v1/overview/import',
		'/amicable/v1/overview/import',
	] );
} );

it( 'asks one question after the other, and none again', async () => {
	let questions = setup.questions;
	const saved: unknown[] = [];
	server().mockImplementation( async ( { path, method, data } ) => {
		if ( method === 'PUT' ) {
			saved.push( data );
			questions = questions.slice( 1 );
			return answer( settings );
		}
		if ( method === 'POST' ) {
			return answer( overview.import );
		}
		return answer( path?.includes( 'setup' ) ? { ...setup, questions } : overview );
	} );
	render(
		<RegistryProvider value={ freshRegistry() }>
			<OverviewScreen />
		</RegistryProvider>
	);
	const user = userEvent.setup();
	const cost = await screen.findByRole( 'region', {
		name: 'What does an hour of support cost you?',
	} );
	expect( cost ).toHaveTextContent( 'our guess' );
	const field = screen.getByLabelText( 'An hour of support, in USD' );
	expect( field ).toHaveValue( '30.00' );
	await user.clear( field );
	await user.type( field, '42' );
	expect( cost ).not.toHaveTextContent( 'our guess' );
	await user.click( screen.getByRole( 'button', { name: 'This is what it costs' } ) );

	await screen.findByRole( 'region', { name: 'Where do customers write to you?' } );
	await user.click( screen.getByLabelText( 'Fluent Support, found on this site' ) );
	expect( screen.getByText( /Export its tickets to a file/ ) ).toBeInTheDocument();
	await user.click( screen.getByRole( 'button', { name: 'Remember this' } ) );

	await screen.findByRole( 'region', { name: 'Where are your docs?' } );
	await user.click( screen.getByRole( 'button', { name: 'Skip' } ) );
	await waitFor( () =>
		expect( screen.queryByRole( 'button', { name: 'Skip' } ) ).not.toBeInTheDocument()
	);
	expect( saved ).toEqual( [
		{
			version: 1,
			answered: [ 'hourly_cost' ],
			hourly_cost: { minor: 4200, currency: 'USD' },
			hourly_cost_confirmed: true,
		},
		{ version: 1, answered: [ 'channels' ], channels: [ 'fluent_support' ] },
		{ version: 1, answered: [ 'docs' ] },
	] );
}, 30_000 );

it( 'takes a rate of today for a currency that has none', async () => {
	show( overview );
	const user = userEvent.setup();
	const field = await screen.findByLabelText( 'Today’s rate: one EUR is about so many USD' );
	const button = screen.getByRole( 'button', { name: 'Use it, marked ≈' } );
	await user.type( field, 'about one' );
	expect( button ).toHaveAttribute( 'aria-disabled', 'true' );
	await user.clear( field );
	await user.type( field, '1.0857' );
	await user.click( button );
	const sent = server().mock.calls.find( ( [ { path } ] ) => path?.includes( 'rates' ) );
	expect( sent?.[ 0 ].data ).toEqual( { currency: 'EUR', rate: '1.0857' } );
} );
