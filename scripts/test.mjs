/** `npm test`: everything, in named phases. See --help. */

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { needComposerPackages, needNode, needNodePackages } from './lib/dependencies.mjs';
import { needPrograms } from './lib/machine.mjs';
import { bold, dim, fail, green, red, Refusal, seconds, yellow } from './lib/say.mjs';

const HELP = `npm test -- [options]

  --only=unit,jest    these phases only
  --filter=Name       hand a filter to PHPUnit and jest
  --site=edd          of the real stores this site only
  --list              the names of the phases
  --help              this text`;

function options() {
	try {
		return parseArgs( {
			options: {
				only: { type: 'string', multiple: true, default: [] },
				filter: { type: 'string' },
				site: { type: 'string' },
				list: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		} ).values;
	} catch ( error ) {
		throw new Refusal( error.message, 'npm test -- --help' );
	}
}

function choose( phases, only ) {
	const names = only.flatMap( ( value ) => value.split( ',' ) );
	const unknown = names.filter( ( name ) => ! phases.some( ( phase ) => phase.name === name ) );
	if ( unknown.length > 0 ) {
		throw new Refusal( `No such phase: ${ unknown.join( ', ' ) }.`, 'npm test -- --list' );
	}
	return names.length === 0 ? phases : phases.filter( ( { name } ) => names.includes( name ) );
}

function printPhase( { name, title }, { passed, failed, skipped, notes, output }, took ) {
	const paint = { true: red, false: passed > 0 ? green : yellow }[ failed > 0 ];
	const mark = { true: 'FAILED', false: passed > 0 ? 'ok' : 'skipped' }[ failed > 0 ];
	console.log(
		`${ paint( mark.padEnd( 8 ) ) }${ bold( name.padEnd( 13 ) ) }${ title } ${ dim( `(${ seconds( took ) }; ${ passed } passed, ${ failed } failed, ${ skipped } skipped)` ) }`
	);
	notes.forEach( ( note ) => console.log( `        ${ note }` ) );
	if ( failed > 0 ) {
		console.log(
			`${ output
				.trim()
				.split( '\n' )
				.map( ( line ) => `        ${ line }` )
				.join( '\n' ) }\n`
		);
	}
}

/** A phase that throws has failed; the others still run. */
async function runPhase( phase, context ) {
	const begun = Date.now();
	const alive = setInterval(
		() =>
			console.log( dim( `        … ${ phase.name } (${ seconds( Date.now() - begun ) })` ) ),
		60_000
	);
	let result;
	try {
		result = await phase.run( context );
	} catch ( error ) {
		result = {
			passed: 0,
			failed: 1,
			skipped: 0,
			notes: [],
			output: error instanceof Refusal ? `${ error.message }\n${ error.todo }` : error.stack,
		};
	}
	clearInterval( alive );
	printPhase( phase, result, Date.now() - begun );
	return result;
}

/**
 * As many at once as there are cores; one that waits for another lets later ones go first. Node's packages arrive beside the phases
 * that do without them.
 */
async function runAll( phases, context, packages ) {
	const results = new Map();
	const waiting = [ ...phases ];
	const running = new Set();
	const arriving = packages.then( () => running.delete( arriving ) );
	running.add( arriving );
	const isReady = ( { after = [], withoutNode = false } ) =>
		( withoutNode || ! running.has( arriving ) ) &&
		after.every(
			( name ) => results.has( name ) || ! phases.some( ( phase ) => phase.name === name )
		);
	const start = () => {
		const at = waiting.findIndex( isReady );
		if ( at >= 0 && running.size < Math.max( 2, cpus().length ) ) {
			const [ phase ] = waiting.splice( at, 1 );
			const job = runPhase( phase, context ).then( ( result ) => {
				results.set( phase.name, result );
				running.delete( job );
			} );
			running.add( job );
			start();
		}
	};
	for ( start(); running.size > 0; start() ) {
		await Promise.race( running );
	}
	return [ ...results.values() ];
}

async function main() {
	const given = options();
	if ( given.help ) {
		console.log( HELP );
		return;
	}
	needNode();
	const { phases } = await import( './test/phases.mjs' );
	const chosen = choose( phases, given.only );
	if ( given.list ) {
		chosen.forEach( ( { name, title } ) => console.log( `${ name.padEnd( 13 ) }${ title }` ) );
		return;
	}
	// Whether they came is asked in runAll; a refusal in the meantime is kept until then.
	const packages = needNodePackages();
	packages.catch( () => {} );
	await needPrograms( [ ...new Set( chosen.flatMap( ( { programs = [] } ) => programs ) ) ] );
	await needComposerPackages();

	const begun = Date.now();
	const { createContext } = await import( './test/context.mjs' );
	const context = createContext( given );
	[ 'SIGINT', 'SIGTERM' ].forEach( ( signal ) =>
		process.on( signal, () => context.close().finally( () => process.exit( 130 ) ) )
	);
	const results = await runAll( chosen, context, packages ).finally( () => context.close() );
	const total = ( key ) => results.reduce( ( all, result ) => all + result[ key ], 0 );
	process.exitCode = total( 'failed' ) > 0 || total( 'passed' ) === 0 ? 1 : 0;
	console.log( dim( `in ${ seconds( Date.now() - begun ) }` ) );
	console.log(
		`${ total( 'passed' ) } passed, ${ total( 'failed' ) } failed, ${ total( 'skipped' ) } skipped`
	);
}

main()
	.catch( fail )
	.finally( () => process.exit() );
