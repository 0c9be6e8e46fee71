/** `npm run faults`: breaks runs in every way we know and prints what the bank says afterwards. See --help. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { needComposerPackages, needNode } from './lib/dependencies.mjs';
import { needPrograms } from './lib/machine.mjs';
import { dim, fail, Refusal } from './lib/say.mjs';
import { createContext } from './test/context.mjs';
import { integration } from './test/php.mjs';

/** Each run and the tests that make it. */
const RUNS = {
	starts_one_key: 'TogetherTest::test_thirty_two_starts_with_one_key',
	starts_many_keys: 'TogetherTest::test_thirty_two_starts_with_a_key_each',
	limit_race: 'LimitsTest::test_of_many_approvals_at_once',
	kill_exception: 'KillMatrixTest::test_an_exception',
	kill_error: 'KillMatrixTest::test_an_error',
	kill_connection: 'KillMatrixTest::test_a_database_connection',
	kill_process: 'KillMatrixTest::test_a_worker_killed_at_any_point',
	kill_before_a_write: 'KillMatrixTest::test_a_worker_killed_before_any_write',
	gateway_modes: 'GatewayModesTest',
	preview: 'PreviewTest',
	restarts: 'RestartTest',
	webhooks: 'WebhooksTest',
};

const HELP = `npm run faults -- [options]

  --only=NAME,NAME  these runs only: ${ Object.keys( RUNS ).join( ', ' ) }
  --json=FILE       write the figures there as well
  --help            this text

Each run is counted at the bank of the sample shop, which only ever adds lines. All of it takes about half an hour;
npm test runs a part of each.`;

function options() {
	try {
		const { only, json, help } = parseArgs( {
			options: {
				only: { type: 'string', multiple: true, default: [] },
				json: { type: 'string' },
				help: { type: 'boolean', default: false },
			},
		} ).values;
		return { names: only.flatMap( ( value ) => value.split( ',' ) ), json, help };
	} catch ( error ) {
		throw new Refusal( error.message, 'npm run faults -- --help' );
	}
}

function choose( names ) {
	const unknown = names.filter( ( name ) => ! ( name in RUNS ) );
	if ( unknown.length > 0 ) {
		throw new Refusal( `No such run: ${ unknown.join( ', ' ) }.`, 'npm run faults -- --help' );
	}
	return names.length === 0 ? Object.keys( RUNS ) : names;
}

const linesOf = ( file ) =>
	existsSync( file )
		? readFileSync( file, 'utf8' )
				.split( '\n' )
				.filter( Boolean )
				.map( ( line ) => JSON.parse( line ) )
		: [];

/** A run that a test broke off is there with what it counted so far; one that never began is missing, and that is a failure too. */
async function carryOut( names ) {
	const context = createContext( {
		filter: `/${ names.map( ( name ) => RUNS[ name ] ).join( '|' ) }/`,
		group: 'faults',
	} );
	const file = join( context.folder, 'faults.jsonl' );
	process.env.AMICABLE_FAULTS = file;
	try {
		const result = await integration( context );
		return { result, runs: linesOf( file ) };
	} finally {
		await context.close();
	}
}

async function main() {
	const { names, json, help } = options();
	if ( help ) {
		console.log( HELP );
		return;
	}
	const chosen = choose( names );
	needNode();
	await needPrograms( [ 'php', 'composer', 'mysqli', 'mariadb', 'mbstring', 'xml' ] );
	await needComposerPackages();
	console.log( dim( `${ chosen.length } runs …` ) );
	const { result, runs } = await carryOut( chosen );
	console.table( runs );
	if ( json ) {
		writeFileSync( json, `${ JSON.stringify( { runs }, null, '\t' ) }\n` );
	}
	const missing = chosen.filter( ( name ) => ! runs.some( ( run ) => run.name === name ) );
	const bad = runs.filter(
		( { count, passed, duplicates, lost } ) => passed < count || duplicates > 0 || lost > 0
	);
	if ( result.failed > 0 || missing.length > 0 || bad.length > 0 ) {
		throw new Refusal(
			`Not content: ${ [ ...missing, ...bad.map( ( { name } ) => name ) ].join( ', ' ) }`,
			result.output
		);
	}
}

main()
	.catch( fail )
	.finally( () => process.exit() );
