/** PHPUnit, without WordPress and within. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { phpunitResult, skipped } from '../lib/results.mjs';
import { capture } from '../lib/run.mjs';
import { installTestSite } from '../lib/test-site.mjs';

export const hasTests = ( folder, ending = 'Test.php' ) =>
	existsSync( inRoot( folder ) ) &&
	readdirSync( inRoot( folder ), { recursive: true } ).some( ( name ) =>
		name.endsWith( ending )
	);

/** Tests in the group `evidence` print what others do, for the record: only `npm run evidence` waits for them. */
export const phpunitArguments = ( { filter, group, evidence } ) => [
	'--no-progress',
	'--display-skipped',
	...( filter ? [ '--filter', filter ] : [] ),
	...( group ? [ '--group', group ] : [] ),
	...( evidence ? [] : [ '--exclude-group', 'evidence' ] ),
];

export async function phpunit( context, name, args, env = {} ) {
	const report = join( context.folder, `${ name }.xml` );
	const result = await capture(
		'php',
		[
			'-d',
			'memory_limit=2G',
			'-d',
			'zend.assertions=1',
			inRoot( 'vendor/bin/phpunit' ),
			...phpunitArguments( context.options ),
			'--log-junit',
			report,
			...args,
		],
		{ env }
	);
	return phpunitResult( report, result );
}

export async function unit( context ) {
	return hasTests( 'tests/php/Unit' )
		? phpunit( context, 'unit', [ '--configuration', 'phpunit.xml.dist' ] )
		: skipped( 'tests/php/Unit holds no tests yet' );
}

/** What tests measured on the way, one JSON object a line. */
const figuresIn = ( file ) =>
	existsSync( file )
		? Object.assign(
				{},
				...readFileSync( file, 'utf8' )
					.split( '\n' )
					.filter( Boolean )
					.map( ( line ) => JSON.parse( line ) )
			)
		: {};

/** Runs a folder of tests in a WordPress and a database of its own. */
export async function inWordPress(
	context,
	{ name, folder, plugins = [], storage, env: more = {} }
) {
	if ( ! hasTests( folder ) ) {
		return skipped( `${ folder } holds no tests yet` );
	}
	if ( ! existsSync( inRoot( 'plugin.php' ) ) ) {
		return skipped( 'there is no plugin.php yet' );
	}
	const mariadb = await context.mariadb();
	const site = await context.site();
	const env = await installTestSite( {
		site,
		mariadb,
		name,
		plugins: [ ...plugins, 'amicable/plugin.php' ],
		storage,
	} );
	const figures = join( context.folder, `${ name }.figures` );
	const result = await phpunit(
		context,
		name,
		[ '--configuration', 'phpunit.wordpress.xml.dist', folder ],
		{
			...env,
			AMICABLE_TEST_STORAGE: storage ?? '',
			AMICABLE_TEST_FIGURES: figures,
			AMICABLE_TEST_SCALE:
				context.options.evidence || context.options.group === 'faults' ? 'whole' : 'part',
			...more,
		}
	);
	const { version } = await context.wordpress();
	return {
		...result,
		figures: figuresIn( figures ),
		notes: [ `WordPress ${ version } on MariaDB`, ...result.notes ],
	};
}

const own = ( name, folder ) => ( context ) =>
	inWordPress( context, { name, folder, plugins: [] } );

export const integration = own( 'integration', 'tests/php/Integration' );
export const contract = own( 'contract', 'tests/php/Contract' );
export const storage = own( 'storage', 'tests/php/Storage' );

/** Real store plugins in a site of their own. */
export const realStores =
	( { name, folder, plugins, more = [], storage: orderStorage } ) =>
	( context ) =>
		inWordPress( context, {
			name: `real-${ name }`,
			folder,
			plugins: context
				.stores()
				.filter( ( { slug } ) => [ ...plugins, ...more ].includes( slug ) )
				.map( ( { slug, file } ) => `${ slug }/${ file }` ),
			storage: orderStorage,
		} );
