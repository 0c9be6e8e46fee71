/** The Storage suite once more, inside Playground: PHP in WebAssembly on SQLite. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../lib/paths.mjs';
import { failed, phpunitResult, skipped } from '../lib/results.mjs';
import { capture } from '../lib/run.mjs';
import { copyWordPress, writeConfig } from '../lib/site.mjs';
import { hasTests, phpunitArguments } from './php.mjs';

const FOLDER = 'tests/php/Storage';
const PLUGIN = '/wordpress/wp-content/plugins/amicable';

function prepare( folder, wordpress, options ) {
	const site = join( folder, 'playground-site' );
	const exchange = join( folder, 'playground-run' );
	mkdirSync( exchange );
	copyWordPress( wordpress.folder, site );
	writeConfig( site, {
		DB_NAME: 'wordpress',
		DB_USER: '',
		DB_PASSWORD: '',
		DB_HOST: '',
		WP_ENVIRONMENT_TYPE: 'local',
	} );
	const report = [ '--log-junit', '/amicable-run/report.xml', '--do-not-cache-result' ];
	const args = [
		...phpunitArguments( options ),
		'--configuration',
		'phpunit.wordpress.xml.dist',
		...report,
		FOLDER,
	];
	writeFileSync( join( exchange, 'arguments.json' ), JSON.stringify( args ) );
	writeFileSync(
		join( exchange, 'blueprint.json' ),
		JSON.stringify( {
			steps: [ { step: 'activatePlugin', pluginPath: 'amicable/plugin.php' } ],
		} )
	);
	return { site, exchange };
}

export async function playground( context ) {
	if ( ! hasTests( FOLDER ) ) {
		return skipped( `${ FOLDER } holds no tests yet` );
	}
	if ( ! existsSync( inRoot( 'plugin.php' ) ) ) {
		return skipped( 'there is no plugin.php yet' );
	}
	const wordpress = await context.wordpress();
	const { site, exchange } = prepare( context.folder, wordpress, context.options );
	const mount = ( from, to ) => [ '--mount-dir-before-install', from, to ];
	const ran = await capture( process.execPath, [
		inRoot( 'node_modules/@wp-playground/cli/wp-playground.js' ),
		'php',
		...[ '--wordpress-install-mode', 'install-from-existing-files-if-needed' ],
		...mount( site, '/wordpress' ),
		...mount( root, PLUGIN ),
		...mount( exchange, '/amicable-run' ),
		...[ '--blueprint', join( exchange, 'blueprint.json' ), '--' ],
		`${ PLUGIN }/scripts/test/playground.php`,
	] );
	// The CLI's own exit code says whether PHP ran; the file says what PHPUnit thought.
	const code = join( exchange, 'code' );
	if ( ran.code !== 0 && ! existsSync( code ) ) {
		return failed( ran.output );
	}
	const result = phpunitResult( join( exchange, 'report.xml' ), {
		code: existsSync( code ) ? Number( readFileSync( code, 'utf8' ) ) : 1,
		output: ran.output,
	} );
	return { ...result, notes: [ `WordPress ${ wordpress.version } on SQLite`, ...result.notes ] };
}
