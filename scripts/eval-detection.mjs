/** `npm run eval:detection -- FILE.jsonl [--out PRED.jsonl]`: how well the shipped packs read, without WordPress. */

import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { inRoot, root } from './lib/paths.mjs';
import { fail, Refusal } from './lib/say.mjs';

function main() {
	const [ file, ...rest ] = process.argv.slice( 2 );
	if ( ! file || ! existsSync( resolve( root, file ) ) ) {
		throw new Refusal(
			`There is no file ${ file ?? '' }.`,
			'npm run eval:detection -- FILE.jsonl [--out PRED.jsonl] [--all] [--wrong] [--rules]'
		);
	}
	const paths = rest.map( ( arg, at ) =>
		rest[ at - 1 ] === '--out' && ! isAbsolute( arg ) ? resolve( root, arg ) : arg
	);
	const { status, error } = spawnSync(
		'php',
		[ inRoot( 'scripts/language/evaluate.php' ), resolve( root, file ), ...paths ],
		{ stdio: 'inherit' }
	);
	if ( error || status !== 0 ) {
		throw new Refusal(
			error ? `PHP did not start: ${ error.message }` : 'The run failed, see above.'
		);
	}
}

try {
	main();
} catch ( error ) {
	fail( error );
}
