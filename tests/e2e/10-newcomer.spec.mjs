/** A newcomer's walk: from nothing at all to a refund with its receipt. */

import assert from 'node:assert/strict';
import { client, friendlyOrder } from '../support/client.mjs';
import { addressOf, assertAccessible, assertFits, open, settled, spec, url } from './browser.mjs';

const password = process.env.AMICABLE_E2E_PASSWORD ?? '';

/** Four hundred customers and their history. */
const LOADING = 300_000;

const button = ( page, name ) => page.getByRole( 'button', { name } ).first();

async function look( page ) {
	await settled( page );
	await assertAccessible( page, '#amicable-root' );
	await assertFits( page );
}

spec( 'an empty site offers Practice, and loading it shows how far it is', async ( page ) => {
	await open( page );
	await look( page );
	await button( page, 'Load Practice' ).click();
	await page
		.locator( '#amicable-root [role="progressbar"], #amicable-root progress' )
		.first()
		.waitFor();
	await page.locator( '.amicable-practice' ).waitFor( { timeout: LOADING } );
	await look( page );
	assert.match( await page.locator( '#amicable-root' ).innerText(), /Since .+ support took/ );
} );

spec( 'the overview leads to a customer who costs more, and says why', async ( page ) => {
	await open( page );
	await page.getByRole( 'link', { name: 'Look at the customers who cost more' } ).click();
	await look( page );
	await open( page, { screen: 'customers', search: 'Will Hathersby' } );
	await page.getByRole( 'link', { name: 'Will Hathersby' } ).first().click();
	await page.locator( '.amicable-customer__flag' ).first().waitFor();
	await look( page );
	assert.ok( ( await page.locator( '.amicable-customer__measured' ).count() ) > 0, 'measured' );
	assert.ok( ( await page.locator( '.amicable-words__quote' ).count() ) > 0, 'in their words' );
} );

/** Types what the confirmation asks for: the number of orders, and the total as it is written there. */
async function confirm( page ) {
	const dialog = page.getByRole( 'dialog' );
	await dialog.waitFor();
	await assertAccessible( page, '.amicable-confirm' );
	for ( const label of await dialog.locator( 'label' ).all() ) {
		const words = await label.innerText();
		await dialog.getByLabel( words ).fill( words.replace( /^.*type\s+/i, '' ) );
	}
	await dialog.locator( 'button[type="submit"]' ).click();
}

spec(
	'an ordinary refund goes from the plan through the typed words to its receipt',
	async ( page ) => {
		const { customer, order, plan } = await friendlyOrder( await client( { url, password } ) );
		await open( page, { screen: 'customers', search: customer.email } );
		await page.getByRole( 'link', { name: customer.name } ).first().click();
		await page.getByRole( 'link', { name: 'Refund…' } ).click();
		await page.getByLabel( `Refund order ${ order.number }`, { exact: true } ).check();
		await look( page );
		await button( page, /^Refund .* end licenses?…$/ ).click();
		await page.locator( '.amicable-run__total' ).waitFor();
		await look( page );
		assert.ok( plan.items.length > 0 );
		await page.locator( '.amicable-run__confirm button' ).click();
		await confirm( page );
		await page.locator( '.amicable-run__status' ).waitFor();
		await page.locator( '.amicable-run__status.is-completed' ).waitFor( { timeout: 300_000 } );
		await look( page );
		const receipt = await page.locator( '#amicable-root' ).innerText();
		assert.match( receipt, new RegExp( `Refund for ${ customer.name }` ) );
		await button( page, 'Print the receipt' ).waitFor();
		assert.ok( page.url().startsWith( addressOf( { screen: 'run' } ) ), page.url() );
	}
);
