/** A program that talks to a running demo as any other would: REST with an application password, in Practice. */

import { setTimeout as wait } from 'node:timers/promises';

const cookiesOf = ( response ) =>
	response.headers
		.getSetCookie()
		.map( ( cookie ) => cookie.split( ';' )[ 0 ] )
		.join( '; ' );

/** Logs in once as a person, to get what a program needs. */
async function applicationPassword( url, password ) {
	const login = await fetch( `${ url }/wp-login.php`, {
		method: 'POST',
		redirect: 'manual',
		headers: { Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
		body: new URLSearchParams( { log: 'admin', pwd: password, testcookie: '1' } ),
	} );
	const Cookie = cookiesOf( login );
	const page = await fetch( `${ url }/wp-admin/post-new.php`, { headers: { Cookie } } );
	const nonce = ( await page.text() ).match( /createNonceMiddleware\( "(\w+)" \)/ )?.[ 1 ];
	const made = await fetch( `${ url }/wp-json/wp/v2/users/me/application-passwords`, {
		method: 'POST',
		headers: { Cookie, 'X-WP-Nonce': nonce ?? '', 'Content-Type': 'application/json' },
		body: JSON.stringify( { name: `check ${ Date.now() }` } ),
	} );
	if ( made.status !== 201 ) {
		throw new Error( `No application password: ${ made.status } ${ await made.text() }` );
	}
	return ( await made.json() ).password;
}

/** @return {Promise<(method: string, path: string, body?: Object, headers?: Object) => Promise<{status: number, data: any}>>} */
export async function client( { url, password } ) {
	const secret = await applicationPassword( url, password );
	const Authorization = `Basic ${ Buffer.from( `admin:${ secret }` ).toString( 'base64' ) }`;
	return async ( method, path, body, headers = {} ) => {
		const response = await fetch( `${ url }/wp-json/${ path }`, {
			method,
			headers: {
				Authorization,
				'X-Amicable-Mode': 'practice',
				'Content-Type': 'application/json',
				...headers,
			},
			...( body && { body: JSON.stringify( body ) } ),
		} );
		const text = await response.text();
		try {
			return { status: response.status, data: JSON.parse( text ) };
		} catch {
			throw new Error(
				`${ method } ${ path }: ${ response.status } ${ text.slice( 0, 500 ) }`
			);
		}
	};
}

/** Money goes back by itself, a license ends with it, and there is not much more to do. */
const isPlain = ( { items } ) =>
	items.length <= 12 &&
	items.some(
		( { kind, action, method } ) => kind === 'refund' && action === 'do' && method === 'gateway'
	) &&
	items.some( ( { kind, action } ) => kind === 'disable_license' && action === 'do' );

/** Nothing speaks against them, and they bought little enough for a short plan. */
const isFriendly = ( { flags, orders, case: open } ) =>
	flags.length === 0 && ! open && orders > 0 && orders <= 2;

/** Paid through the one toy gateway that neither declines nor forgets. */
const isOpen = ( { gateway, money } ) => gateway === 'toy' && money.remaining.minor > 0;

/** A friendly customer with an order that can go back in full, and its plan. */
export async function friendlyOrder( ask ) {
	const { data: customers } = await ask(
		'GET',
		'amicable/v1/customers?orderby=last_order_at&order=desc&per_page=100'
	);
	for ( const customer of customers.filter( isFriendly ) ) {
		const { data: orders } = await ask(
			'GET',
			`amicable/v1/customers/${ customer.id }/orders`
		);
		for ( const order of orders.filter( isOpen ) ) {
			const { data: plan } = await ask( 'POST', 'amicable/v1/offboardings/plan', {
				customer_id: customer.id,
				kind: 'refund',
				scope: { orders: [ order.ref ] },
			} );
			if ( isPlain( plan ) ) {
				return { customer, order, plan };
			}
		}
	}
	throw new Error( 'Nobody here has an order that can simply go back.' );
}

/** Says yes to a plan as the confirmation would. */
export const startOf = ( plan ) => ( {
	plan_hash: plan.hash,
	customer_id: plan.customer_id,
	kind: plan.kind,
	scope: plan.scope,
	confirm_orders: plan.orders,
	confirm_totals: plan.totals,
} );

/** Asks again until it is so. */
export async function until( look, isSo, seconds ) {
	const limit = Date.now() + seconds * 1000;
	let seen = await look();
	while ( ! isSo( seen ) ) {
		if ( Date.now() > limit ) {
			throw new Error(
				`Not so after ${ seconds } s: ${ JSON.stringify( seen ).slice( 0, 800 ) }`
			);
		}
		await wait( 1000 );
		seen = await look();
	}
	return seen;
}
