/** Runs tests/e2e/*.spec.mjs with Node's own runner, against one running demo. */

import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '../lib/machine.mjs';
import { inRoot } from '../lib/paths.mjs';
import { failed, nodeTestResult, skipped } from '../lib/results.mjs';
import { capture } from '../lib/run.mjs';
import { runDemo } from './demo.mjs';

export async function e2e( context ) {
	const folder = inRoot( 'tests/e2e' );
	const files = existsSync( folder )
		? readdirSync( folder )
				.filter( ( name ) => name.endsWith( '.spec.mjs' ) )
				.sort()
		: [];
	if ( files.length === 0 ) {
		return skipped( 'tests/e2e holds no *.spec.mjs yet' );
	}
	await context.wordpress();
	const demo = await runDemo( context );
	try {
		if ( ! demo.isUp ) {
			return failed( `The demo did not start.\n${ demo.output() }` );
		}
		const mu = 'wp-content/mu-plugins/amicable-look.php';
		copyFileSync( inRoot( 'tests/e2e/wordpress/amicable-look.php' ), join( demo.site, mu ) );
		const { filter } = context.options;
		const args = [
			'--test',
			'--test-reporter=tap',
			'--test-concurrency=1',
			...( filter ? [ `--test-name-pattern=${ filter }` ] : [] ),
		];
		const env = {
			AMICABLE_E2E_URL: demo.url,
			AMICABLE_E2E_PASSWORD: demo.password,
			AMICABLE_E2E_SITE: demo.site,
			AMICABLE_E2E_CHROMIUM: chromium(),
		};
		return nodeTestResult(
			await capture(
				process.execPath,
				[ ...args, ...files.map( ( name ) => join( folder, name ) ) ],
				{ env }
			)
		);
	} finally {
		await demo.stop();
	}
}
