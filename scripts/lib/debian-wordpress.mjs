/**
 * WordPress out of Debian's own packages: downloaded and unpacked, never installed.
 *
 * The archive's address is read from this machine's apt configuration.
 */

import {
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { must } from './run.mjs';
import { Refusal } from './say.mjs';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const PACKAGES = [
	'wordpress',
	'wordpress-l10n',
	'wordpress-theme-twentytwentyfive',
	'libphp-phpmailer',
	'php-getid3',
	'libjs-underscore',
	'libjs-lodash',
	'libjs-jquery-ui',
	'libjs-cropper',
	'ca-certificates',
];

/** The configured archive, leaving the security archive aside: it has no unstable suite. */
async function archive() {
	const targets = await must( 'apt-get', [
		'indextargets',
		'--format',
		'$(SITE) $(RELEASE)',
		'Created-By: Packages',
	] );
	const lines = targets.split( '\n' ).map( ( line ) => line.trim().split( ' ' ) );
	const main = lines.find(
		( [ site, release ] ) => site && release && ! release.includes( 'security' )
	);
	if ( ! main ) {
		throw new Refusal(
			'apt has no archive configured.',
			'Add one to /etc/apt/sources.list.d and run again.'
		);
	}
	return main[ 0 ];
}

async function download( suite, into ) {
	mkdirSync( join( into, 'lists/partial' ), { recursive: true } );
	mkdirSync( join( into, 'debs/partial' ), { recursive: true } );
	const sources = join( into, 'sources.list' );
	writeFileSync( sources, `deb [signed-by=${ KEYRING }] ${ await archive() } ${ suite } main\n` );
	const options = [
		'-o',
		`Dir::State::lists=${ join( into, 'lists' ) }`,
		'-o',
		`Dir::Etc::sourcelist=${ sources }`,
		'-o',
		'Dir::Etc::sourceparts=-',
		'-o',
		`Dir::Cache::pkgcache=`,
		'-o',
		`Dir::Cache::srcpkgcache=`,
		'-o',
		'APT::Sandbox::User=root',
		'-o',
		'APT::Get::List-Cleanup=false',
	];
	await must( 'apt-get', [ ...options, 'update', '-q' ], { timeout: 120000 } );
	await must( 'apt-get', [ ...options, 'download', '-q', ...PACKAGES ], {
		cwd: join( into, 'debs' ),
		timeout: 180000,
	} );
}

async function unpack( from ) {
	const unpacked = join( from, 'root' );
	for ( const file of readdirSync( join( from, 'debs' ) ).filter( ( name ) =>
		name.endsWith( '.deb' )
	) ) {
		await must( 'dpkg-deb', [ '-x', join( from, 'debs', file ), unpacked ] );
	}
	return unpacked;
}

/** Where a link leads inside the unpacked root, or null when its package was not among ours. */
function targetInside( unpacked, link ) {
	const target = readlinkSync( link );
	const inside = target.startsWith( '/' )
		? join( unpacked, target )
		: resolve( dirname( link ), target );
	if ( ! existsSync( inside ) && ! isLink( inside ) ) {
		return null;
	}
	return isLink( inside ) ? targetInside( unpacked, inside ) : inside;
}

const isLink = ( path ) => lstatSync( path, { throwIfNoEntry: false } )?.isSymbolicLink() === true;

/** Copies a tree with every link replaced by what it leads to; gives back the links that lead nowhere. */
function copyResolved( unpacked, from, to, dangling = [] ) {
	mkdirSync( to, { recursive: true } );
	for ( const name of readdirSync( from ) ) {
		const path = join( from, name );
		const source = isLink( path ) ? targetInside( unpacked, path ) : path;
		if ( source === null ) {
			dangling.push( path.slice( unpacked.length ) );
		} else if ( statSync( source ).isDirectory() ) {
			copyResolved( unpacked, source, join( to, name ), dangling );
		} else {
			cpSync( source, join( to, name ) );
		}
	}
	return dangling;
}

/** The certificate bundle is made when the package is installed; this makes it from its parts. */
function joinCertificates( unpacked, site ) {
	const folder = join( unpacked, 'usr/share/ca-certificates' );
	const files = readdirSync( folder, { recursive: true } ).filter( ( name ) =>
		name.endsWith( '.crt' )
	);
	const bundle = files
		.sort()
		.map( ( name ) => readFileSync( join( folder, name ), 'utf8' ).trim() );
	mkdirSync( join( site, 'wp-includes/certificates' ), { recursive: true } );
	writeFileSync(
		join( site, 'wp-includes/certificates/ca-bundle.crt' ),
		`${ bundle.join( '\n' ) }\n`
	);
}

function keepOurLanguages( site ) {
	const folder = join( site, 'wp-content/languages' );
	for ( const name of existsSync( folder ) ? readdirSync( folder, { recursive: true } ) : [] ) {
		const file = join( folder, name );
		if ( statSync( file ).isFile() && ! /(ko_KR|tr_TR)/.test( name ) ) {
			rmSync( file );
		}
	}
}

/** Debian's own configuration file, and content that lives outside the copied tree. */
function finish( unpacked, site ) {
	rmSync( join( site, 'wp-config.php' ), { force: true } );
	joinCertificates( unpacked, site );
	for ( const part of [ 'themes', 'languages' ] ) {
		for ( const place of [
			'usr/share/wordpress/wp-content',
			'var/lib/wordpress/wp-content',
		] ) {
			const from = join( unpacked, place, part );
			if ( existsSync( from ) ) {
				copyResolved( unpacked, from, join( site, 'wp-content', part ) );
			}
		}
	}
	keepOurLanguages( site );
}

/** @return {Promise<string[]>} Links that lead nowhere, for the report. */
export async function fetchFromDebian( suite, site ) {
	const work = mkdtempSync( join( tmpdir(), 'amicable-debian-' ) );
	try {
		await download( suite, work );
		const unpacked = await unpack( work );
		const dangling = copyResolved( unpacked, join( unpacked, 'usr/share/wordpress' ), site );
		finish( unpacked, site );
		return dangling.filter( ( link ) => ! link.endsWith( '/ca-bundle.crt' ) );
	} finally {
		rmSync( work, { recursive: true, force: true } );
	}
}
