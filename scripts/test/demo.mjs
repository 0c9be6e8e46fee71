/** Starts the demo as a person would, looks at it, and stops it with Ctrl+C. */

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot, root } from '../lib/paths.mjs';
import { freePort, isFree } from '../lib/port.mjs';
import { failed, passed, sum } from '../lib/results.mjs';

const LIMIT = 1_200_000;

/** A server that was killed while it started needs a moment to let go of its port. */
async function untilFree( port ) {
	for ( let tries = 0; tries < 60 && ! ( await isFree( port ) ); tries++ ) {
		await wait( 500 );
	}
}

/** Runs `npm run demo` on a free port. */
async function runDemo( { folder } ) {
	const port = await freePort();
	const [ store, name ] = [ 'practice', 'demo' ];
	const child = spawn(
		process.execPath,
		[ inRoot( 'scripts/demo.mjs' ), `--port=${ port }`, `--store=${ store }` ],
		{
			cwd: root,
			env: { ...process.env, AMICABLE_DEMO_DIR: join( folder, name ) },
			stdio: [ 'ignore', 'pipe', 'pipe' ],
		}
	);
	let output = '';
	const ended = new Promise( ( done ) => child.once( 'exit', ( code ) => done( code ) ) );
	const ready = new Promise( ( done ) => {
		const take = ( chunk ) => {
			output += chunk;
			if ( output.includes( 'Ctrl+C stops it' ) ) {
				done( true );
			}
		};
		child.stdout.on( 'data', take );
		child.stderr.on( 'data', take );
		ended.then( () => done( false ) );
		setTimeout( () => done( false ), LIMIT ).unref();
	} );
	const isUp = await ready;
	const stop = async () => {
		child.kill( 'SIGINT' );
		const limit = setTimeout( () => child.kill( 'SIGTERM' ), 30_000 );
		const code = await ended;
		clearTimeout( limit );
		await untilFree( port );
		return code;
	};
	return {
		isUp,
		port,
		stop,
		url: `http://127.0.0.1:${ port }`,
		link: output.match( /http\S+amicable_demo_login=\w+/ )?.[ 0 ],
		password: output.match( /password (\w+)/ )?.[ 1 ],
		output: () => output,
	};
}

/** Every file of tests/demo exports a list of checks: { title, run( demo ) }, which throw when they are not content. */
async function checks() {
	const folder = inRoot( 'tests/demo' );
	const files = readdirSync( folder )
		.filter( ( name ) => name.endsWith( '.mjs' ) )
		.sort();
	const modules = await Promise.all(
		files.map( ( name ) => import( pathToFileURL( join( folder, name ) ).href ) )
	);
	return modules.flatMap( ( module ) => module.checks );
}

async function look( { title, run }, running ) {
	try {
		await run( running );
		return passed( 1, [ `ok: ${ title }` ] );
	} catch ( error ) {
		return failed( `${ title }: ${ error.stack }` );
	}
}

async function stopped( running ) {
	const code = await running.stop();
	const isGone = await fetch( running.url ).then(
		() => false,
		() => true
	);
	return code === 0 && isGone
		? passed( 1, [ 'ok: Ctrl+C stops it cleanly' ] )
		: failed(
				`Ctrl+C: exit code ${ code }, still answering: ${ ! isGone }\n${ running.output() }`
			);
}

export async function demo( context ) {
	await context.wordpress();
	const running = await runDemo( context );
	if ( ! running.isUp ) {
		await running.stop();
		return failed( `The demo did not start.\n${ running.output() }` );
	}
	const results = [ passed( 1, [ 'ok: it starts and prints a login link' ] ) ];
	for ( const check of await checks() ) {
		results.push( await look( check, running ) );
	}
	results.push( await stopped( running ) );
	const result = sum( results );
	return {
		...result,
		output: result.output && `${ result.output }\n--- the demo said ---\n${ running.output() }`,
	};
}
