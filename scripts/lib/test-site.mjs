/** A WordPress on our MariaDB, with Amicable and perhaps a real store in it. */

import { existsSync, mkdirSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { must } from './run.mjs';
import { copyWordPress, writeConfig } from './site.mjs';

const DATABASE = 'amicable';

/** Of `admin`. */
export const TEST_PASSWORD = 'password';

/** The database is chosen by the environment, so that one site folder serves several databases. */
function writeTestConfig( site ) {
	writeConfig( site, {
		DB_USER: 'root',
		DB_PASSWORD: '',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		WP_ENVIRONMENT_TYPE: 'local',
		WP_DEBUG: true,
		WP_DEBUG_DISPLAY: true,
		WP_DEBUG_LOG: join( site, 'wp-content/debug.log' ),
		WP_HTTP_BLOCK_EXTERNAL: true,
		WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
		AUTOMATIC_UPDATER_DISABLED: true,
		WP_MEMORY_LIMIT: '512M',
	} );
	const file = join( site, 'wp-config.php' );
	const fromEnvironment = `<?php
define( 'DB_NAME', (string) getenv( 'AMICABLE_TEST_DB' ) );
define( 'DB_HOST', 'localhost:' . getenv( 'AMICABLE_TEST_SOCKET' ) );
define( 'WP_HOME', getenv( 'AMICABLE_TEST_URL' ) ?: 'http://127.0.0.1' );
define( 'WP_SITEURL', WP_HOME );
define( 'DISABLE_WP_CRON', getenv( 'AMICABLE_TEST_CRON' ) !== '1' );
`;
	writeFileSync( file, readFileSync( file, 'utf8' ).replace( '<?php\n', fromEnvironment ) );
}

/** One copy of WordPress for the whole run; plugins are linked, not copied. */
export function makeTestSite( folder, wordpress, storePlugins ) {
	const site = join( folder, 'site' );
	if ( ! existsSync( site ) ) {
		mkdirSync( folder, { recursive: true } );
		copyWordPress( wordpress.folder, site );
		writeTestConfig( site );
		symlinkSync( root, join( site, 'wp-content/plugins/amicable' ) );
		storePlugins.forEach( ( plugin ) =>
			symlinkSync( plugin.folder, join( site, 'wp-content/plugins', plugin.slug ) )
		);
	}
	return site;
}

/**
 * A fresh database with WordPress in it.
 *
 * @param {string[]} plugins   Main files, in the order of activation.
 * @param {string}   [storage] `hpos` or `legacy` when WooCommerce is among them.
 * @return {Promise<Object<string, string>>} The environment that PHPUnit needs.
 */
export async function installTestSite( { site, mariadb, name, plugins, storage } ) {
	const database = `${ DATABASE }_${ name.replace( /\W/g, '_' ) }`;
	await mariadb.query( `CREATE DATABASE \`${ database }\`` );
	const env = {
		AMICABLE_TEST_SITE: site,
		AMICABLE_TEST_DB: database,
		AMICABLE_TEST_SOCKET: mariadb.socket,
	};
	const php = ( ...args ) =>
		must(
			'php',
			[
				'-d',
				'memory_limit=1G',
				'-d',
				'display_errors=stderr',
				inRoot( 'scripts/test/install-wordpress.php' ),
				site,
				...args,
			],
			{ env, tail: 60 }
		);
	await php( 'install', TEST_PASSWORD );
	const stores = plugins.filter( ( plugin ) => ! plugin.startsWith( 'amicable/' ) );
	if ( stores.length > 0 ) {
		await php( 'activate', ...stores );
		await php( 'store', storage ?? '' );
	}
	await php( 'activate', ...plugins.filter( ( plugin ) => plugin.startsWith( 'amicable/' ) ) );
	return env;
}
