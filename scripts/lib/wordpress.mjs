/** Finds a WordPress: yours, the cache, wordpress.org, Debian's packages. In this order. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchFromDebian } from './debian-wordpress.mjs';
import { download } from './download.mjs';
import { isDebian } from './machine.mjs';
import { cacheFolder } from './paths.mjs';
import { has, must } from './run.mjs';
import { Refusal, step } from './say.mjs';

const OLDEST = [ 6, 8 ];
const TODO =
	'Unpack WordPress 6.8 or newer somewhere and set AMICABLE_WP_DIR to that folder ' +
	'(or put it into the cache folder as `wordpress`).';

export function versionOf( folder ) {
	const file = join( folder, 'wp-includes/version.php' );
	return existsSync( file )
		? ( readFileSync( file, 'utf8' ).match( /\$wp_version = '([^']+)'/ )?.[ 1 ] ?? null )
		: null;
}

function isTooOld( version ) {
	const [ major, minor ] = version.split( '.' ).map( Number );
	return major < OLDEST[ 0 ] || ( major === OLDEST[ 0 ] && ( minor || 0 ) < OLDEST[ 1 ] );
}

function accept( folder, origin ) {
	const version = versionOf( folder );
	if ( version === null ) {
		throw new Refusal( `${ folder } (${ origin }) holds no WordPress.`, TODO );
	}
	if ( isTooOld( version ) ) {
		throw new Refusal(
			`WordPress ${ version } (${ origin }) is older than ${ OLDEST.join( '.' ) }.`,
			TODO
		);
	}
	return { folder, version, origin };
}

/** Fills the cache in one move, so that two runs at once never see half a WordPress. */
async function intoCache( fill ) {
	mkdirSync( cacheFolder(), { recursive: true } );
	const making = mkdtempSync( join( cacheFolder(), '.wordpress-' ) );
	const cached = join( cacheFolder(), 'wordpress' );
	try {
		const fresh = join( making, 'wordpress' );
		await fill( making, fresh );
		accept( fresh, 'fresh' );
		if ( versionOf( cached ) === null ) {
			renameSync( fresh, cached );
		}
		return cached;
	} finally {
		rmSync( making, { recursive: true, force: true } );
	}
}

const fromWordPressOrg = () =>
	intoCache( async ( making ) => {
		const file = join( making, 'latest.tar.gz' );
		const problem = await download( 'https://wordpress.org/latest.tar.gz', file );
		if ( problem ) {
			throw new Refusal( `wordpress.org: ${ problem }` );
		}
		await must( 'tar', [ '-xzf', file, '-C', making ] );
	} );

const fromDebian = ( suite ) =>
	intoCache( async ( _, fresh ) => {
		const dangling = await fetchFromDebian( suite, fresh );
		if ( dangling.length > 0 ) {
			console.log( `  links that lead nowhere: ${ dangling.join( ', ' ) }` );
		}
	} );

function sources() {
	const web = { origin: 'wordpress.org', fetch: fromWordPressOrg };
	const debian = [ 'sid', 'trixie' ].map( ( suite ) => ( {
		origin: `Debian packages (${ suite })`,
		fetch: () => fromDebian( suite ),
	} ) );
	return isDebian() ? [ web, ...debian ] : [ web ];
}

async function fetchAnywhere() {
	if ( isDebian() && ! ( await has( 'dpkg-deb' ) ) ) {
		throw new Refusal( 'dpkg-deb is missing.', TODO );
	}
	const problems = [];
	for ( const { origin, fetch } of sources() ) {
		try {
			return accept( await step( `Fetching WordPress from ${ origin }`, fetch ), origin );
		} catch ( error ) {
			if ( ! ( error instanceof Refusal ) ) {
				throw error;
			}
			console.log( `  not there: ${ error.message.split( '\n' )[ 0 ] }` );
			problems.push( `${ origin }: ${ error.message }` );
		}
	}
	throw new Refusal( `No WordPress was found.\n${ problems.join( '\n' ) }`, TODO );
}

/** @return {Promise<{folder: string, version: string, origin: string}>} A WordPress to copy from; never written to. */
export async function findWordPress() {
	if ( process.env.AMICABLE_WP_DIR ) {
		return accept( resolve( process.env.AMICABLE_WP_DIR ), 'AMICABLE_WP_DIR' );
	}
	const cached = join( cacheFolder(), 'wordpress' );
	return existsSync( cached ) ? accept( cached, 'cache' ) : fetchAnywhere();
}
