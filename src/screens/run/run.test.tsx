import apiFetch from '@wordpress/api-fetch';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import aPlan from '../../../tests/fixtures/rest/offboardings.plan.json';
import aRun from '../../../tests/fixtures/rest/offboardings.run.json';
import { requestOf, RunScreen } from './index';
import { grouped, isMoving, isWaiting, preselected } from './view';
import { planRequest, planSchema, runSchema } from '../../data/offboardings/schema';

jest.mock( '@wordpress/api-fetch' );
const server = jest.mocked( apiFetch );

const answer = ( body: unknown ) => ( {
	status: 200,
	headers: new Headers(),
	json: async () => body,
} );

beforeEach( () => server.mockReset() );

it( 'reads from the address what to plan', () => {
	expect(
		requestOf( { customer: '7', kind: 'refund', orders: 'sample:3,edd:4,nothing:5' } )
	).toEqual( {
		customer_id: 7,
		kind: 'refund',
		scope: {
			orders: [
				{ store: 'sample', id: 3 },
				{ store: 'edd', id: 4 },
			],
		},
	} );
	expect( requestOf( { customer: '7', kind: 'part_ways' } ) ).toEqual( {
		customer_id: 7,
		kind: 'part_ways',
		scope: 'all',
	} );
	expect( requestOf( { customer: '7', kind: 'finish', ends: '31,x,0,32' } ) ).toEqual( {
		customer_id: 7,
		kind: 'finish',
		scope: { loose_ends: [ 31, 32 ] },
	} );
	expect( requestOf( { customer: '7', kind: 'finish' } ) ).toBeUndefined();
	expect( requestOf( { customer: '0', kind: 'part_ways' } ) ).toBeUndefined();
	expect( requestOf( { customer: '7', kind: 'refund', orders: '' } ) ).toBeUndefined();
} );

it( 'shows lines in the order in which they happen', () => {
	const plan = planSchema.parse( { ...aPlan, items: [ ...aPlan.items ].reverse() } );
	expect( grouped( plan.items ).map( ( { kind } ) => kind ) ).toEqual( [
		'cancel_subscription',
		'refund',
		'revoke_download',
		'disable_license',
	] );
} );

it( 'drives only what may be driven', () => {
	const run = runSchema.parse( aRun );
	expect( isMoving( { ...run, state: 'running', allowed: [ 'run' ] } ) ).toBe( true );
	expect( isMoving( { ...run, state: 'running', allowed: [] } ) ).toBe( false );
	expect( isWaiting( { ...run, state: 'running', allowed: [] } ) ).toBe( true );
	expect( isWaiting( { ...run, state: 'needs_attention', allowed: [ 'run' ] } ) ).toBe( false );
} );

it( 'starts with what the person typed, once', async () => {
	server.mockImplementation( ( async ( { path }: { path: string } ) =>
		answer( path.endsWith( '/plan' ) ? aPlan : aRun ) ) as unknown as typeof apiFetch ); // The mock stands in for two overloads.
	const user = userEvent.setup();
	render(
		<RunScreen
			id={ undefined }
			params={ { customer: '7', kind: 'refund', orders: 'woocommerce:123' } }
		/>
	);

	await user.click( await screen.findByRole( 'button', { name: /Refund and end license/ } ) );
	const dialog = await screen.findByRole( 'dialog' );
	const confirm = within( dialog ).getByRole( 'button', { name: 'Refund and end license' } );
	expect( confirm ).toHaveAttribute( 'aria-disabled', 'true' );

	await user.type( within( dialog ).getByLabelText( /Number of orders/ ), '1' );
	await user.type( within( dialog ).getByLabelText( /Total/ ), '79.00' );
	await user.click( confirm );

	const starts = server.mock.calls.filter(
		( [ { path } ] ) => path === '/amicable/v1/offboardings'
	);
	expect( starts ).toHaveLength( 1 );
	expect( starts[ 0 ]?.[ 0 ].data ).toEqual( {
		plan_hash: aPlan.hash,
		customer_id: 7,
		kind: 'refund',
		scope: aPlan.scope,
		confirm_orders: 1,
		confirm_totals: aPlan.totals,
		receipt: true,
		hold_mails: true,
	} );
	expect( starts[ 0 ]?.[ 0 ].headers ).toHaveProperty( 'Idempotency-Key' );
} );

