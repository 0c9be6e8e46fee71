/** Every screen in another language on a phone, and from right to left on a desk. */

import assert from 'node:assert/strict';
import { client } from '../support/client.mjs';
import { assertAccessible, assertFits, open, spec, url } from './browser.mjs';

const password = process.env.AMICABLE_E2E_PASSWORD ?? '';

/** What there is to look at, found once: whom, and which run. */
let found;
async function places() {
	const ask = await client( { url, password } );
	const [ person ] = ( await ask( 'GET', 'amicable/v1/customers?search=Will+Hathersby' ) ).data;
	const { data: orders } = await ask( 'GET', `amicable/v1/customers/${ person.id }/orders` );
	const order = orders.find( ( { money } ) => money.remaining.minor > 0 );
	const { data: cases } = await ask( 'GET', 'amicable/v1/cases' );
	const { today } = ( await ask( 'GET', 'amicable/v1/overview' ) ).data;
	const dispute = today.find( ( { kind } ) => kind === 'dispute' );
	const warned = cases.find( ( { stage } ) => stage === 'warned' );
	const { data: draft } = await ask(
		'POST',
		`amicable/v1/cases/${ warned.id }/messages`,
		{ template: 'explanation_hostile_messages', language: 'en' },
		{ 'Idempotency-Key': crypto.randomUUID() }
	);
	return [
		{},
		{ screen: 'find' },
		{ screen: 'customers' },
		{ screen: 'customer', id: person.id },
		{ screen: 'customer', id: person.id, tab: 'tickets' },
		{ screen: 'customer', id: person.id, tab: 'orders' },
		{
			screen: 'run',
			customer: person.id,
			kind: 'refund',
			orders: `${ order.ref.store }:${ order.ref.id }`,
		},
		{ screen: 'run', id: 1 },
		{ screen: 'cases' },
		{ screen: 'case', id: cases[ 0 ].id },
		{ screen: 'case', id: warned.id, letter: draft.id },
		{ screen: 'evidence', id: warned.id },
		{ screen: 'log' },
		{ screen: 'playbook' },
		{ screen: 'dispute', id: dispute.id },
		{ screen: 'loose-ends' },
		{ screen: 'review' },
		{ screen: 'reports' },
		{ screen: 'import' },
		{ screen: 'settings' },
	];
}

async function walk( page, check ) {
	found ??= await places();
	for ( const place of found ) {
		await open( page, place );
		try {
			await check( page );
			await assertFits( page );
			await assertAccessible( page, '#amicable-root' );
		} catch ( error ) {
			error.message = `${ JSON.stringify( place ) }: ${ error.message }`;
			throw error;
		}
	}
}

const direction = ( page ) =>
	page.evaluate(
		() => window.getComputedStyle( document.querySelector( '#amicable-root' ) ).direction
	);

/** The title begins where one begins to read. */
const startsAt = ( page ) =>
	page.evaluate( () => {
		const root = document.querySelector( '#amicable-root' ).getBoundingClientRect();
		const title = document.querySelector( '#amicable-root h1' );
		const range = document.createRange();
		range.selectNodeContents( title );
		const words = range.getBoundingClientRect();
		return words.left - root.left <= root.right - words.right ? 'left' : 'right';
	} );

spec(
	'every screen speaks Korean on a phone',
	( page ) =>
		walk( page, async () => {
			// A customer's title is a name; the headings below it are ours.
			const headings = page.locator( '#amicable-root :is(h1, h2)' );
			assert.match( ( await headings.allInnerTexts() ).join( ' ' ), /[가-힣]/ );
			assert.equal( await startsAt( page ), 'left' );
		} ),
	{ viewport: { width: 390, height: 844 }, look: { locale: 'ko_KR' } }
);

spec(
	'every screen reads from right to left',
	( page ) =>
		walk( page, async () => {
			assert.equal( await direction( page ), 'rtl' );
			assert.equal( await startsAt( page ), 'right' );
		} ),
	{ look: { rtl: true } }
);
