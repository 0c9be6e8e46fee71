/** The demo without its command line: prepares a site, boots it, loads data, makes a login link. */

import { createHash, randomBytes } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot, inTmp } from './paths.mjs';
import { startPlayground } from './playground.mjs';
import { Refusal, step } from './say.mjs';
import { get } from './get.mjs';
import { copyPlugin, copyStorePlugin, copyWordPress, writeConfig } from './site.mjs';
import {
	EASY_DIGITAL_DOWNLOADS,
	findPlugin,
	pluginsOnDisk,
	WOOCOMMERCE,
} from './store-plugins.mjs';
import { findWordPress } from './wordpress.mjs';

const LINK_LIFE = 3600;
const STALLED = 900_000;
const STATUS_LIMIT = 60_000;
const LOAD_LIMIT = 1_800_000;

const secret = () => randomBytes( 24 ).toString( 'hex' );
const readJson = ( file ) =>
	existsSync( file ) ? JSON.parse( readFileSync( file, 'utf8' ) ) : {};
const demoFolder = () => process.env.AMICABLE_DEMO_DIR || inTmp( 'demo' );

/** By the names of `--store`: the shop plugin first, then its add-ons. */
const SHOPS = {
	woocommerce: { name: 'WooCommerce', slugs: WOOCOMMERCE },
	edd: { name: 'Easy Digital Downloads', slugs: EASY_DIGITAL_DOWNLOADS },
};

/** Which shop the demo shows, and the plugins that make it. */
async function chooseStore( wanted ) {
	if ( wanted === 'practice' ) {
		return { store: 'practice', plugins: [] };
	}
	const store = wanted === 'auto' ? 'woocommerce' : wanted;
	const { name, slugs } = SHOPS[ store ];
	const { plugin, problem } = await step( `Looking for ${ name }`, () =>
		findPlugin( slugs[ 0 ] )
	);
	if ( plugin ) {
		return { store, plugins: [ plugin, ...pluginsOnDisk( slugs.slice( 1 ) ) ] };
	}
	if ( wanted !== 'auto' ) {
		throw new Refusal(
			`${ name } was not found (${ problem }).`,
			`Unpack it somewhere and set AMICABLE_PLUGINS_DIR to the folder that holds \`${ slugs[ 0 ] }\`, or use --store=practice.`
		);
	}
	console.log( `  not found (${ problem }): using Practice, Amicable's own sample store` );
	return { store: 'practice', plugins: [] };
}

/** What the site on disk was made of; anything else than last time means a new site. */
const recipe = ( wordpress, { store, plugins }, port ) =>
	JSON.stringify( {
		wordpress: wordpress.version,
		from: wordpress.folder,
		store,
		plugins: plugins.map( ( { slug, version } ) => `${ slug } ${ version }` ),
		port,
	} );

function makeSite( site, wordpress, plugins, port ) {
	rmSync( site, { recursive: true, force: true } );
	copyWordPress( wordpress.folder, site );
	writeConfig( site, {
		DB_NAME: 'wordpress',
		DB_USER: '',
		DB_PASSWORD: '',
		DB_HOST: '',
		WP_HOME: `http://127.0.0.1:${ port }`,
		WP_SITEURL: `http://127.0.0.1:${ port }`,
		WP_ENVIRONMENT_TYPE: 'local',
		WP_DEBUG: true,
		WP_DEBUG_DISPLAY: false,
		WP_DEBUG_LOG: true,
		WP_HTTP_BLOCK_EXTERNAL: true,
		WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
		AUTOMATIC_UPDATER_DISABLED: true,
		DISALLOW_FILE_MODS: true,
	} );
	plugins.forEach( ( plugin ) => copyStorePlugin( site, plugin ) );
}

function writeHelper( site, settings ) {
	const secrets = join( site, 'wp-content/amicable-demo' );
	mkdirSync( secrets, { recursive: true } );
	readdirSync( secrets ).forEach( ( name ) => rmSync( join( secrets, name ) ) );
	writeFileSync( join( secrets, 'index.php' ), '<?php // Silence.\n' );
	writeFileSync(
		join( secrets, 'settings.php' ),
		`<?php\nreturn json_decode( '${ JSON.stringify( settings ) }', true );\n`
	);
	cpSync(
		inRoot( 'scripts/demo/amicable-demo.php' ),
		join( site, 'wp-content/mu-plugins/amicable-demo.php' )
	);
}

function writeLoginLink( site, url ) {
	const token = secret();
	const name = `login-${ createHash( 'sha256' ).update( token ).digest( 'hex' ) }`;
	const expires = Math.floor( Date.now() / 1000 ) + LINK_LIFE;
	writeFileSync( join( site, 'wp-content/amicable-demo', name ), String( expires ) );
	return `${ url }/?amicable_demo_login=${ token }`;
}

/** One question to the helper inside WordPress. */
async function ask( url, key, question, limit = 300_000 ) {
	const { status, text } = await get(
		`${ url }/?amicable_demo=${ question }`,
		{ 'X-Amicable-Demo': key },
		limit
	);
	if ( status !== 200 || ! text.startsWith( '{' ) ) {
		const words = text
			.replace( /<[^>]+>/g, ' ' )
			.replace( /\s+/g, ' ' )
			.slice( 0, 1500 );
		throw new Refusal(
			`WordPress answered ${ status } to “${ question }”.\n${ words }`,
			'Look into wp-content/debug.log of the demo site, or start over with --reset.'
		);
	}
	return JSON.parse( text );
}