it( 'asks a person about a payout nobody can prove', async () => {
	const unknown = aRun.steps.map( ( step ) =>
		step.kind === 'refund' ? { ...step, state: 'unknown', receipt: null } : step
	);
	server.mockImplementation( ( async () =>
		answer( {
			...aRun,
			id: 13,
			state: 'needs_attention',
			allowed: [ 'settle' ],
			proof: null,
			steps: unknown,
		} ) ) as unknown as typeof apiFetch ); // As above.
	render( <RunScreen id={ 13 } params={ {} } /> );

	const question = await screen.findByRole( 'group', {
		name: /Was the customer paid\? \(Order 123\)/,
	} );
	expect(
		within( question ).getByRole( 'button', { name: 'The customer was paid' } )
	).toHaveAttribute( 'aria-disabled', 'true' );
} );

it( 'gives every step without money a way on: read again, or settled by a person', async () => {
	const asked: { path?: string | undefined; data?: unknown }[] = [];
	const stuck = {
		...aRun,
		id: 14,
		state: 'needs_attention',
		allowed: [ 'settle', 'resume' ],
		proof: null,
		steps: aRun.steps.map( ( step ) =>
			step.kind === 'refund' ? step : { ...step, state: 'unknown', receipt: null }
		),
	};
	server.mockImplementation( ( async ( { path, data }: { path: string; data: unknown } ) => {
		asked.push( { path, data } );
		return answer( stuck );
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render( <RunScreen id={ 14 } params={ {} } /> );

	const stuckStep = stuck.steps.find( ( { state } ) => state === 'unknown' );
	const steps = ( await screen.findAllByRole( 'listitem' ) ).map( ( line ) => within( line ) );
	const line = steps.find( ( { queryByText } ) => queryByText( stuckStep?.label ?? '' ) );
	await user.click(
		line?.getByRole( 'button', { name: /^Read it again and try: / } ) ?? document.body
	);
	expect( asked.map( ( { path } ) => path ) ).toContain(
		`/amicable/v1/offboardings/14/steps/${ encodeURIComponent( stuckStep?.key ?? '' ) }/retry`
	);

	const question = screen.getByRole( 'group', { name: `Is it done? (${ stuckStep?.label })` } );
	expect( within( question ).queryByRole( 'button', { name: 'Not done' } ) ).toBeNull();
	await user.type( within( question ).getByLabelText( 'How do you know?' ), 'Seen there' );
	await user.click( within( question ).getByRole( 'button', { name: 'It is done' } ) );
	expect( asked.map( ( { data } ) => data ) ).toContainEqual( {
		outcome: 'paid',
		note: 'Seen there',
	} );
} );

const refundOf = ( order: number, minor: number ) => ( {
	key: `refund:woocommerce:${ order }`,
	kind: 'refund',
	store: 'woocommerce',
	target: String( order ),
	label: `Order ${ order }`,
	action: 'do',
	method: 'gateway',
	amount: { minor, currency: 'USD' },
	reason: null,
} );

const partingPlan = ( scope: 'all' | 'running', orders: number[] ) => ( {
	...aPlan,
	kind: 'part_ways',
	scope,
	hash: ( scope === 'all' ? 'a' : 'b' ).repeat( 64 ),
	orders: orders.length,
	totals: [ { minor: 4900 * orders.length, currency: 'USD' } ],
	fees_not_returned: [],
	items: orders.map( ( order ) => refundOf( order, 4900 ) ),
	warnings: [],
	services: [],
} );

it( 'chooses everything where that is one term or less, else what still runs', () => {
	const plan = ( scope: 'all' | 'running', orders: number[] ) =>
		planSchema.parse( partingPlan( scope, orders ) );
	expect( preselected( plan( 'all', [ 1 ] ), plan( 'running', [] ) ) ).toBe( 'all' );
	expect( preselected( plan( 'all', [ 1, 2 ] ), plan( 'running', [ 2, 1 ] ) ) ).toBe( 'all' );
	expect( preselected( plan( 'all', [ 1, 2, 3 ] ), plan( 'running', [ 3 ] ) ) ).toBe( 'running' );
} );

it( 'shows both sums side by side and starts the one that was chosen', async () => {
	const sent: unknown[] = [];
	server.mockImplementation( ( async ( { path, data }: { path: string; data: unknown } ) => {
		const { scope } = planRequest.safeParse( data ).data ?? {};
		sent.push( data );
		return path.endsWith( '/plan' )
			? answer(
					scope === 'running'
						? partingPlan( 'running', [ 3 ] )
						: partingPlan( 'all', [ 1, 2, 3 ] )
				)
			: answer( aRun );
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render(
		<RunScreen id={ undefined } params={ { customer: '71', kind: 'part_ways', case: '4' } } />
	);

	const choice = await screen.findByRole( 'group', { name: 'How much goes back?' } );
	expect( choice ).toHaveTextContent( '$147.00 from 3 orders' );
	expect( choice ).toHaveTextContent( '$49.00 from 1 order' );
	expect( within( choice ).getByRole( 'radio', { name: 'What still runs' } ) ).toBeChecked();

	await user.click( within( choice ).getByRole( 'radio', { name: 'Everything paid' } ) );
	await user.click( screen.getByRole( 'button', { name: 'Part ways…' } ) );
	const dialog = await screen.findByRole( 'dialog' );
	const why = within( dialog ).getByLabelText( 'Why, in your words' );
	await waitFor( () => expect( why ).toHaveFocus() );
	await user.type( why, 'Agreed' );
	await user.type( within( dialog ).getByLabelText( /Number of orders/ ), '3' );
	await user.type( within( dialog ).getByLabelText( /Total/ ), '147.00' );
	await user.click( within( dialog ).getByRole( 'button', { name: 'Part ways' } ) );
	expect( sent ).toContainEqual( {
		plan_hash: 'a'.repeat( 64 ),
		customer_id: aPlan.customer_id,
		kind: 'part_ways',
		scope: 'all',
		confirm_orders: 3,
		confirm_totals: [ { minor: 14700, currency: 'USD' } ],
		case_id: 4,
		reason: 'Agreed',
		receipt: true,
		hold_mails: true,
	} );
} );

it.each( [
	[ 'approves with the typed words what nobody else could approve', true ],
	[ 'leaves the approval to somebody else where there is one', false ],
] )( '%s', async ( _name, approves ) => {
	const asked: string[] = [];
	server.mockImplementation( ( async ( { path }: { path: string } ) => {
		asked.push( path.replace( '/amicable/v1/offboardings', '' ) );
		return answer(
			path.endsWith( '/plan' )
				? { ...partingPlan( 'all', [ 1 ] ), approves }
				: { ...aRun, state: 'awaiting_approval', allowed: approves ? [ 'approve' ] : [] }
		);
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render(
		<RunScreen
			id={ undefined }
			params={ { customer: approves ? '72' : '73', kind: 'part_ways', case: '4' } }
		/>
	);

	await user.click( await screen.findByRole( 'button', { name: 'Part ways…' } ) );
	const dialog = await screen.findByRole( 'dialog' );
	expect( within( dialog ).queryAllByText( /Nobody else has to approve it/ ) ).toHaveLength(
		approves ? 1 : 0
	);
	await user.type( within( dialog ).getByLabelText( 'Why, in your words' ), 'Agreed' );
	await user.type( within( dialog ).getByLabelText( /Number of orders/ ), '1' );
	await user.type( within( dialog ).getByLabelText( /Total/ ), '49.00' );
	await user.click( within( dialog ).getByRole( 'button', { name: 'Part ways' } ) );
	await waitFor( () =>
		expect( asked.filter( ( path ) => path !== '/plan' ) ).toEqual(
			approves ? [ '', `/${ aRun.id }/approve` ] : [ '' ]
		)
	);
} );

it( 'finishes with one click where no money moves', async () => {
	const sent: unknown[] = [];
	const finish = {
		...aPlan,
		kind: 'finish',
		scope: { loose_ends: [ 31 ] },
		orders: 0,
		totals: [],
		fees_not_returned: [],
		items: aPlan.items.filter( ( { kind } ) => kind === 'disable_license' ),
		warnings: [],
		services: [],
		receipt: null,
	};
	server.mockImplementation( ( async ( { path, data }: { path: string; data: unknown } ) => {
		sent.push( data );
		return answer( path.endsWith( '/plan' ) ? finish : aRun );
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render(
		<RunScreen id={ undefined } params={ { customer: '7', kind: 'finish', ends: '31' } } />
	);

	expect( await screen.findByText( 'No money moves.' ) ).toBeInTheDocument();
	await user.click( screen.getByRole( 'button', { name: 'Finish' } ) );
	expect( screen.queryByRole( 'dialog' ) ).not.toBeInTheDocument();
	expect( sent ).toContainEqual( {
		plan_hash: aPlan.hash,
		customer_id: 7,
		kind: 'finish',
		scope: { loose_ends: [ 31 ] },
		confirm_orders: 0,
		confirm_totals: [],
	} );
} );

it( 'counts down to a run that waits, and stops it for good', async () => {
	const waiting = {
		...aRun,
		id: 15,
		kind: 'part_ways',
		state: 'scheduled',
		start_at: new Date( Date.now() + 59.5 * 60_000 ).toISOString(),
		approved_by: 'Noor',
		allowed: [ 'run', 'stop' ],
		proof: null,
		rounds: [],
		steps: aRun.steps.map( ( step ) => ( { ...step, state: 'pending' } ) ),
	};
	const asked: ( string | undefined )[] = [];
	server.mockImplementation( ( async ( { path }: { path: string } ) => {
		asked.push( path );
		return answer( path.endsWith( '/stop' ) ? { ...waiting, state: 'stopped' } : waiting );
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render( <RunScreen id={ 15 } params={ {} } /> );

	expect( await screen.findByText( /It begins in 60 minutes\./ ) ).toBeInTheDocument();
	expect( screen.getByText( /Then 1 order is paid back/ ) ).toBeInTheDocument();
	expect( screen.getByText( /Approved by Noor/ ) ).toBeInTheDocument();
	await user.dblClick( screen.getByRole( 'button', { name: 'Stop' } ) );
	expect( asked.filter( ( path ) => path?.endsWith( '/stop' ) ) ).toEqual( [
		'/amicable/v1/offboardings/15/stop',
	] );
	expect( asked ).not.toContain( '/amicable/v1/offboardings/15/run' );
} );

it( 'begins a run whose time has come', () => {
	const due = runSchema.parse( {
		...aRun,
		state: 'scheduled',
		start_at: '2026-03-04T08:10:00Z',
	} );
	expect( isMoving( { ...due, allowed: [ 'run' ] } ) ).toBe( true );
	expect( isMoving( { ...due, allowed: [] } ) ).toBe( false );
	expect( isMoving( { ...due, allowed: [ 'run' ], start_at: '2999-01-01T00:00:00Z' } ) ).toBe(
		false
	);
} );

it( 'says first that a receipt no longer holds', async () => {
	server.mockImplementation( ( async () =>
		answer( {
			...aRun,
			id: 16,
			broken_at: '2026-03-05T08:15:00Z',
		} ) ) as unknown as typeof apiFetch ); // As above.
	render( <RunScreen id={ 16 } params={ {} } /> );

	expect( await screen.findByText( /is open again, seen on/ ) ).toBeInTheDocument();
	expect( screen.getByRole( 'button', { name: 'Read it back again' } ) ).toBeInTheDocument();
} );

it( 'lets the mail be read first, and left out', async () => {
	const sent: unknown[] = [];
	server.mockImplementation( ( async ( { path, data }: { path: string; data: unknown } ) => {
		sent.push( data );
		return answer( path.endsWith( '/plan' ) ? { ...aPlan, hash: 'c'.repeat( 64 ) } : aRun );
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render(
		<RunScreen
			id={ undefined }
			params={ { customer: '8', kind: 'refund', orders: 'woocommerce:124' } }
		/>
	);

	expect( await screen.findByText( /Hi Maya Lindqvist/ ) ).toBeInTheDocument();
	await user.click( screen.getByRole( 'checkbox', { name: /Send a receipt to maya@/ } ) );
	await user.click( screen.getByRole( 'button', { name: /Refund and end license/ } ) );
	const dialog = await screen.findByRole( 'dialog' );
	await user.type( within( dialog ).getByLabelText( /Number of orders/ ), '1' );
	await user.type( within( dialog ).getByLabelText( /Total/ ), '79.00' );
	await user.click( within( dialog ).getByRole( 'button', { name: 'Refund and end license' } ) );
	expect( sent ).toContainEqual( expect.objectContaining( { plan_hash: 'c'.repeat( 64 ) } ) );
	expect( sent ).not.toContainEqual( expect.objectContaining( { receipt: true } ) );
} );

it( 'lets licenses end on a day', async () => {
	const sent: unknown[] = [];
	const plan = { ...aPlan, hash: 'd'.repeat( 64 ), receipt: null };
	server.mockImplementation( ( async ( { path, data }: { path: string; data: unknown } ) => {
		sent.push( data );
		return answer( path.endsWith( '/plan' ) ? plan : aRun );
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render(
		<RunScreen
			id={ undefined }
			params={ { customer: '9', kind: 'refund', orders: 'woocommerce:125' } }
		/>
	);

	await user.type( await screen.findByLabelText( 'End sites and licenses on' ), '2026-12-24' );
	await user.click( screen.getByRole( 'button', { name: /Refund and end license/ } ) );
	const dialog = await screen.findByRole( 'dialog' );
	await user.type( within( dialog ).getByLabelText( /Number of orders/ ), '1' );
	await user.type( within( dialog ).getByLabelText( /Total/ ), '79.00' );
	await user.click( within( dialog ).getByRole( 'button', { name: 'Refund and end license' } ) );
	expect( sent ).toContainEqual( expect.objectContaining( { licenses_end: '2026-12-24' } ) );
} );
