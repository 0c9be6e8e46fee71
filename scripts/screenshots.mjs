/**
 * `npm run screenshots -- --url=http://127.0.0.1:9400 --password=…`: pictures of a running demo with Practice in it,
 * into docs/images. The password stands in the demo's last lines.
 */

import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromium as installed } from './lib/machine.mjs';
import { inRoot } from './lib/paths.mjs';
import { fail, Refusal } from './lib/say.mjs';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
];
const WIDTHS = { '': 1280, '-narrow': 390 };

const { values } = parseArgs( {
	options: {
		url: { type: 'string', default: 'http://127.0.0.1:9400' },
		password: { type: 'string' },
	},
} );

async function logIn( page ) {
	await page.goto( `${ values.url }/wp-login.php` );
	// WordPress moves the cursor to the name a moment after the page is there; what is typed before lands in it.
	await page.locator( '#user_login:focus' ).waitFor();
	await page.fill( '#user_login', 'admin' );
	await page.fill( '#user_pass', values.password );
	await page.click( '#wp-submit' );
	await page.waitForURL( /wp-admin/ );
}

/** Nothing is loading any more. */
const settled = ( page ) =>
	page.waitForFunction(
		() =>
			document.querySelector( '#amicable-root h1' ) &&
			! document.querySelector( '#amicable-root [aria-busy="true"]' )
	);

async function picture( page, name, suffix ) {
	await settled( page );
	await page.screenshot( {
		path: inRoot( `docs/images/${ name }${ suffix }.png` ),
		fullPage: suffix === '',
	} );
	console.log( `docs/images/${ name }${ suffix }.png` );
}

/** The way of a newcomer: the sentence, the list, the dearest, why, the plan of a refund and a letter. */
async function walk( page, suffix ) {
	const app = `${ values.url }/wp-admin/admin.php?page=amicable`;
	await page.goto( app );
	await picture( page, 'overview', suffix );
	await page.goto( `${ app }&screen=customers` );
	await picture( page, 'customers', suffix );
	await page.goto( `${ app }&screen=customers&search=Will+Hathersby` );
	await settled( page );
	await page.getByRole( 'link', { name: 'Will Hathersby' } ).first().click();
	await picture( page, 'customer', suffix );
	await page.getByRole( 'link', { name: 'Refund…' } ).click();
	await page
		.getByRole( 'checkbox', { name: /^Refund order/ } )
		.first()
		.check();
	await page.getByRole( 'button', { name: /^Refund .* end licenses?…$/ } ).click();
	await page.locator( '.amicable-run__total' ).waitFor();
	await picture( page, 'plan', suffix );
	await page.goto( `${ app }&screen=customers&search=Will+Hathersby` );
	await settled( page );
	await page.getByRole( 'link', { name: 'Will Hathersby' } ).first().click();
	await page.getByRole( 'button', { name: 'Part ways…' } ).click();
	await page.locator( '.amicable-case__guide button.is-primary' ).click();
	await page.locator( '.amicable-send' ).waitFor();
	await picture( page, 'letter', suffix );
	await page.goto( `${ app }&screen=loose-ends` );
	await picture( page, 'loose-ends', suffix );
	await page.goto( `${ app }&screen=import` );
	await picture( page, 'import', suffix );
	await page.goto( `${ app }&screen=settings` );
	await picture( page, 'settings', suffix );
}

async function main() {
	if ( ! values.password ) {
		throw new Refusal(
			'No password was given.',
			'Start npm run demo, and copy the password from its last lines.'
		);
	}
	mkdirSync( inRoot( 'docs/images' ), { recursive: true } );
	const browser = await chromium.launch( { executablePath: installed(), args: FLAGS } );
	try {
		for ( const [ suffix, width ] of Object.entries( WIDTHS ) ) {
			const page = await browser.newPage( { viewport: { width, height: 900 } } );
			page.setDefaultTimeout( 90_000 );
			await logIn( page );
			await walk( page, suffix );
			await page.close();
		}
	} finally {
		await browser.close();
	}
}

main().catch( fail );
