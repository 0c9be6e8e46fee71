/** A site served by PHP's own web server: the quick way to have pages for a browser. */

import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './port.mjs';
import { Refusal } from './say.mjs';

const START_LIMIT = 30_000;

/** A page asks for several things at once, and WordPress for itself. */
const WORKERS = 6;

const answers = ( url ) =>
	fetch( url, { redirect: 'manual' } ).then(
		( { status } ) => status < 500,
		() => false
	);

/** Its workers are processes of their own: they end as one group. */
function endGroup( child ) {
	try {
		process.kill( -child.pid, 'SIGTERM' );
	} catch ( error ) {
		if ( error.code !== 'ESRCH' ) {
			throw error;
		}
	}
}

/**
 * @param {string}                 site  A WordPress folder.
 * @param {Object<string, string>} [env] What its wp-config.php reads; it is given AMICABLE_TEST_URL besides.
 * @return {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startWebServer( site, env = {} ) {
	const port = await freePort();
	const url = `http://127.0.0.1:${ port }`;
	let output = '';
	const child = spawn(
		'php',
		[ '-d', 'memory_limit=512M', '-S', `127.0.0.1:${ port }`, '-t', site ],
		{
			cwd: site,
			detached: true,
			stdio: [ 'ignore', 'ignore', 'pipe' ],
			env: {
				...process.env,
				...env,
				AMICABLE_TEST_URL: url,
				PHP_CLI_SERVER_WORKERS: String( WORKERS ),
			},
		}
	);
	child.stderr.on( 'data', ( chunk ) => ( output = ( output + chunk ).slice( -10_000 ) ) );
	const ended = new Promise( ( done ) => child.once( 'exit', done ) );
	const atExit = () => endGroup( child );
	process.once( 'exit', atExit );

	const limit = Date.now() + START_LIMIT;
	while ( ! ( await answers( `${ url }/wp-login.php` ) ) ) {
		if ( child.exitCode !== null || Date.now() > limit ) {
			endGroup( child );
			throw new Refusal( `PHP's web server did not start.\n${ output }` );
		}
		await wait( 100 );
	}
	return {
		url,
		stop: async () => {
			process.off( 'exit', atExit );
			endGroup( child );
			await ended;
		},
	};
}
