import aCase from '../../tests/fixtures/rest/cases.case.json';
import contact from '../../tests/fixtures/rest/contacts.contact.json';
import detail from '../../tests/fixtures/rest/customers.detail.json';
import order from '../../tests/fixtures/rest/customers.order.json';
import row from '../../tests/fixtures/rest/customers.row.json';
import entry from '../../tests/fixtures/rest/goodwill.entry.json';
import aPlan from '../../tests/fixtures/rest/offboardings.plan.json';
import aRun from '../../tests/fixtures/rest/offboardings.run.json';
import card from '../../tests/fixtures/rest/orders.card.json';
import overview from '../../tests/fixtures/rest/overview.overview.json';
import practice from '../../tests/fixtures/rest/practice.state.json';
import settings from '../../tests/fixtures/rest/settings.settings.json';
import { casesStore } from './cases/store';
import { contactsStore } from './contacts/store';
import { listsStore } from './customers/lists-store';
import type { CustomerQuery } from './customers/query';
import { detailSchema } from './customers/schema';
import { customersStore } from './customers/store';
import { goodwillStore } from './goodwill/store';
import type { PlanRequest } from './offboardings/schema';
import { offboardingsStore } from './offboardings/store';
import { ordersStore } from './orders/store';
import { overviewStore } from './overview/store';
import { practiceStore } from './practice/store';
import { settingsStore } from './settings/store';
import { answer, answerPage, freshRegistry, server } from './test-server';

jest.mock( '@wordpress/api-fetch' );

type Registry = ReturnType< typeof freshRegistry >;
type Read = {
	name: string;
	right: unknown;
	wrong: unknown;
	ask: ( registry: Registry ) => Promise< unknown >;
	known: ( registry: Registry ) => unknown;
};

const query: CustomerQuery = { orderby: 'support_cost', order: 'desc', page: 1, per_page: 25 };
const cases = { page: 1, per_page: 20 };
const plan: PlanRequest = { customer_id: 7, kind: 'part_ways', scope: 'all' };
const ref = { store: 'woocommerce', id: 123 } as const;

const reads: Read[] = [
	{
		name: 'a page of customers',
		right: answerPage( [ row ] ),
		wrong: answerPage( [ { ...row, tickets: '17' } ] ),
		ask: ( { resolveSelect } ) => resolveSelect( customersStore ).getPage( { ...query } ),
		known: ( { select } ) => select( customersStore ).getPage( query ),
	},
	{
		name: 'a customer',
		right: answer( detail ),
		wrong: answer( { ...detail, lines: [ { currency: 'USD' } ] } ),
		ask: ( { resolveSelect } ) => resolveSelect( customersStore ).getCustomer( 7 ),
		known: ( { select } ) => select( customersStore ).getCustomer( 7 ),
	},
	{
		name: 'the orders of a customer',
		right: answerPage( [ order ] ),
		wrong: answerPage( [ { ...order, ref: 'woocommerce:123' } ] ),
		ask: ( { resolveSelect } ) => resolveSelect( listsStore ).getOrders( 7, 1 ),
		known: ( { select } ) => select( listsStore ).getOrders( 7, 1 ),
	},
	{
		name: 'the overview',
		right: answer( overview ),
		wrong: answer( { ...overview, currency: null } ),
		ask: ( { resolveSelect } ) => resolveSelect( overviewStore ).getOverview(),
		known: ( { select } ) => select( overviewStore ).getOverview(),
	},
	{
		name: 'the settings',
		right: answer( settings ),
		wrong: answer( { ...settings, ticket_cost: '0.00' } ),
		ask: ( { resolveSelect } ) => resolveSelect( settingsStore ).getSettings(),
		known: ( { select } ) => select( settingsStore ).getSettings(),
	},
	{
		name: 'the state of Practice',
		right: answer( practice ),
		wrong: answer( { ...practice, state: 'half' } ),
		ask: ( { resolveSelect } ) => resolveSelect( practiceStore ).getPractice(),
		known: ( { select } ) => select( practiceStore ).getPractice(),
	},
	{
		name: 'a page of cases',
		right: answerPage( [ aCase ] ),
		wrong: answerPage( [ { ...aCase, stage: 'fired' } ] ),
		ask: ( { resolveSelect } ) => resolveSelect( casesStore ).getPage( { ...cases } ),
		known: ( { select } ) => select( casesStore ).getPage( cases ),
	},
	{
		name: 'a plan',
		right: answer( aPlan ),
		wrong: answer( { ...aPlan, totals: [ '79.00' ] } ),
		ask: ( { resolveSelect } ) => resolveSelect( offboardingsStore ).getPlan( { ...plan } ),
		known: ( { select } ) => select( offboardingsStore ).getPlan( plan ),
	},
	{
		name: 'a run',
		right: answer( aRun ),
		wrong: answer( { ...aRun, state: 'fine' } ),
		ask: ( { resolveSelect } ) => resolveSelect( offboardingsStore ).getRun( 12 ),
		known: ( { select } ) => select( offboardingsStore ).getRun( 12 ),
	},
	{
		name: 'the card of an order',
		right: answer( card ),
		wrong: answer( { ...card, number: 123 } ),
		ask: ( { resolveSelect } ) => resolveSelect( ordersStore ).getCard( { ...ref } ),
		known: ( { select } ) => select( ordersStore ).getCard( ref ),
	},
	{
		name: 'the goodwill of a customer',
		right: answerPage( [ entry ] ),
		wrong: answerPage( [ { ...entry, used: 1 } ] ),
		ask: ( { resolveSelect } ) => resolveSelect( goodwillStore ).getList( 7 ),
		known: ( { select } ) => select( goodwillStore ).getList( 7 ),
	},
];

