/** A support agent's day: log in, find whoever is on the phone, write down what was said, propose a case. No money, no other menu. */

import assert from 'node:assert/strict';
import { client } from '../support/client.mjs';
import { assertAccessible, assertFits, settled, spec, url } from './browser.mjs';

const password = process.env.AMICABLE_E2E_PASSWORD ?? '';
const secret = 'a phrase that only this agent knows';

/** Any sign of an amount. */
const MONEY = /[$€£¥₩₺]|\b(?:USD|EUR|GBP|JPY|KRW|TRY)\b/;

/** A user with the role and nothing else. */
async function hire( locale ) {
	const username = `agent_${ locale.toLowerCase() }_${ Date.now() }`;
	const ask = await client( { url, password } );
	const { status, data } = await ask( 'POST', 'wp/v2/users', {
		username,
		email: `${ username }@example.org`,
		password: secret,
		roles: [ 'amicable_support_agent' ],
	} );
	assert.equal( status, 201, JSON.stringify( data ) );
	return username;
}

/** As a person does, and lands where the day begins. */
async function logIn( page, username ) {
	const cookies = await page.context().cookies();
	await page.context().clearCookies();
	await page
		.context()
		.addCookies( cookies.filter( ( { name } ) => name.startsWith( 'amicable_e2e' ) ) );
	await page.goto( `${ url }/wp-login.php` );
	// WordPress moves the cursor to the name a moment after the page is there; what is typed before lands in it.
	await page.locator( '#user_login:focus' ).waitFor();
	await page.fill( '#user_login', username );
	await page.fill( '#user_pass', secret );
	await page.click( '#wp-submit' );
	await page.waitForURL( /page=amicable&screen=find/ );
	await settled( page );
}

/** Practice, where everybody is made up. */
async function practice( page ) {
	await page.evaluate( () =>
		window.wp.apiFetch( {
			path: '/amicable/v1/me',
			method: 'PUT',
			data: { mode: 'practice' },
		} )
	);
	await page.reload();
	await settled( page );
}

async function look( page ) {
	await settled( page );
	await assertFits( page );
	await assertAccessible( page, '#amicable-root' );
	assert.doesNotMatch( await page.locator( '#amicable-root' ).innerText(), MONEY );
}

const menus = ( page ) =>
	page
		.locator( '#adminmenu > li.menu-top:visible' )
		.evaluateAll( ( items ) => items.map( ( item ) => item.id ) );

async function find( page, name ) {
	await page.locator( '.amicable-find__box input' ).fill( name );
	const hit = page.locator( '.amicable-find__name' ).filter( { hasText: name } ).first();
	await hit.waitFor();
	await look( page );
	await hit.click();
	await page.locator( '.amicable-customer__actions' ).waitFor();
	await look( page );
}

async function logContact( page ) {
	const [ , log ] = await page.locator( '.amicable-customer__actions > button' ).all();
	await log.click();
	const dialog = page.getByRole( 'dialog' );
	await dialog.locator( 'input[type="number"]' ).fill( '7' );
	await assertAccessible( page, '.components-modal__frame' );
	await dialog.locator( 'button[type="submit"]' ).click();
	await dialog.waitFor( { state: 'detached' } );
}

async function proposeCase( page ) {
	await page.locator( '.amicable-customer__actions > button' ).first().click();
	await page.waitForURL( /screen=case&/ );
	await look( page );
}

async function day( page, locale, name ) {
	await logIn( page, await hire( locale ) );
	assert.equal( ( await menus( page ) ).length, 1, ( await menus( page ) ).join( ', ' ) );
	await practice( page );
	await look( page );
	await find( page, name );
	await logContact( page );
	await look( page );
	await proposeCase( page );
}

spec( 'an agent finds a customer, logs a contact and proposes a case', ( page ) =>
	day( page, 'en_US', 'Will Hathersby' )
);

spec(
	'the same day in Korean',
	async ( page ) => {
		await day( page, 'ko_KR', '임정후' );
		assert.match( await page.locator( '#amicable-root h1' ).first().innerText(), /[가-힣]/ );
	},
	{ look: { locale: 'ko_KR' } }
);
