/** Runs tests/e2e with Node's own runner: Practice in a site without a shop, then a real shop where its plugins are at hand. */

import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '../lib/machine.mjs';
import { inRoot } from '../lib/paths.mjs';
import { nodeTestResult, skipped, sum } from '../lib/results.mjs';
import { capture, must } from '../lib/run.mjs';
import { WOOCOMMERCE } from '../lib/store-plugins.mjs';
import { missingFrom } from '../lib/store-sites.mjs';
import { installTestSite, makeTestSite, TEST_PASSWORD } from '../lib/test-site.mjs';
import { startWebServer } from '../lib/web-server.mjs';

const FOLDER = 'tests/e2e';

const specsIn = ( folder ) =>
	readdirSync( inRoot( folder ) )
		.filter( ( name ) => name.endsWith( '.spec.mjs' ) )
		.sort()
		.map( ( name ) => inRoot( folder, name ) );

/** A site of its own: the language switch in it is nothing for other phases. */
async function makeSite( context, name, plugins ) {
	const site = makeTestSite(
		join( context.folder, `e2e-${ name }` ),
		await context.wordpress(),
		context.stores().filter( ( { slug } ) => plugins.includes( slug ) )
	);
	copyFileSync(
		inRoot( FOLDER, 'wordpress/amicable-look.php' ),
		join( site, 'wp-content/mu-plugins/amicable-look.php' )
	);
	return site;
}

async function runSpecs( { options }, { url, files, locale = '' } ) {
	const filter = options.filter ? [ `--test-name-pattern=${ options.filter }` ] : [];
	const args = [ '--test', '--test-reporter=tap', '--test-concurrency=1', ...filter, ...files ];
	const env = {
		AMICABLE_E2E_URL: url,
		AMICABLE_E2E_PASSWORD: TEST_PASSWORD,
		AMICABLE_E2E_LOCALE: locale,
		AMICABLE_E2E_CHROMIUM: chromium(),
	};
	return nodeTestResult( await capture( process.execPath, args, { env } ) );
}

async function install( context, { name, plugins = [], active } ) {
	const site = await makeSite( context, name, plugins );
	const env = await installTestSite( {
		site,
		mariadb: await context.mariadb(),
		name: `e2e-${ name }`,
		plugins: active,
		storage: 'hpos',
	} );
	return { site, env: { ...env, AMICABLE_TEST_CRON: '1' } };
}

async function visit( context, { site, env, files, locale } ) {
	const server = await startWebServer( site, env );
	try {
		return await runSpecs( context, { url: server.url, files, locale } );
	} finally {
		await server.stop();
	}
}

const practice = async ( context ) =>
	visit( context, {
		...( await install( context, { name: 'practice', active: [ 'amicable/plugin.php' ] } ) ),
		files: specsIn( FOLDER ),
	} );

/** What a spec does to a site can be done once: so every language gets a copy of it. */
const LANGUAGES = [ 'en_US', 'ko_KR' ];

/** The same specs once a language, each in a copy of what was filled in. */
async function inEachLanguage( context, { site, env, files } ) {
	const mariadb = await context.mariadb();
	const results = [];
	for ( const locale of LANGUAGES ) {
		const database = `${ env.AMICABLE_TEST_DB }_${ locale }`;
		await mariadb.copy( env.AMICABLE_TEST_DB, database );
		results.push(
			await visit( context, {
				site,
				env: { ...env, AMICABLE_TEST_DB: database },
				files,
				locale,
			} )
		);
	}
	return sum( results );
}

const fill = ( script, { site, env } ) =>
	must( 'php', [ inRoot( FOLDER, 'wordpress', script ), site ], { env, tail: 60 } );

async function shops( context ) {
	const missing = missingFrom( { plugins: WOOCOMMERCE }, context.stores() );
	if ( missing.length > 0 ) {
		return skipped(
			`${ FOLDER }/shop, a real shop in a browser: not on this machine: ${ missing.join( ', ' ) }`
		);
	}
	const active = context
		.stores()
		.filter( ( { slug } ) => WOOCOMMERCE.includes( slug ) )
		.map( ( { slug, file } ) => `${ slug }/${ file }` );
	const shop = await install( context, { name: 'shop', plugins: WOOCOMMERCE, active } );
	await fill( 'fill-shop.php', shop );
	return inEachLanguage( context, { ...shop, files: specsIn( `${ FOLDER }/shop` ) } );
}

/** Every case of Practice in every language, with pictures: `npm run stories`. */
export async function stories( context ) {
	const shop = await install( context, { name: 'stories', active: [ 'amicable/plugin.php' ] } );
	await fill( 'fill-practice.php', shop );
	return inEachLanguage( context, { ...shop, files: [ inRoot( FOLDER, '50-case.spec.mjs' ) ] } );
}

export async function e2e( context ) {
	return sum( [ await practice( context ), await shops( context ) ] );
}