beforeEach( () => server().mockReset() );

describe.each( reads )( '$name', ( { right, wrong, ask, known } ) => {
	it( 'is asked for once', async () => {
		server().mockResolvedValue( right );
		const registry = freshRegistry();

		await ask( registry );
		await ask( registry );

		expect( known( registry ) ).toBeTruthy();
		expect( server() ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'stays out of the store when it is malformed', async () => {
		server().mockResolvedValue( wrong );
		const registry = freshRegistry();

		await expect( ask( registry ) ).rejects.toThrow( 'could not be read' );
		expect( known( registry ) ?? undefined ).toBeUndefined();
	} );
} );

it( 'asks anew for rows and overview after a review', async () => {
	server().mockResolvedValueOnce( answerPage( [ row ] ) );
	server().mockResolvedValueOnce( answer( overview ) );
	server().mockResolvedValueOnce( answer( detail ) );
	const { resolveSelect, select, dispatch } = freshRegistry();
	await resolveSelect( customersStore ).getPage( query );
	await resolveSelect( overviewStore ).getOverview();

	const request = { action: 'confirm', version: 2 } as const;
	await dispatch( customersStore ).review(
		detailSchema.parse( detail ),
		'docs_questions',
		request
	);

	expect( server().mock.lastCall?.[ 0 ] ).toMatchObject( {
		path: '/amicable/v1/customers/7/flags/docs_questions/review',
		data: request,
	} );
	expect( select( customersStore ).hasStartedResolution( 'getPage', [ query ] ) ).toBe( false );
	expect( select( overviewStore ).hasStartedResolution( 'getOverview', [] ) ).toBe( false );
} );

it( 'sends one key with a contact, so that a retry does not log it twice', async () => {
	server().mockResolvedValue( answer( contact ) );
	const { dispatch } = freshRegistry();
	const call = {
		customer_id: 7,
		channel: 'phone',
		at: '2026-03-01T09:30:00Z',
		minutes: 25,
	} as const;

	await dispatch( contactsStore ).log( call, 'key-1' );

	expect( server().mock.lastCall?.[ 0 ] ).toMatchObject( {
		method: 'POST',
		data: call,
		headers: { 'Idempotency-Key': 'key-1' },
	} );
} );

it( 'keeps what the run answered after each step, and asks for no plan made before', async () => {
	server().mockResolvedValueOnce( answer( aPlan ) );
	server().mockResolvedValueOnce( answer( { ...aRun, state: 'running' } ) );
	server().mockResolvedValueOnce( answer( aRun ) );
	const { resolveSelect, select, dispatch } = freshRegistry();
	await resolveSelect( offboardingsStore ).getPlan( plan );

	const start = { ...plan, plan_hash: aPlan.hash, confirm_orders: 1, confirm_totals: [] };
	await dispatch( offboardingsStore ).start( start, 'key-2' );
	expect( select( offboardingsStore ).hasStartedResolution( 'getPlan', [ plan ] ) ).toBe( false );

	await dispatch( offboardingsStore ).runNext( 12 );
	expect( select( offboardingsStore ).getRun( 12 )?.state ).toBe( 'completed' );
} );
