import apiFetch from '@wordpress/api-fetch';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import aPlan from '../../../tests/fixtures/rest/offboardings.plan.json';
import aRun from '../../../tests/fixtures/rest/offboardings.run.json';
import { requestOf, RunScreen } from './index';
import { grouped, isMoving, isWaiting } from './view';
import { planSchema, runSchema } from '../../data/offboardings/schema';

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
