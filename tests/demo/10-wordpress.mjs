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
	{
		title: 'an application password is accepted without https',
		run: async ( { url, password } ) => {
			const login = await fetch( `${ url }/wp-login.php`, {
				method: 'POST',
				redirect: 'manual',
				headers: { Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
				body: new URLSearchParams( { log: 'admin', pwd: password, testcookie: '1' } ),
			} );
			const Cookie = cookiesOf( login );
			const page = await (
				await fetch( `${ url }/wp-admin/post-new.php`, { headers: { Cookie } } )
			).text();
			const nonce = page.match( /createNonceMiddleware\( "(\w+)" \)/ )?.[ 1 ];
			assert.ok( nonce, 'wp-admin hands out a REST nonce' );
			const made = await fetch( `${ url }/wp-json/wp/v2/users/me/application-passwords`, {
				method: 'POST',
				headers: { Cookie, 'X-WP-Nonce': nonce, 'Content-Type': 'application/json' },
				body: JSON.stringify( { name: `demo check ${ Date.now() }` } ),
			} );
			const { password: application } = await made.json();
			const me = await fetch( `${ url }/wp-json/wp/v2/users/me?context=edit`, {
				headers: {
					Authorization: `Basic ${ Buffer.from( `admin:${ application }` ).toString( 'base64' ) }`,
				},
			} );
			assert.equal( me.status, 200 );
			assert.equal( ( await me.json() ).username, 'admin' );
		},
	},
];
