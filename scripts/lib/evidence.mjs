/**
 * The result of the real-store suite, written down: machines without the store plugins check that the code it
 * speaks about has not changed since.
 */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './paths.mjs';
import { must } from './run.mjs';

export const FILE = 'docs/evidence/real-stores.json';

/** What the suite exercises: money, licenses and the database, and the tests themselves. */
const COVERS = [
	'includes/Stores',
	'includes/Licensing',
	'includes/Offboarding',
	'includes/Runs',
	'includes/Storage',
	'includes/Values',
	'tests/php/Contract',
	'tests/php/RealStores',
];

/** Over names and contents as they are on disk, so that an uncommitted change counts too. */
export async function treeHash() {
	const listed = await must( 'git', [
		'ls-files',
		'--cached',
		'--others',
		'--exclude-standard',
		'-z',
		'--',
		...COVERS,
	] );
	const files = [ ...new Set( listed.split( '\0' ) ) ]
		.filter( ( path ) => path && existsSync( inRoot( path ) ) )
		.sort();
	const hash = createHash( 'sha256' );
	files.forEach( ( path ) =>
		hash.update( `${ path }\0` ).update(
			createHash( 'sha256' )
				.update( readFileSync( inRoot( path ) ) )
				.digest( 'hex' )
		)
	);
	return hash.digest( 'hex' );
}

export const readEvidence = () =>
	existsSync( inRoot( FILE ) ) ? JSON.parse( readFileSync( inRoot( FILE ), 'utf8' ) ) : null;

/** @param {{versions: object, suites: object[]}} found */
export async function writeEvidence( { versions, suites } ) {
	const total = ( key ) => suites.reduce( ( sum, suite ) => sum + suite[ key ], 0 );
	const evidence = {
		date: new Date().toISOString().slice( 0, 10 ),
		versions,
		tests: total( 'passed' ) + total( 'failed' ) + total( 'skipped' ),
		passed: total( 'passed' ),
		failed: total( 'failed' ),
		skipped: total( 'skipped' ),
		suites,
		covers: COVERS,
		tree: await treeHash(),
	};
	mkdirSync( dirname( inRoot( FILE ) ), { recursive: true } );
	writeFileSync( inRoot( FILE ), `${ JSON.stringify( evidence, null, '\t' ) }\n` );
	return evidence;
}
