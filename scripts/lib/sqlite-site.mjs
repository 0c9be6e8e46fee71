/** A WordPress on SQLite, with the driver that Playground brings, run by the machine's own PHP: minutes shorter than inside WebAssembly. */

import { copyFileSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { must } from './run.mjs';
import { copyWordPress, writeConfig } from './site.mjs';
import { TEST_PASSWORD } from './test-site.mjs';
import { unzip } from './zip-file.mjs';

const DRIVER = 'sqlite-database-integration';

const archive = () => inRoot( `node_modules/@wp-playground/cli/${ DRIVER }.zip` );

function addDriver( site ) {
	const plugins = join( site, 'wp-content/plugins' );
	unzip( archive(), plugins );
	renameSync( join( plugins, `plugin-${ DRIVER }` ), join( plugins, DRIVER ) );
	copyFileSync( join( plugins, DRIVER, 'db.copy' ), join( site, 'wp-content/db.php' ) );
	return readFileSync( join( plugins, DRIVER, 'db.copy' ), 'utf8' ).match(
		/Version: ([\d.]+)/
	)?.[ 1 ];
}

/** @return {Promise<{ env: Object<string, string>, driver: string }>} What PHPUnit needs to run in it, and the driver's version. */
export async function makeSqliteSite( site, wordpress ) {
	copyWordPress( wordpress.folder, site );
	writeConfig( site, {
		DB_NAME: 'wordpress',
		DB_USER: '',
		DB_PASSWORD: '',
		DB_HOST: '',
		WP_ENVIRONMENT_TYPE: 'local',
		WP_HTTP_BLOCK_EXTERNAL: true,
		DISABLE_WP_CRON: true,
	} );
	const driver = addDriver( site );
	symlinkSync( root, join( site, 'wp-content/plugins/amicable' ) );
	const env = { AMICABLE_TEST_SITE: site };
	const php = ( ...args ) =>
		must( 'php', [ inRoot( 'scripts/test/install-wordpress.php' ), site, ...args ], {
			env,
			tail: 60,
		} );
	await php( 'install', TEST_PASSWORD );
	await php( 'activate', 'amicable/plugin.php' );
	return { env, driver };
}
