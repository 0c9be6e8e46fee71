/** Where the runs of `npm run faults` are made: which tests, in which site, on which database server, by how many processes. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingFrom, SITES } from '../lib/store-sites.mjs';
import { createContext } from './context.mjs';
import { inWordPress } from './php.mjs';

/** The system tablespace holds everything, and has an end. */
const BOUNDED = [
	'--innodb-file-per-table=0',
	'--innodb-data-file-path=ibdata1:12M:autoextend:max:112M',
];

const sample = ( test, more = {} ) => ( { test, folder: 'tests/php/Integration', ...more } );

/** Too long for `npm test`, even in part. */
const alone = ( test, more = {} ) => ( { test, folder: 'tests/php/Faults/Sample', ...more } );

const real = ( test, name ) => ( {
	test,
	folder: `tests/php/Faults/${ name === 'edd' ? 'EasyDigitalDownloads' : 'WooCommerce' }`,
	site: SITES.find( ( site ) => site.name === name ),
} );

/** Tests of the real-store suite that count at the bank. */
const inStore = ( test, name, more = {} ) => ( {
	...real( test, name ),
	folder: SITES.find( ( site ) => site.name === name ).folder,
	...more,
} );

export const RUNS = {
	starts_one_key: sample( 'TogetherTest::test_thirty_two_starts_with_one_key' ),
	starts_many_keys: sample( 'TogetherTest::test_thirty_two_starts_with_a_key_each' ),
	starts_woocommerce: inStore( 'RealStores.WooCommerce.ParallelTest::test_many_starts', 'hpos' ),
	starts_edd: inStore(
		'RealStores.EasyDigitalDownloads.EddParallelTest::test_many_starts',
		'edd'
	),
	woocommerce_itself: inStore( 'ParallelTest::test_what_woocommerce_itself', 'hpos', {
		isBaseline: true,
	} ),
	limit_race: sample( 'LimitsTest::test_of_many_approvals_at_once' ),
	kill_exception: sample( 'KillMatrixTest::test_an_exception' ),
	kill_error: sample( 'KillMatrixTest::test_an_error' ),
	kill_connection: sample( 'KillMatrixTest::test_a_database_connection' ),
	kill_process: sample( 'KillMatrixTest::test_a_worker_killed_at_any_point' ),
	kill_before_a_write: sample( 'KillMatrixTest::test_a_worker_killed_before_any_write' ),
	kill_memory: alone( 'FatalsTest::test_memory' ),
	kill_time: alone( 'FatalsTest::test_time' ),
	memory_limit: alone( 'FatalsTest::test_a_large_parting' ),
	disk_full: alone( 'FatalsTest::test_a_database', { mariadb: BOUNDED } ),
	gateway_modes: sample( 'GatewayModesTest' ),
	gateway_modes_woocommerce: real( 'GatewayModesTest', 'hpos' ),
	gateway_modes_edd: real( 'GatewayModesTest', 'edd' ),
	preview: sample( 'PreviewTest', { processes: 2 } ),
	preview_woocommerce: real( 'PreviewTest', 'hpos' ),
	preview_edd: real( 'PreviewTest', 'edd' ),
	contexts_edd: inStore( 'EddContextsTest', 'edd' ),
	renewals: alone( 'RenewalClockTest' ),
	renewals_woocommerce: real( 'RenewalClockTest', 'hpos' ),
	renewals_edd: real( 'RenewalClockTest', 'edd' ),
	restarts: sample( 'RestartTest' ),
	webhooks: sample( 'WebhooksTest' ),
};

const linesOf = ( file ) =>
	existsSync( file )
		? readFileSync( file, 'utf8' )
				.split( '\n' )
				.filter( Boolean )
				.map( ( line ) => JSON.parse( line ) )
		: [];

/** Slices of one run, as one run. */
function summed( lines ) {
	const runs = new Map();
	for ( const { name, ...figures } of lines ) {
		const sum = runs.get( name ) ?? {};
		for ( const [ figure, value ] of Object.entries( figures ) ) {
			sum[ figure ] = ( sum[ figure ] ?? 0 ) + value;
		}
		runs.set( name, sum );
	}
	return [ ...runs ].map( ( [ name, figures ] ) => ( { name, ...figures } ) );
}

/** Runs that can be made in the same site by the same processes. */
const placeOf = ( { folder, mariadb = [], processes = 1, isBaseline = false } ) =>
	[ folder, ...mariadb, processes, isBaseline ].join( ' ' );

async function inPlace( tests, { folder, mariadb, processes = 1, site, isBaseline = false } ) {
	const context = createContext( {
		filter: `/${ tests.join( '|' ) }/`,
		group: 'faults',
		// What others do is in a group that everything else leaves out.
		evidence: isBaseline,
		mariadb,
	} );
	const file = join( context.folder, 'faults.jsonl' );
	try {
		const missing = site ? missingFrom( site, context.stores() ) : [];
		if ( missing.length > 0 ) {
			return {
				failed: 1,
				output: `Not on this machine: ${ missing.join( ', ' ) }`,
				runs: [],
			};
		}
		const plugins = context
			.stores()
			.filter( ( { slug } ) => site?.plugins.includes( slug ) )
			.map( ( { slug, file: main } ) => `${ slug }/${ main }` );
		await context.site();
		const results = await Promise.all(
			Array.from( { length: processes }, ( unused, index ) =>
				inWordPress( context, {
					name: `faults-${ index }`,
					folder,
					plugins,
					storage: site?.storage,
					env: {
						AMICABLE_FAULTS: file,
						AMICABLE_FAULTS_SHARE: `${ index }/${ processes }`,
					},
				} )
			)
		);
		return {
			failed: results.reduce( ( sum, { failed } ) => sum + failed, 0 ),
			output: results.map( ( { output } ) => output ?? '' ).join( '\n' ),
			runs: summed( linesOf( file ) ),
		};
	} finally {
		await context.close();
	}
}

/** One place after the other. A run that a test broke off is there with what it counted so far; one that never began is missing. */
export async function carryOut( names ) {
	const places = new Map();
	for ( const name of names ) {
		const place = placeOf( RUNS[ name ] );
		places.set( place, [ ...( places.get( place ) ?? [] ), name ] );
	}
	const results = [];
	for ( const group of places.values() ) {
		results.push(
			await inPlace(
				group.map( ( name ) => RUNS[ name ].test ),
				RUNS[ group[ 0 ] ]
			)
		);
	}
	return {
		failed: results.reduce( ( sum, { failed } ) => sum + failed, 0 ),
		output: results.map( ( { output } ) => output ).join( '\n' ),
		runs: results.flatMap( ( { runs } ) => runs ),
	};
}
