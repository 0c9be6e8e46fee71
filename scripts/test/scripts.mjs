/** Tests of the tools themselves, with Node's own runner. */

import { readdirSync, existsSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { nodeTestResult, skipped } from '../lib/results.mjs';
import { capture } from '../lib/run.mjs';

export async function scripts() {
	const folder = inRoot( 'tests/scripts' );
	const files = existsSync( folder )
		? readdirSync( folder ).filter( ( name ) => name.endsWith( '.test.mjs' ) )
		: [];
	return files.length > 0
		? nodeTestResult(
				await capture( process.execPath, [
					'--test',
					'--test-reporter=tap',
					...files.map( ( name ) => `${ folder }/${ name }` ),
				] )
			)
		: skipped( 'tests/scripts holds no tests yet' );
}
