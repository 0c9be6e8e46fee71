/** The suite against the real plugins; without them, the written result must still speak of this code. */

import { FILE, readEvidence, treeHash, writeEvidence } from '../lib/evidence.mjs';
import { failed, passed, skipped, sum } from '../lib/results.mjs';
import { capture } from '../lib/run.mjs';
import { Refusal } from '../lib/say.mjs';
import { chosenSites, missingFrom, SITES } from '../lib/store-sites.mjs';
import { realStores } from './php.mjs';

const RENEW =
	'Put the plugins into the cache folder (or AMICABLE_PLUGINS_DIR) and run: npm run evidence';

/** Of every site. */
export const missingPlugins = ( stores ) => [
	...new Set( SITES.flatMap( ( site ) => missingFrom( site, stores ) ) ),
];

/** One after the other: they share a folder. */
async function runSites( context, sites ) {
	const results = [];
	for ( const site of sites ) {
		results.push( { site, result: await realStores( site )( context ) } );
	}
	return results;
}

const summed = ( results ) =>
	sum( results.map( ( { site, result } ) => named( site.title, result ) ) );

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
	const sites = chosenSites( context.options );
	if ( sites.length === 0 ) {
		throw new Refusal(
			`There is no site ${ context.options.site }.`,
			`Choose one of ${ SITES.map( ( { name } ) => name ).join( ', ' ) }.`
		);
	}
	const stores = context.stores();
	const here = sites.filter( ( site ) => missingFrom( site, stores ).length === 0 );
	const missing = [ ...new Set( sites.flatMap( ( site ) => missingFrom( site, stores ) ) ) ];
	const result = summed( await runSites( context, here ) );
	const versions = stores.map( ( { slug, version } ) => `${ slug } ${ version }` );
	return missing.length > 0
		? sum( [ result, await withoutPlugins( missing ) ] )
		: {
				...result,
				notes: [ versions.join( ', ' ), ...result.notes, ...( await reminder() ) ],
			};
}

export async function renewEvidence( context ) {
	const results = await runSites( context, SITES );
	const suites = results.map( ( { site, result } ) => ( {
		site: site.name,
		passed: result.passed,
		failed: result.failed,
		skipped: result.skipped,
		figures: result.figures,
	} ) );
	const evidence = await writeEvidence( { versions: await versionsOf( context ), suites } );
	return { evidence, result: summed( results ) };
}
