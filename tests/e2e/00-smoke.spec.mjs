import assert from 'node:assert/strict';
import { assertAccessible, spec, url } from './browser.mjs';

spec( 'wp-admin opens and shows Amicable among the active plugins', async ( page ) => {
	await page.goto( `${ url }/wp-admin/plugins.php` );
	await page
		.locator( 'tr.active[data-slug="amicable"], tr.active[data-plugin="amicable/plugin.php"]' )
		.first()
		.waitFor();
} );

spec(
	'the first screen draws inside our own root, and axe has nothing serious to say',
	async ( page ) => {
		await page.goto( `${ url }/wp-admin/` );
		const link = page.locator( '#adminmenu a[href*="page=amicable"]' ).first();
		assert.ok( ( await link.count() ) > 0, 'the menu has a link to Amicable' );
		await page.goto(
			new URL( ( await link.getAttribute( 'href' ) ) ?? '', `${ url }/wp-admin/` ).href
		);
		await page.locator( '#amicable-root h1' ).first().waitFor();
		await assertAccessible( page, '#amicable-root' );
	}
);
