/**
 * The way through a case: a warning by the short path, and what may become of it. Clicks are counted from the customer's page on, those of a refund from the
 * order; what is typed is typed where the keyboard stands, so that no click hides in it.
 */

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { client, friendlyOrder } from '../support/client.mjs';
import { assertAccessible, assertFits, open, settled, spec, url } from './browser.mjs';

/** How many clicks each may take. */
const MOST = { warning: 5, refund: 4, parting: 7 };

const password = process.env.AMICABLE_E2E_PASSWORD ?? '';

const PICTURES = '.tmp/stories';

/** What was noticed, how generous one may be, or what is left open. */
const TOLD = '.amicable-customer__flag, .amicable-customer__give, .amicable-loose-ends__filters';

/** Every way in the language that was asked for (`npm run stories`), or else each in one of the two. */
const locale = ( otherwise ) => process.env.AMICABLE_E2E_LOCALE || otherwise;

/** The few words of the screens that have no mark of their own. */
const WORDS = {
	en_US: { lang: 'en', open: 'Part ways…', recovered: 'Recovered', counsel: 'With counsel' },
	ko_KR: { lang: 'ko', open: '거래 종료…', recovered: '회복', counsel: '변호사 검토' },
};

async function look( page ) {
	await settled( page );
	await assertAccessible( page, '#amicable-root' );
	await assertFits( page );
}

function counted() {
	const began = Date.now();
	let clicks = 0;
	const click = async ( target ) => {
		clicks++;
		await target.click();
	};
	const done = ( what, most, measured ) => {
		const seconds = ( ( Date.now() - began ) / 1000 ).toFixed( 1 );
		measured( `${ what } after ${ clicks } clicks and ${ seconds } s` );
		assert.ok( clicks <= most, `${ what }: ${ clicks } clicks` );
	};
	return { click, done };
}

async function customer( page, name ) {
	await open( page, { screen: 'customers', search: name } );
	await page.getByRole( 'link', { name } ).first().click();
	await page.locator( '.amicable-customer__flag' ).first().waitFor();
	await settled( page );
}

/** From what was noticed to a letter that went out. */
async function warn( page, words, measured ) {
	const { click, done } = counted();
	await click( page.getByRole( 'button', { name: words.open, exact: true } ) );
	await click( page.locator( '.amicable-case__guide button.is-primary' ) );
	await page.locator( '.amicable-send' ).waitFor();
	await settled( page );
	await look( page );
	await click( page.locator( '.amicable-litmus input' ).first() );
	await click( page.locator( '.amicable-send__buttons button.is-primary' ) );
	await page.locator( '.amicable-case__sent' ).waitFor();
	done( 'a warning goes out', MOST.warning, measured );
	await look( page );
}

