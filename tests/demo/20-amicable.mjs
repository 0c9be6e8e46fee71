/** What a program may expect of a running demo with Practice in it. */

import assert from 'node:assert/strict';
import { client, friendlyOrder, startOf, until } from '../support/client.mjs';

/** One application password serves all checks. */
let known;
const asking = ( demo ) => ( known ??= client( demo ) );

const start = async ( ask ) => {
	const { plan } = await friendlyOrder( ask );
	const { status, data } = await ask( 'POST', 'amicable/v1/offboardings', startOf( plan ), {
		'Idempotency-Key': crypto.randomUUID(),
	} );
	assert.equal( status, 202, JSON.stringify( data ) );
	return { plan, run: data };
};

const runOf = ( ask, id ) => async () =>
	( await ask( 'GET', `amicable/v1/offboardings/${ id }` ) ).data;

const isOver = ( { state } ) => ! [ 'scheduled', 'running', 'waiting' ].includes( state );

/** The money that a run says has gone back is the money that the plan named. */
const assertReceipt = ( run, plan ) => {
	assert.equal( run.state, 'completed', JSON.stringify( run ) );
	const refunds = run.steps.filter( ( { kind } ) => kind === 'refund' );
	assert.deepEqual(
		refunds.map( ( { state, amount } ) => [ state, amount ] ),
		plan.totals.map( ( total ) => [ 'done', total ] )
	);
	assert.ok(
		refunds.every( ( { receipt } ) => receipt ),
		'every refund has its receipt'
	);
	assert.ok( run.proof, 'the store was read back' );
	assert.deepEqual(
		run.proof.obligations.filter( ( { state } ) => state === 'open' ),
		[]
	);
};

export const checks = [
	{
		title: 'an application password opens our own routes',
		run: async ( demo ) => {
			const ask = await asking( demo );
			const { status, data } = await ask( 'GET', 'amicable/v1/overview' );
			assert.equal( status, 200, JSON.stringify( data ) );
			assert.ok( data.figures.customers >= 400, JSON.stringify( data.figures ) );
			const without = await fetch( `${ demo.url }/wp-json/amicable/v1/overview` );
			assert.equal( without.status, 401 );
		},
	},
	{
		title: 'a refund is planned, started and driven to its receipt by REST',
		run: async ( demo ) => {
			const ask = await asking( demo );
			const { plan, run } = await start( ask );
			const step = async () =>
				( await ask( 'POST', `amicable/v1/offboardings/${ run.id }/run` ) ).data;
			assertReceipt( await until( step, isOver, 180 ), plan );
		},
	},
	{
		title: 'a run goes to its end by its job, with no browser open',
		run: async ( demo ) => {
			const ask = await asking( demo );
			const { plan, run } = await start( ask );
			assertReceipt( await until( runOf( ask, run.id ), isOver, 300 ), plan );
		},
	},
];
