/** Makes a WordPress folder that may be written to, out of one that may not. */

import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packPlugin } from './shipped.mjs';
import { unzip } from './zip-file.mjs';

const KEYS = [
	'AUTH_KEY',
	'SECURE_AUTH_KEY',
	'LOGGED_IN_KEY',
	'NONCE_KEY',
	'AUTH_SALT',
	'SECURE_AUTH_SALT',
	'LOGGED_IN_SALT',
	'NONCE_SALT',
];
const NOT_COPIED =
	/wp-content\/(plugins\/(akismet|hello\.php)|database|uploads|mu-plugins|cache)(\/|$)|\/wp-config\.php$/;

const phpLiteral = ( value ) =>
	typeof value === 'string' ? `'${ value.replace( /[\\']/g, '\\$&' ) }'` : String( value );

/** Core files only: no settings, no content that its owner put there. */
export function copyWordPress( from, to ) {
	cpSync( from, to, {
		recursive: true,
		dereference: true,
		filter: ( path ) => ! NOT_COPIED.test( path ),
	} );
	for ( const folder of [ 'plugins', 'mu-plugins', 'uploads' ] ) {
		mkdirSync( join( to, 'wp-content', folder ), { recursive: true } );
	}
}

export function writeConfig( site, constants ) {
	const salts = Object.fromEntries(
		KEYS.map( ( key ) => [ key, randomBytes( 32 ).toString( 'hex' ) ] )
	);
	const lines = Object.entries( { ...constants, ...salts } ).map(
		( [ name, value ] ) =>
			`defined( '${ name }' ) || define( '${ name }', ${ phpLiteral( value ) } );`
	);
	const tail =
		"defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );\nrequire_once ABSPATH . 'wp-settings.php';\n";
	writeFileSync(
		join( site, 'wp-config.php' ),
		`<?php\n${ lines.join( '\n' ) }\n$table_prefix = 'wp_';\n${ tail }`
	);
}

/** Amicable as it is installed, out of the very archive that is released. Nothing to copy yet is fine: the caller decides what that means. */
export function copyPlugin( site ) {
	const plugins = join( site, 'wp-content/plugins' );
	const archive = join( plugins, 'amicable.zip' );
	rmSync( join( plugins, 'amicable' ), { recursive: true, force: true } );
	packPlugin( archive );
	unzip( archive, plugins );
	rmSync( archive );
	return existsSync( join( plugins, 'amicable/plugin.php' ) );
}

export function copyStorePlugin( site, { slug, folder } ) {
	cpSync( folder, join( site, 'wp-content/plugins', slug ), {
		recursive: true,
		dereference: true,
	} );
}
