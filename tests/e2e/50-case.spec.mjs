/** The way through a case: a warning by the short path, and what may become of it. Clicks are counted from the customer's page on. */

import assert from 'node:assert/strict';
import { assertAccessible, assertFits, open, settled, spec } from './browser.mjs';

const MOST_CLICKS = 5;

/** The few words of the screens that have no mark of their own. */
const WORDS = {
	en_US: { open: 'Part ways…', recovered: 'Recovered', counsel: 'With counsel' },
	ko_KR: { open: '거래 종료…', recovered: '회복', counsel: '변호사 검토' },
};

async function look( page ) {
	await settled( page );
	await assertAccessible( page, '#amicable-root' );
	await assertFits( page );
}

function counted() {
	let clicks = 0;
	const click = async ( target ) => {
		clicks++;
		await target.click();
	};
	return { click, clicks: () => clicks };
}

async function customer( page, name ) {
	await open( page, { screen: 'customers', search: name } );
	await page.getByRole( 'link', { name } ).first().click();
	await page.locator( '.amicable-customer__flag' ).first().waitFor();
	await settled( page );
}

/** From what was noticed to a letter that went out. */
async function warn( page, words, measured ) {
	const { click, clicks } = counted();
	const began = Date.now();
	await click( page.getByRole( 'button', { name: words.open, exact: true } ) );
	await click( page.locator( '.amicable-case__guide button.is-primary' ) );
	await page.locator( '.amicable-send' ).waitFor();
	await settled( page );
	await look( page );
	await click( page.locator( '.amicable-litmus input' ).first() );
	await click( page.locator( '.amicable-send__buttons button.is-primary' ) );
	await page.locator( '.amicable-composer__frozen' ).waitFor();
	measured(
		`a warning goes out after ${ clicks() } clicks and ${ ( ( Date.now() - began ) / 1000 ).toFixed( 1 ) } s`
	);
	assert.ok( clicks() <= MOST_CLICKS );
	await look( page );
}

async function move( page, name ) {
	await page.locator( '.amicable-composer .amicable-panel__head button' ).click();
	await look( page );
	await page.locator( '.amicable-case__next summary' ).click();
	await page
		.locator( '.amicable-case__next' )
		.getByRole( 'button', { name, exact: true } )
		.click();
	const form = page.locator( 'form.amicable-case__move' );
	for ( const field of await form.locator( 'textarea' ).all() ) {
		await field.fill( 'A letter from a law firm came.' );
	}
	await look( page );
	await form.locator( 'button[type="submit"]' ).click();
	await form.waitFor( { state: 'detached' } );
}

spec(
	'one who asks too much is warned by the short path and recovers',
	async ( page, measured ) => {
		await customer( page, 'Will Hathersby' );
		await warn( page, WORDS.en_US, measured );
		await move( page, WORDS.en_US.recovered );
		await settled( page );
		assert.match( await page.locator( '#amicable-root' ).innerText(), /Recovered/ );
	}
);

spec(
	'one who threatens is warned in Turkish by an office that reads Korean, and goes to counsel',
	async ( page, measured ) => {
		await customer( page, 'Xavier Kavaklı' );
		await warn( page, WORDS.ko_KR, measured );
		await move( page, WORDS.ko_KR.counsel );
		await look( page );
	},
	{ look: { locale: 'ko_KR' } }
);
