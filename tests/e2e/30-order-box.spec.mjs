/** The box beside an order, on the order screen of the practice shop. */

import assert from 'node:assert/strict';
import { client, friendlyOrder } from '../support/client.mjs';
import { assertAccessible, assertFits, settled, spec, url } from './browser.mjs';

const password = process.env.AMICABLE_E2E_PASSWORD ?? '';
const BOX = '#amicable-order';

for ( const [ name, options ] of Object.entries( {
	'on a wide screen': {},
	'on a phone, from right to left': {
		viewport: { width: 390, height: 844 },
		look: { rtl: true },
	},
} ) ) {
	spec(
		`the order box says who it is and leads to the plan of a refund, ${ name }`,
		async ( page ) => {
			const { customer, order } = await friendlyOrder( await client( { url, password } ) );
			await page.goto( new URL( order.url, url ).href );
			await page.locator( `${ BOX } .amicable-card` ).waitFor();
			await page.locator( '[data-amicable-order-panel] button' ).first().waitFor();
			assert.match( await page.locator( BOX ).innerText(), new RegExp( customer.name ) );
			await assertAccessible( page, BOX );
			await assertFits( page, BOX );
			await page.locator( `${ BOX } .amicable-card__refund` ).click();
			await page.locator( '.amicable-run__total' ).waitFor();
			await settled( page );
			assert.match( page.url(), /kind=refund/ );
		},
		options
	);
}
