/** A shop with three thousand orders and no help desk meets Amicable: what refunds left behind, and its figures, and how long they take. */

import assert from 'node:assert/strict';
import { assertAccessible, assertFits, settled, spec, url } from '../browser.mjs';

/** It is measured, not judged: other tests share the machine. */
const PATIENCE = 240_000;
const ORDERS = 3_000;
const LEFT = 3;

const locale = process.env.AMICABLE_E2E_LOCALE;

/** Both on one page: the loose ends by number, and every order among the figures. */
const isAllThere = ( { orders, left } ) => {
	const number = ( text ) => Number( ( text ?? '' ).replace( /\D/g, '' ) );
	const text = ( selector ) => document.querySelector( selector )?.textContent;
	const figures = [
		...document.querySelectorAll( '[aria-labelledby="amicable-figures"] .amicable-number' ),
	];
	return (
		figures.some( ( { textContent } ) => number( textContent ) === orders ) &&
		number( text( '[aria-labelledby="amicable-overview-loose-ends"] p' ) ) === left
	);
};

async function look( page ) {
	await settled( page );
	await assertAccessible( page, '#amicable-root' );
	await assertFits( page );
}

async function firstMinute( page, measured ) {
	await page.goto( `${ url }/wp-admin/plugins.php` );
	await page.locator( 'tr[data-plugin="amicable/plugin.php"] .activate a' ).click();
	await page.waitForURL( /plugins\.php\?.*activate=true/ );
	await page.locator( '#amicable-welcome a' ).click();
	const began = Date.now();
	await page.waitForFunction( isAllThere, { orders: ORDERS, left: LEFT }, { timeout: PATIENCE } );
	const seconds = ( ( Date.now() - began ) / 1000 ).toFixed( 1 );
	measured( `${ ORDERS } orders and ${ LEFT } loose ends on the page after ${ seconds } s` );
	await look( page );
}

spec(
	`figures and loose ends come in while one looks (${ locale })`,
	async ( page, measured ) => {
		await firstMinute( page, measured );
		assert.equal(
			/[가-힣]/.test( await page.locator( 'h1' ).innerText() ),
			locale === 'ko_KR'
		);
		await page.locator( '[aria-labelledby="amicable-overview-loose-ends"] a' ).click();
		await page.locator( '.amicable-loose-ends' ).waitFor();
		await look( page );
	},
	{ look: { locale } }
);
