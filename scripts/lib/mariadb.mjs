/** A MariaDB of our own: own data folder, own socket, no port; gone when the tests are. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { capture, must } from './run.mjs';
import { Refusal } from './say.mjs';

const START_LIMIT = 30_000;
const NEEDED_MEMORY = 2 * 1024 ** 3;

/** Data that nobody needs after the run may be lost in a crash: that makes it several times faster. */
const SPEED = [
	'--innodb-flush-log-at-trx-commit=0',
	'--innodb-doublewrite=0',
	'--innodb-buffer-pool-size=512M',
	'--innodb-log-file-size=64M',
	'--sync-binlog=0',
	'--skip-log-bin',
	'--skip-name-resolve',
	'--max-connections=300',
	'--table-open-cache=4000',
];

/** Memory, when the machine has some to lend: making and dropping tables waits for the disk otherwise. */
function dataFolder( folder ) {
	const memory = '/dev/shm';
	const free = existsSync( memory ) ? statfsSync( memory ) : null;
	if ( free === null || free.bavail * free.bsize < NEEDED_MEMORY ) {
		return { data: join( folder, 'mariadb' ), forget: () => {} };
	}
	const data = mkdtempSync( join( memory, 'amicable-' ) );
	return { data, forget: () => rmSync( data, { recursive: true, force: true } ) };
}

/**
 * @param {string}   folder
 * @param {string[]} [more] Further options of the server.
 * @return {Promise<{socket: string, query: (sql: string) => Promise<string>, copy: (from: string, to: string) => Promise<string>, stop: () => Promise<void>}>}
 */
export async function startMariaDb( folder, more = [] ) {
	const { data, forget } = dataFolder( folder );
	// A socket's path may have 107 letters at most: it lies beside the data, in the system's tmp.
	const socket = join( folder, 'db.sock' );
	// A server that starts clears its folder for temporary tables, and must not clear another one's.
	const temporary = join( folder, 'db-tmp' );
	const user = userInfo().username;
	mkdirSync( data, { recursive: true } );
	mkdirSync( temporary, { recursive: true } );
	await must( 'mariadb-install-db', [
		'--no-defaults',
		`--datadir=${ data }`,
		`--user=${ user }`,
		'--auth-root-authentication-method=normal',
		'--skip-test-db',
	] );

	const log = join( folder, 'mariadb.log' );
	const child = spawn(
		'mariadbd',
		[
			'--no-defaults',
			`--user=${ user }`,
			`--datadir=${ data }`,
			`--tmpdir=${ temporary }`,
			`--socket=${ socket }`,
			`--pid-file=${ folder }/db.pid`,
			`--log-error=${ log }`,
			'--skip-networking',
			...SPEED,
			...more,
		],
		{ stdio: 'ignore' }
	);
	const ended = new Promise( ( done ) => child.once( 'exit', done ) );
	const atExit = () => {
		child.kill( 'SIGKILL' );
		forget();
	};
	process.once( 'exit', atExit );

	const query = ( sql ) =>
		must( 'mariadb', [
			'--no-defaults',
			`--socket=${ socket }`,
			'--user=root',
			'-N',
			'-e',
			sql,
		] );
	const copy = async ( from, to ) => {
		await query( `CREATE DATABASE \`${ to }\`` );
		const at = [ '--no-defaults', `--socket=${ socket }`, '--user=root' ].join( ' ' );
		const line = `mariadb-dump ${ at } ${ from } | mariadb ${ at } ${ to }`;
		return must( 'bash', [ '-o', 'pipefail', '-c', line ] );
	};
	const answers = async () =>
		(
			await capture( 'mariadb-admin', [
				'--no-defaults',
				`--socket=${ socket }`,
				'--user=root',
				'ping',
			] )
		).code === 0;
	const limit = Date.now() + START_LIMIT;
	while ( ! ( await answers() ) ) {
		if ( child.exitCode !== null || Date.now() > limit ) {
			child.kill( 'SIGKILL' );
			throw new Refusal(
				`MariaDB did not start.\n${ readFileSync( log, 'utf8' ).slice( -2000 ) }`
			);
		}
		await wait( 100 );
	}
	return {
		socket,
		query,
		copy,
		stop: async () => {
			process.off( 'exit', atExit );
			// By its socket: a test may have started it anew.
			await capture( 'mariadb-admin', [
				'--no-defaults',
				`--socket=${ socket }`,
				'--user=root',
				'shutdown',
			] );
			if ( ( await Promise.race( [ ended, wait( 10_000, 'late' ) ] ) ) === 'late' ) {
				child.kill( 'SIGKILL' );
				await ended;
			}
			forget();
		},
	};
}
