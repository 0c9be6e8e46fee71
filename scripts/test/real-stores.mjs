/** The suite against the real plugins; without them, the written result must still speak of this code. */

import { existsSync } from 'node:fs';
import { FILE, readEvidence, treeHash, writeEvidence } from '../lib/evidence.mjs';
import { inRoot } from '../lib/paths.mjs';
import { failed, passed, skipped, sum } from '../lib/results.mjs';
import { capture } from '../lib/run.mjs';
import { WOOCOMMERCE } from '../lib/store-plugins.mjs';
import { hasTests, realStores } from './php.mjs';

const FOLDER = 'tests/php/RealStores';
const RENEW =
	'Put the plugins into the cache folder (or AMICABLE_PLUGINS_DIR) and run: npm run evidence';

export const missingPlugins = ( stores ) =>
	WOOCOMMERCE.filter( ( slug ) => ! stores.some( ( store ) => store.slug === slug ) );

/** Both order storages, one after the other: they share a site folder. */
export async function runRealStores( context ) {
	const hpos = await realStores( 'hpos' )( context );
	const legacy = await realStores( 'legacy' )( context );
	return { hpos, legacy };
}

export async function versionsOf( context ) {
	const { version } = await context.wordpress();
	const php = ( await capture( 'php', [ '-r', 'echo PHP_VERSION;' ] ) ).stdout;
	const mariadb = ( await ( await context.mariadb() ).query( 'SELECT VERSION()' ) ).trim();
	const plugins = Object.fromEntries(
		context.stores().map( ( store ) => [ store.slug, store.version ] )
	);
	return { php, mariadb, wordpress: version, ...plugins };
}

const named = ( name, result ) => ( {
	...result,
	notes: [
		...result.notes,
		...Object.entries( result.figures ?? {} ).map(
			( [ figure, value ] ) => `${ figure.replaceAll( '_', ' ' ) }: ${ value }`
		),
	].map( ( note ) => `${ name }: ${ note }` ),
} );

async function withoutPlugins( missing ) {
	const absent = skipped( `not on this machine: ${ missing.join( ', ' ) }` );
	const evidence = readEvidence();
	if ( evidence === null ) {
		return sum( [
			absent,
			failed(
				`${ FILE } is missing, so nothing says that this code works with real stores.\n${ RENEW }`
			),
		] );
	}
	if ( evidence.failed > 0 || evidence.passed === 0 ) {
		return sum( [
			absent,
			failed(
				`${ FILE } records ${ evidence.passed } passed, ${ evidence.failed } failed.\n${ RENEW }`
			),
		] );
	}
	return evidence.tree === ( await treeHash() )
		? sum( [
				absent,
				passed( 1, [
					`${ FILE } of ${ evidence.date } speaks of this very code: ${ evidence.passed } passed`,
				] ),
			] )
		: sum( [ absent, failed( `${ FILE } speaks of other code than this.\n${ RENEW }` ) ] );
}

/** Where the plugins are, the suite itself is the proof, and a stale file only a reminder. */
async function reminder() {
	const evidence = readEvidence();
	return evidence?.tree === ( await treeHash() )
		? []
		: [
				`${ FILE } is ${ evidence ? 'stale' : 'missing' }: renew it with npm run evidence before machines without the plugins need it`,
			];
}

export async function real( context ) {
	if ( ! hasTests( FOLDER ) || ! existsSync( inRoot( 'plugin.php' ) ) ) {
		return skipped( `${ FOLDER } holds no tests yet` );
	}
	const missing = missingPlugins( context.stores() );
	if ( missing.length > 0 ) {
		return withoutPlugins( missing );
	}
	const { hpos, legacy } = await runRealStores( context );
	const result = sum( [ named( 'HPOS', hpos ), named( 'legacy', legacy ) ] );
	const versions = context.stores().map( ( { slug, version } ) => `${ slug } ${ version }` );
	return {
		...result,
		notes: [ versions.join( ', ' ), ...result.notes, ...( await reminder() ) ],
	};
}

export async function renewEvidence( context ) {
	const { hpos, legacy } = await runRealStores( context );
	const count = ( orders, { passed: good, failed: bad, skipped: left, figures } ) => ( {
		orders,
		passed: good,
		failed: bad,
		skipped: left,
		figures,
	} );
	const suites = [ count( 'hpos', hpos ), count( 'legacy', legacy ) ];
	const evidence = await writeEvidence( { versions: await versionsOf( context ), suites } );
	return { evidence, result: sum( [ named( 'HPOS', hpos ), named( 'legacy', legacy ) ] ) };
}
