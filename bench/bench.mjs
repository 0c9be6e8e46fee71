/** `npm run bench`: how long the list, a rebuild and an event take, as ratios within one run. See --help. */

import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { inRoot } from '../scripts/lib/paths.mjs';
import { fail, Refusal } from '../scripts/lib/say.mjs';
import { installTestSite } from '../scripts/lib/test-site.mjs';
import { createContext } from '../scripts/test/context.mjs';

const HELP = `npm run bench -- [options]

  --customers=20000   how many; orders five times, messages ten times as many
  --rounds=15         how often each read is repeated
  --file=30000        instead: a file of so many tickets, against bare inserts of them
  --help

A million customers (--customers=1000000) need 12 GB of disk and half an hour, most of it for making them up.`;

const options = {
	customers: { type: 'string', default: '20000' },
	rounds: { type: 'string', default: '15' },
	file: { type: 'string', default: '0' },
	help: { type: 'boolean', default: false },
};

function read() {
	const { values } = parseArgs( { options } );
	if (
		! /^\d{3,8}$/.test( values.customers ) ||
		! /^\d{1,4}$/.test( values.rounds ) ||
		! /^\d{1,6}$/.test( values.file )
	) {
		throw new Refusal( 'Customers and rounds are whole numbers.', 'npm run bench -- --help' );
	}
	return values;
}

const run = ( args, env ) =>
	new Promise( ( done ) => {
		spawn( 'php', args, { stdio: 'inherit', env: { ...process.env, ...env } } ).once(
			'exit',
			done
		);
	} );

async function main() {
	const { customers, rounds, file, help } = read();
	if ( help ) {
		console.log( HELP );
		return;
	}
	const context = createContext( {} );
	try {
		const env = await installTestSite( {
			site: await context.site(),
			mariadb: await context.mariadb(),
			name: 'bench',
			plugins: [ 'amicable/plugin.php' ],
		} );
		const php = [ '-d', 'memory_limit=1G', '-d', 'display_errors=stderr' ];
		process.exitCode = await run(
			[ ...php, inRoot( 'bench/run.php' ), customers, rounds, file ],
			env
		);
	} finally {
		await context.close();
	}
}

main().catch( fail );
