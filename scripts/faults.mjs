/** `npm run faults`: breaks runs in every way we know and prints what the bank says afterwards. See --help. */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { needComposerPackages, needNode } from './lib/dependencies.mjs';
import { needPrograms } from './lib/machine.mjs';
import { dim, fail, Refusal } from './lib/say.mjs';
import { carryOut, RUNS } from './test/faults.mjs';

const HELP = `npm run faults -- [options]

  --only=NAME,NAME  these runs only: ${ Object.keys( RUNS ).join( ', ' ) }
  --json=FILE       write the figures there as well
  --help            this text

Each run is counted at a bank that only ever adds lines. The run woocommerce_itself asks WooCommerce's own route for refunds
and not ours, for comparison: what it pays twice is no fault of this plugin. All of it takes over an hour; those
on WooCommerce and Easy Digital Downloads need their plugins on this machine. npm test runs a part of the others.`;

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
	const { failed, output, runs } = await carryOut( chosen );
	console.table( runs );
	if ( json ) {
		writeFileSync( json, `${ JSON.stringify( { runs }, null, '\t' ) }\n` );
	}
	const missing = chosen.filter( ( name ) => ! runs.some( ( run ) => run.name === name ) );
	const bad = runs.filter(
		( { name, count, passed, duplicates, lost } ) =>
			passed < count || ( ! RUNS[ name ].isBaseline && ( duplicates > 0 || lost > 0 ) )
	);
	if ( failed > 0 || missing.length > 0 || bad.length > 0 ) {
		throw new Refusal(
			`Not content: ${ [ ...missing, ...bad.map( ( { name } ) => name ) ].join( ', ' ) }`,
			output
		);
	}
}

main()
	.catch( fail )
	.finally( () => process.exit() );
