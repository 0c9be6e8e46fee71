/** One Chromium for a file of specs; each spec gets a fresh, logged-in context. */

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const url = process.env.AMICABLE_E2E_URL ?? 'http://127.0.0.1:9400';
const password = process.env.AMICABLE_E2E_PASSWORD ?? '';
const pictures = '.tmp/e2e';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

// On two busy cores a page can take a while, and that alone is no failure.
const PATIENCE = 90_000;

let browser;
let storageState;

before( async () => {
	browser = await chromium.launch( {
		executablePath: process.env.AMICABLE_E2E_CHROMIUM ?? '/usr/bin/chromium',
		args: FLAGS,
	} );
	storageState = await logIn( 'admin', password );
} );
after( () => browser?.close() );

/**
 * Logs in once; the cookies serve every spec of the file.
 *
 * The form is sent, not typed: WordPress moves the cursor to the name a moment after the page is there, and a password that is typed just then lands in it.
 */
export async function logIn( user, secret ) {
	const context = await browser.newContext();
	context.setDefaultTimeout( PATIENCE );
	const form = { log: user, pwd: secret, testcookie: '1', redirect_to: `${ url }/wp-admin/` };
	await context.request.get( `${ url }/wp-login.php` );
	const answer = await context.request.post( `${ url }/wp-login.php`, { form } );
	assert.match( answer.url(), /wp-admin/, `${ user } could not log in: ${ answer.status() }` );
	const state = await context.storageState();
	await context.close();
	return state;
}

/** Leaving a page while the browser still fades it in, as wp-admin asks for, ends the fade with an error of its own. */
const BROWSERS_OWN = /^Transition was (aborted|skipped)/;

/** Errors of our own scripts fail a spec, whatever it looked at. */
function watch( page, problems ) {
	page.on(
		'pageerror',
		( { message } ) =>
			BROWSERS_OWN.test( message ) || problems.push( `error on the page: ${ message }` )
	);
	page.on( 'console', ( message ) => {
		if (
			message.type() === 'error' &&
			message.location().url.includes( '/plugins/amicable/' )
		) {
			problems.push( `console: ${ message.text() }` );
		}
	} );
}

/** What did not arrive, or not as asked for: no failure by itself, but the first thing to know after one. */
function listen( page, lost ) {
	const keep = ( what, request ) =>
		lost.push( `${ what } ${ request.method() } ${ request.url() }` );
	page.on( 'requestfailed', ( request ) => keep( request.failure()?.errorText, request ) );
	page.on(
		'response',
		( response ) => response.status() < 400 || keep( response.status(), response.request() )
	);
}

const MOST = 800;

/** Where the browser stood, in words: pictures do not leave every machine. */
async function scene( page, lost ) {
	const root = page.locator( '#amicable-root' );
	const text = await root.innerText( { timeout: 5_000 } ).catch( () => 'nothing of ours' );
	return [ `at ${ page.url() }:`, text.slice( 0, MOST ), ...lost.slice( -10 ) ].join( '\n' );
}

/** Cookies that tests/e2e/wordpress/amicable-look.php understands. */
const lookCookies = ( { locale, rtl } ) =>
	Object.entries( { amicable_e2e_locale: locale, amicable_e2e_rtl: rtl && '1' } )
		.filter( ( [ , value ] ) => value )
		.map( ( [ name, value ] ) => ( { name, value, url } ) );

/**
 * A spec with a page in it.
 *
 * @param {string}                                                                                    title
 * @param {(page: import('playwright-core').Page, measured: (what: string) => void) => Promise<void>} run
 * @param {Object}                                                                                    [options] Of the browser context: viewport, reducedMotion …; and `look`: a language (`ko_KR`) or `rtl`.
 */
export function spec( title, run, { look = {}, ...options } = {} ) {
	test( title, async ( t ) => {
		const context = await browser.newContext( {
			storageState,
			viewport: { width: 1280, height: 900 },
			...options,
		} );
		context.setDefaultTimeout( PATIENCE );
		await context.addCookies( lookCookies( look ) );
		const page = await context.newPage();
		const problems = [];
		const lost = [];
		watch( page, problems );
		listen( page, lost );
		try {
			await run( page, ( what ) => t.diagnostic( `measured: ${ what }` ) );
			assert.deepEqual( problems, [] );
		} catch ( error ) {
			mkdirSync( pictures, { recursive: true } );
			const file = `${ pictures }/${ title.replace( /\W+/g, '-' ) }.png`;
			await page.screenshot( { path: file, fullPage: true, timeout: 20_000 } );
			error.message += `\n(${ await scene( page, lost ) }\nseen in ${ file })`;
			throw error;
		} finally {
			await context.close();
		}
	} );
}

/**
 * Serious and critical findings of axe inside a part of the page: there must be none.
 *
 * Every rule is run. In one go on the page itself, since none of ours holds a frame of another site: the other way sums up in a
 * second tab, which costs as much again; and what axe finds in order is not described at length, since nobody reads it.
 */
export async function assertAccessible( page, selector ) {
	const { violations } = await new AxeBuilder( { page } )
		.setLegacyMode()
		.options( { resultTypes: [ 'violations' ] } )
		.include( selector )
		.analyze();
	const bad = violations.filter(
		( { impact } ) => impact === 'serious' || impact === 'critical'
	);
	assert.deepEqual(
		bad.map(
			( { id, help, nodes } ) =>
				`${ id }: ${ help } (${ nodes.map( ( node ) => node.target.join( ' ' ) ).join( '; ' ) })`
		),
		[]
	);
}

/** The address of one of our screens. */
export const addressOf = ( params = {} ) =>
	`${ url }/wp-admin/admin.php?${ new URLSearchParams( { page: 'amicable', ...params } ) }`;

/** A screen of ours is drawn, and nothing in it loads any more. */
export async function settled( page ) {
	await page.locator( '#amicable-root h1' ).first().waitFor();
	await page.waitForFunction(
		() => ! document.querySelector( '#amicable-root [aria-busy="true"]' )
	);
}

export async function open( page, params ) {
	await page.goto( addressOf( params ) );
	await settled( page );
}

/** Nothing of ours sticks out of the window: what is wider scrolls within itself. */
export async function assertFits( page, selector = '#amicable-root' ) {
	const beyond = await page.evaluate( ( root ) => {
		const scrolls = ( node ) =>
			node && node !== document.body
				? /auto|scroll|hidden|clip/.test( window.getComputedStyle( node ).overflowX ) ||
					scrolls( node.parentElement )
				: false;
		const width = document.documentElement.clientWidth;
		return [ ...document.querySelectorAll( `${ root } *` ) ]
			.filter( ( node ) => {
				const { left, right, width: own } = node.getBoundingClientRect();
				return (
					own > 1 && ( right > width + 1 || left < -1 ) && ! scrolls( node.parentElement )
				);
			} )
			.map(
				( node ) =>
					`${ node.tagName }.${ node.className } “${ ( node.textContent ?? '' ).slice( 0, 40 ) }”`
			)
			.slice( 0, 5 );
	}, selector );
	assert.deepEqual( beyond, [] );
}
