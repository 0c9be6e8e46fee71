import apiFetch, { type APIFetchOptions } from '@wordpress/api-fetch';
import { getQueryArgs } from '@wordpress/url';
import * as z from 'zod/mini';
import { toApiError, unreadable } from './api-error';
import { boot } from './boot';

export { ApiError, messageOf } from './api-error';

/** Pages near the start are numbered, deeper ones have a cursor. */
export type Step = { page: number } | { cursor: string };

export type Page< T > = {
	items: T[];
	total: number;
	totalPages: number;
	/** The total was counted from bins, not row by row. */
	about: boolean;
	next: Step | undefined;
	prev: Step | undefined;
	last: Step | undefined;
};

type Raw = Pick< Response, 'json' | 'headers' | 'status' >;
type Write = { method?: 'POST' | 'PUT' | 'DELETE'; key?: string };

const isRaw = ( thrown: unknown ): thrown is Raw => thrown instanceof Object && 'json' in thrown;

async function refuse( thrown: unknown ): Promise< never > {
	const status = isRaw( thrown ) ? thrown.status : 0;
	const body: unknown = isRaw( thrown ) ? await thrown.json().catch( () => null ) : thrown;
	throw toApiError( body, status );
}

/** The mode goes along each time: another tab may have changed it for this person meanwhile. */
const headers = ( key?: string ) => ( {
	...( boot() && { 'X-Amicable-Mode': boot()?.mode ?? 'live' } ),
	...( key && { 'Idempotency-Key': key } ),
} );

const ask = ( options: APIFetchOptions< false >, key?: string ): Promise< Raw > =>
	apiFetch< Response, false >( { ...options, parse: false, headers: headers( key ) } );

/** WordPress renews a nonce only where it parses the answer itself; we keep the raw answer for its headers. */
async function renewNonce( raw: unknown ): Promise< boolean > {
	const endpoint = apiFetch.nonceEndpoint;
	const nonce = apiFetch.nonceMiddleware;
	if ( ! isRaw( raw ) || raw.status !== 403 || ! endpoint || ! nonce ) {
		return false;
	}
	const answer = await window.fetch( endpoint ).catch( () => undefined );
	const fresh = answer?.ok ? await answer.text() : '';
	const renewed = /^[0-9a-f]{10}$/.test( fresh ) && fresh !== nonce.nonce;
	if ( renewed ) {
		nonce.nonce = fresh;
	}
	return renewed;
}

const BREATH = 1000;

/** Reading twice harms nobody: what a busy host dropped on the way is asked for once more. */
async function isWorthAgain( { method }: APIFetchOptions< false >, thrown: unknown ) {
	const fell = isRaw( thrown )
		? [ 502, 503, 504 ].includes( thrown.status )
		: thrown instanceof Object && 'code' in thrown && thrown.code === 'fetch_error';
	if ( fell && ! method ) {
		await new Promise( ( done ) => setTimeout( done, BREATH ) );
	}
	return fell && ! method;
}

async function request( options: APIFetchOptions< false >, key?: string ): Promise< Raw > {
	const again = async ( thrown: unknown ) =>
		( await renewNonce( thrown ) ) || ( await isWorthAgain( options, thrown ) )
			? ask( options, key ).catch( refuse )
			: refuse( thrown );
	return ask( options, key ).catch( again );
}

async function parse< S extends z.ZodMiniType >( schema: S, raw: Raw ): Promise< z.infer< S > > {
	const { success, data, error } = schema.safeParse( await raw.json().catch( () => null ) );
	if ( ! success ) {
		throw unreadable( error );
	}
	return data;
}

/** A missing header must not read as 0, as `Number( null )` does. */
function count( response: Raw, header: string ): number {
	const { data, error } = z
		.string()
		.check( z.regex( /^\d+$/ ) )
		.safeParse( response.headers.get( header ) );
	if ( data === undefined ) {
		throw unreadable( error );
	}
	return Number( data );
}

/** `Link: <…?cursor=abc>; rel="next"`: how the next page is asked for. */
function step( link: string | null, rel: string ): Step | undefined {
	const found = link?.split( ',' ).find( ( part ) => part.includes( `rel="${ rel }"` ) );
	const args = getQueryArgs( found?.match( /<([^>]+)>/ )?.[ 1 ] ?? '' );
	if ( typeof args.cursor === 'string' ) {
		return { cursor: args.cursor };
	}
	return found && typeof args.page === 'string' ? { page: Number( args.page ) } : undefined;
}

// The doors to the REST API: what does not parse never reaches a store.

export const getOne = async < S extends z.ZodMiniType >( schema: S, path: string ) =>
	parse( schema, await request( { path } ) );

export const write = async < S extends z.ZodMiniType >(
	schema: S,
	path: string,
	data?: object,
	{ method = 'POST', key }: Write = {}
) => parse( schema, await request( { path, method, ...( data && { data } ) }, key ) );

export async function getPage< S extends z.ZodMiniType >(
	schema: S,
	path: string
): Promise< Page< z.infer< S > > > {
	const response = await request( { path } );
	const link = response.headers.get( 'Link' );
	return {
		items: await parse( z.array( schema ), response ),
		total: count( response, 'X-WP-Total' ),
		totalPages: count( response, 'X-WP-TotalPages' ),
		about: response.headers.get( 'X-Amicable-Total' ) === 'about',
		next: step( link, 'next' ),
		prev: step( link, 'prev' ),
		last: step( link, 'last' ),
	};
}