async function activate( url, key, wanted ) {
	const { errors, active } = await ask( url, key, 'activate' );
	const missing = wanted.filter( ( plugin ) => ! active.includes( plugin ) );
	if ( missing.length > 0 ) {
		const why = missing.map(
			( plugin ) => `${ plugin }: ${ errors[ plugin ] ?? 'no reason given' }`
		);
		throw new Refusal(
			`Not activated: ${ why.join( '; ' ) }.`,
			'Look into wp-content/debug.log of the demo site.'
		);
	}
	return active;
}

const progressLine = ( { done, total, message } ) =>
	`  ${ total > 0 ? `${ done } of ${ total }` : done }${ message ? `: ${ message }` : '' }`;

/** A status that could not be read just now: the database may be busy writing, the next look will tell. */
const look = ( url, key ) =>
	ask( url, key, 'status', STATUS_LIMIT ).catch( ( error ) => {
		if ( error instanceof Refusal ) {
			return null;
		}
		throw error;
	} );

/** Prints progress until `isOver` says so; work that stands still is an error. */
async function follow( url, key, isOver ) {
	let last = '';
	let moved = Date.now();
	for ( let status = null; ! isOver( status ); status = await look( url, key ) ) {
		const line = status?.state === 'running' ? progressLine( status ) : last;
		if ( line !== last ) {
			console.log( line );
			last = line;
			moved = Date.now();
		}
		if ( Date.now() - moved > STALLED ) {
			throw new Refusal(
				`Loading stands still${ last && ` at ${ last.trim() }` }.`,
				'Start over with --reset; wp-content/debug.log may say why.'
			);
		}
		await wait( 1500 );
	}
}

/** Asks for data and follows it, whether it comes in that very request or by a job afterwards. */
async function loadData( url, key ) {
	if ( ( await ask( url, key, 'status' ) ).state === 'done' ) {
		console.log( '  it is there from last time; --reset loads it anew' );
		return;
	}
	let first = null;
	const asking = ask( url, key, 'load', LOAD_LIMIT ).then( ( status ) => ( first = status ) );
	await Promise.race( [ asking, follow( url, key, () => first !== null ).then( () => asking ) ] );
	if ( ! first.heard ) {
		console.log( '  nothing listens to amicable_demo_load: the demo starts without data' );
		return;
	}
	let status = first;
	if ( status.state === 'running' ) {
		await follow( url, key, ( now ) => {
			status = now ?? status;
			return status.state !== 'running';
		} );
	}
	if ( status.state === 'failed' ) {
		throw new Refusal(
			`Loading the data failed. ${ status.message ?? '' }`,
			'Start over with --reset.'
		);
	}
	if ( status.state === 'done' ) {
		console.log( progressLine( status ) );
	}
}

function prepareSite( { reset, port }, wordpress, choice ) {
	const folder = demoFolder();
	const site = join( folder, 'wordpress' );
	const noteFile = join( folder, 'demo.json' );
	const made = recipe( wordpress, choice, port );
	const note = readJson( noteFile );
	const isNew = reset || note.made !== made || ! existsSync( join( site, 'wp-load.php' ) );
	if ( isNew ) {
		mkdirSync( folder, { recursive: true } );
		rmSync( noteFile, { force: true } );
		makeSite( site, wordpress, choice.plugins, port );
	}
	const password = isNew ? secret().slice( 0, 16 ) : note.password;
	writeFileSync( noteFile, JSON.stringify( { made, password } ) );
	return { site, password, isNew };
}

/** Boots everything; the caller stops it. */
export async function startDemo( options ) {
	const wordpress = await findWordPress();
	console.log( `  WordPress ${ wordpress.version } (${ wordpress.origin })` );
	const choice = await chooseStore( options.store );
	choice.plugins.forEach( ( { slug, version } ) => console.log( `  ${ slug } ${ version }` ) );

	const { site, password, isNew } = await step( 'Preparing the site', async () =>
		prepareSite( options, wordpress, choice )
	);
	const hasPlugin = copyPlugin( site );
	const plugins = choice.plugins.map( ( { slug, file } ) => `${ slug }/${ file }` );
	const wanted = hasPlugin ? [ ...plugins, 'amicable/plugin.php' ] : plugins;
	if ( ! hasPlugin ) {
		console.log( '  there is no plugin.php yet: the demo shows a bare WordPress' );
	}
	const key = secret();
	writeHelper( site, { key, password, plugins: wanted, store: choice.store } );

	const server = await step( `Starting WordPress${ isNew ? ' for the first time' : '' }`, () =>
		startPlayground( { site, port: options.port } )
	);
	try {
		await step( 'Activating the plugins', () => activate( server.url, key, wanted ) );
		if ( hasPlugin ) {
			await step( 'Loading the data', () => loadData( server.url, key ) );
		}
		return {
			...server,
			site,
			password,
			store: choice.store,
			link: writeLoginLink( site, server.url ),
		};
	} catch ( error ) {
		await server.stop();
		throw error;
	}
}
