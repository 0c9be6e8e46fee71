/** Finds real store plugins: yours, the cache, wordpress.org. */

import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { download } from './download.mjs';
import { cacheFolder } from './paths.mjs';
import { unzip } from './zip-file.mjs';

export const WOOCOMMERCE = [
	'woocommerce',
	'woocommerce-subscriptions',
	'license-manager-for-woocommerce',
];

export const EASY_DIGITAL_DOWNLOADS = [ 'easy-digital-downloads', 'edd-software-licensing' ];

export const HELP_DESKS = [ 'fluent-support' ];

/** Used where they are; their tests say aloud when they are not. */
export const MORE_HELP_DESKS = [ 'awesome-support' ];

/** The version of a plugin's main file, or null when the folder holds no plugin. */
export function pluginVersion( folder ) {
	const files = existsSync( folder )
		? readdirSync( folder ).filter( ( name ) => name.endsWith( '.php' ) )
		: [];
	for ( const name of files ) {
		const head = readFileSync( join( folder, name ), 'utf8' ).slice( 0, 8192 );
		if ( /^[ \t/*#@]*Plugin Name:/im.test( head ) ) {
			return {
				file: name,
				version: head.match( /^[ \t/*#@]*Version:\s*(\S+)/im )?.[ 1 ] ?? '',
			};
		}
	}
	return null;
}

function onDisk( slug ) {
	const places = [ process.env.AMICABLE_PLUGINS_DIR, join( cacheFolder(), 'plugins' ) ];
	for ( const place of places.filter( Boolean ) ) {
		const folder = join( resolve( place ), slug );
		const plugin = pluginVersion( folder );
		if ( plugin ) {
			return { slug, folder, ...plugin };
		}
	}
	return null;
}

/** Those of the wanted plugins that are on this machine. */
export const pluginsOnDisk = ( slugs ) => slugs.map( onDisk ).filter( Boolean );

/** @return {Promise<{plugin: object|null, problem: string|null}>} */
export async function findPlugin( slug ) {
	const found = onDisk( slug );
	if ( found ) {
		return { plugin: found, problem: null };
	}
	const plugins = join( cacheFolder(), 'plugins' );
	mkdirSync( plugins, { recursive: true } );
	const making = mkdtempSync( join( plugins, `.${ slug }-` ) );
	try {
		const file = join( making, 'plugin.zip' );
		const problem = await download(
			`https://downloads.wordpress.org/plugin/${ slug }.latest-stable.zip`,
			file
		);
		if ( problem ) {
			return { plugin: null, problem: `wordpress.org: ${ problem }` };
		}
		unzip( file, making );
		if ( ! onDisk( slug ) ) {
			renameSync( join( making, slug ), join( plugins, slug ) );
		}
		return { plugin: onDisk( slug ), problem: null };
	} finally {
		rmSync( making, { recursive: true, force: true } );
	}
}
