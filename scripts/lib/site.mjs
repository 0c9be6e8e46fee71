/** Makes a WordPress folder that may be written to, out of one that may not. */

import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';
import { shippedFiles } from './shipped.mjs';

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

/** Amicable as it would be installed. Nothing to copy yet is fine: the caller decides what that means. */
export function copyPlugin( site ) {
	const target = join( site, 'wp-content/plugins/amicable' );
	rmSync( target, { recursive: true, force: true } );
	const files = shippedFiles();
	for ( const path of files ) {
		mkdirSync( dirname( join( target, path ) ), { recursive: true } );
		cpSync( inRoot( path ), join( target, path ) );
	}
	return existsSync( join( target, 'plugin.php' ) );
}

export function copyStorePlugin( site, { slug, folder } ) {
	cpSync( folder, join( site, 'wp-content/plugins', slug ), {
		recursive: true,
		dereference: true,
	} );
}
