/** What must be true of any demo, with or without data. */

import assert from 'node:assert/strict';

const cookiesOf = ( response ) =>
	response.headers
		.getSetCookie()
		.map( ( cookie ) => cookie.split( ';' )[ 0 ] )
		.join( '; ' );

export const checks = [
	{
		title: 'the login link logs in, once',
		run: async ( { link, url } ) => {
			const first = await fetch( link, { redirect: 'manual' } );
			assert.equal( first.status, 302 );
			const admin = await fetch( `${ url }/wp-admin/plugins.php`, {
				headers: { Cookie: cookiesOf( first ) },
			} );
			assert.equal( admin.status, 200 );
			assert.match( await admin.text(), /id="the-list"/ );
			assert.equal( ( await fetch( link, { redirect: 'manual' } ) ).status, 403 );
		},
	},
	{
		title: 'the plugin is active and its REST namespace answers',
		run: async ( { url } ) => {
			const index = await ( await fetch( `${ url }/wp-json/` ) ).json();
			assert.ok(
				index.namespaces.includes( 'amicable/v1' ),
				`namespaces: ${ index.namespaces }`
			);
		},
	},
];