async function move( page, name ) {
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

/** Types what the confirmation asks for: why, the number of orders, and the total as it is written there. The keyboard already stands in the first field. */
async function confirm( page, click ) {
	const dialog = page.getByRole( 'dialog' );
	await dialog.waitFor();
	await assertAccessible( page, '.amicable-confirm' );
	for ( const field of await dialog.locator( 'input, textarea' ).all() ) {
		await page.waitForFunction(
			( node ) => node.ownerDocument.activeElement === node,
			await field.elementHandle()
		);
		const [ label ] = await field.evaluate( ( { labels } ) =>
			[ ...labels ].map( ( { textContent } ) => textContent )
		);
		await page.keyboard.type(
			label.match( /\d[\d.,]*/ )?.[ 0 ] ?? 'It went on after the warning.'
		);
		await page.keyboard.press( 'Tab' );
	}
	await click( dialog.locator( 'button[type="submit"]' ) );
}

const primary = ( page ) => page.locator( '.amicable-case__guide .is-primary' ).first();

/** For whoever wants to look at them: `npm run stories`. */
async function picture( page, name ) {
	if ( ! process.env.AMICABLE_E2E_LOCALE ) {
		return;
	}
	mkdirSync( PICTURES, { recursive: true } );
	await page.screenshot( { path: `${ PICTURES }/${ name }.png`, fullPage: true } );
}

/** From the explanation that is owed to a receipt with nothing left open. */
async function part( page, words, measured ) {
	const { click, done } = counted();
	await click( page.getByRole( 'button', { name: words.open, exact: true } ) );
	await click( primary( page ) );
	await page.locator( '.amicable-send' ).waitFor();
	await settled( page );
	await look( page );
	await picture( page, `explanation-${ words.lang }` );
	await click( page.locator( '.amicable-litmus input' ).first() );
	await click( page.locator( '.amicable-send__buttons button.is-primary' ) );
	await page.locator( '.amicable-case__sent' ).waitFor();
	await look( page );
	await picture( page, `explained-${ words.lang }` );
	await click( page.locator( '.amicable-case__guide a.is-primary' ) );
	await page.locator( '.amicable-run__total' ).first().waitFor();
	await look( page );
	await picture( page, `plan-${ words.lang }` );
	await click( page.locator( '.amicable-run__confirm button' ) );
	// Nobody else may approve here, so what is typed and confirmed is approved too.
	await confirm( page, click );
	await page.locator( '.amicable-run__status.is-completed' ).waitFor( { timeout: 300_000 } );
	done( 'explained, refunded and parted', MOST.parting, measured );
	await look( page );
	await picture( page, `receipt-${ words.lang }` );
	assert.equal( await page.locator( '.amicable-run__accept' ).count(), 0 );
}

const WILL = locale( 'en_US' );
spec(
	'one who asks too much is warned by the short path and recovers',
	async ( page, measured ) => {
		await customer( page, 'Will Hathersby' );
		await warn( page, WORDS[ WILL ], measured );
		await move( page, WORDS[ WILL ].recovered );
		await settled( page );
		await picture( page, `recovered-${ WORDS[ WILL ].lang }` );
		assert.match(
			await page.locator( '#amicable-root' ).innerText(),
			new RegExp( WORDS[ WILL ].recovered )
		);
	},
	{ look: { locale: WILL } }
);

const XAVIER = locale( 'ko_KR' );
spec(
	'one who threatens is warned in Turkish, whatever the office reads, and goes to counsel',
	async ( page, measured ) => {
		await customer( page, 'Xavier Kavaklı' );
		await warn( page, WORDS[ XAVIER ], measured );
		await move( page, WORDS[ XAVIER ].counsel );
		await look( page );
		await picture( page, `counsel-${ WORDS[ XAVIER ].lang }` );
	},
	{ look: { locale: XAVIER } }
);

const BELLE = locale( 'en_US' );
spec(
	'one who goes on after a warning is told why, and gets everything back',
	async ( page, measured ) => {
		await customer( page, 'Belle Ravensby' );
		await part( page, WORDS[ BELLE ], measured );
		await customer( page, 'Belle Ravensby' );
		await look( page );
	},
	{ look: { locale: BELLE } }
);

const REFUND = locale( 'en_US' );
spec(
	'an ordinary refund goes from the order to its receipt',
	async ( page, measured ) => {
		const { order } = await friendlyOrder( await client( { url, password } ) );
		await page.goto( new URL( order.url, url ).href );
		await page.locator( '[data-amicable-order-panel] button' ).first().waitFor();
		const { click, done } = counted();
		await click( page.locator( '#amicable-order .amicable-card__refund' ) );
		await page.locator( '.amicable-run__total' ).waitFor();
		await click( page.locator( '.amicable-run__confirm button' ) );
		await confirm( page, click );
		await page.locator( '.amicable-run__status.is-completed' ).waitFor( { timeout: 300_000 } );
		done( 'refunded with its receipt', MOST.refund, measured );
		await picture( page, `refund-${ WORDS[ REFUND ].lang }` );
	},
	{ look: { locale: REFUND } }
);

const STORIES = locale( 'ko_KR' );
spec(
	'the nine stories are one click from the overview, and each has something to tell',
	async ( page ) => {
		await open( page );
		const links = page.locator( '.amicable-stories a' );
		await links.first().waitFor();
		const addresses = await links.evaluateAll( ( all ) => all.map( ( { href } ) => href ) );
		assert.equal( addresses.length, 9 );
		for ( const [ number, address ] of addresses.entries() ) {
			await page.goto( address );
			await look( page );
			await picture( page, `story-${ number + 1 }-${ WORDS[ STORIES ].lang }` );
			assert.ok( ( await page.locator( TOLD ).count() ) > 0, address );
		}
	},
	{ look: { locale: STORIES } }
);
