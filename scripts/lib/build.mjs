/** The browser side: built when something it is made of is newer than the last build. */

import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { must } from './run.mjs';
import { step } from './say.mjs';

const SOURCES = [
	'src',
	'languages',
	'includes/Rest/schemas',
	'package-lock.json',
	'webpack.config.js',
	'scripts/i18n.mjs',
	'scripts/lib/i18n',
];
const STAMP = inRoot( 'build/.built' );
const MADE_HERE = /languages\/.*\.(pot|json|l10n\.php|mo)$/;

function newest( path ) {
	if ( ! existsSync( path ) || MADE_HERE.test( path ) ) {
		return 0;
	}
	const { mtimeMs } = statSync( path );
	return statSync( path ).isDirectory()
		? readdirSync( path ).reduce(
				( latest, name ) => Math.max( latest, newest( join( path, name ) ) ),
				0
			)
		: mtimeMs;
}

export const hasBrowserCode = () =>
	existsSync( inRoot( 'src/index.tsx' ) ) || existsSync( inRoot( 'src/index.ts' ) );

const isCurrent = () =>
	existsSync( STAMP ) &&
	SOURCES.every( ( path ) => newest( inRoot( path ) ) <= statSync( STAMP ).mtimeMs );

/** @return {Promise<boolean>} Whether there is a build now. */
export async function needBuild() {
	if ( ! hasBrowserCode() ) {
		console.log( '  there is no src/index.tsx yet: nothing to build' );
		return false;
	}
	if ( ! isCurrent() ) {
		const begun = new Date();
		await step( 'Building the admin screens', () =>
			must( 'npm', [ 'run', '--silent', 'build' ], {
				todo: 'Run `npm run build` to see the whole message.',
				tail: 60,
			} )
		);
		writeFileSync( STAMP, begun.toISOString() );
	}
	return true;
}
