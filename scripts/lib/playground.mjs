/** WordPress in Playground: PHP in WebAssembly, SQLite, one process of ours. */

import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from './paths.mjs';
import { Refusal } from './say.mjs';

const BOOT_LIMIT = 300_000;
const STOP_LIMIT = 8_000;

/** Six workers: with one, every request that WordPress sends to itself waits for the request that sent it. */
const flags = ( { site, port, php } ) => [
	inRoot( 'node_modules/@wp-playground/cli/wp-playground.js' ),
	'server',
	...[ '--port', String( port ), '--php', php, '--workers', '6', '--verbosity', 'normal' ],
	...[ '--site-url', `http://127.0.0.1:${ port }` ],
	...[ '--wordpress-install-mode', 'install-from-existing-files-if-needed' ],
	...[ '--mount-dir-before-install', site, '/wordpress' ],
];

async function answers( url ) {
	try {
		const response = await fetch( url, {
			redirect: 'manual',
			signal: AbortSignal.timeout( 20_000 ),
		} );
		await response.arrayBuffer();
		return response.status < 500;
	} catch ( error ) {
		if ( error.name === 'TimeoutError' || error.name === 'TypeError' ) {
			return false;
		}
		throw error;
	}
}

const hasEnded = ( child ) => child.exitCode !== null || child.signalCode !== null;

function signalGroup( child, signal ) {
	try {
		process.kill( -child.pid, signal );
	} catch ( error ) {
		if ( error.code !== 'ESRCH' ) {
			throw error;
		}
	}
}

async function stop( child ) {
	if ( hasEnded( child ) ) {
		return;
	}
	const ended = new Promise( ( done ) => child.once( 'exit', done ) );
	signalGroup( child, 'SIGINT' );
	if ( ( await Promise.race( [ ended, wait( STOP_LIMIT, 'late' ) ] ) ) === 'late' ) {
		signalGroup( child, 'SIGKILL' );
		await ended;
	}
}

/** @return {Promise<{url: string, stop: () => Promise<void>, ended: Promise<void>, output: () => string}>} */
export async function startPlayground( { site, port, php = '8.3' } ) {
	const url = `http://127.0.0.1:${ port }`;
	const env = { ...process.env, NODE_NO_WARNINGS: '1' };
	const child = spawn( process.execPath, flags( { site, port, php } ), {
		detached: true,
		env,
		stdio: [ 'ignore', 'pipe', 'pipe' ],
	} );
	let output = '';
	for ( const stream of [ child.stdout, child.stderr ] ) {
		stream.on( 'data', ( chunk ) => ( output = ( output + chunk ).slice( -100_000 ) ) );
	}
	const ended = new Promise( ( done ) => child.once( 'exit', () => done() ) );
	const atExit = () => hasEnded( child ) || signalGroup( child, 'SIGKILL' );
	process.once( 'exit', atExit );
	ended.then( () => process.off( 'exit', atExit ) );

	const limit = Date.now() + BOOT_LIMIT;
	while ( ! ( output.includes( 'Ready!' ) && ( await answers( `${ url }/wp-login.php` ) ) ) ) {
		if ( hasEnded( child ) || Date.now() > limit ) {
			await stop( child );
			throw new Refusal(
				`Playground did not start.\n${ output.trim().slice( -3000 ) }`,
				'Try again with --reset; if it stays, the lines above say why.'
			);
		}
		await wait( 250 );
	}
	return { url, ended, stop: () => stop( child ), output: () => output };
}
