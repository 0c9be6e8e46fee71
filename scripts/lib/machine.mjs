/** Programs of the machine itself: named, and installed when this is Debian and we are root. */

import { existsSync, readFileSync } from 'node:fs';
import { capture, has, must } from './run.mjs';
import { Refusal, step } from './say.mjs';

const phpHas = async ( extension ) =>
	( await capture( 'php', [ '-r', `exit( extension_loaded( '${ extension }' ) ? 0 : 1 );` ] ) )
		.code === 0;

/** The extensions must be those of the PHP that runs, not of the distribution's newest. */
const phpPackage = async ( extension ) => {
	const { stdout, code } = await capture( 'php', [
		'-r',
		'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;',
	] );
	return code === 0 ? `php${ stdout }-${ extension }` : `php-${ extension }`;
};

/** The headless shell first: the same engine without the windows around it, for half the work. */
export const chromium = () =>
	[
		process.env.CHROMIUM_PATH,
		'/usr/bin/chromium-headless-shell',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
	].find( ( path ) => path && existsSync( path ) );

const parts = {
	php: {
		there: () => has( 'php' ),
		packages: async () => [ 'php-cli', 'php-mbstring', 'php-xml', 'php-intl' ],
	},
	mysqli: {
		there: () => phpHas( 'mysqli' ),
		packages: async () => [ await phpPackage( 'mysql' ) ],
	},
	sqlite: {
		there: () => phpHas( 'pdo_sqlite' ),
		packages: async () => [ await phpPackage( 'sqlite3' ) ],
	},
	mbstring: {
		there: () => phpHas( 'mbstring' ),
		packages: async () => [ await phpPackage( 'mbstring' ) ],
	},
	xml: { there: () => phpHas( 'dom' ), packages: async () => [ await phpPackage( 'xml' ) ] },
	composer: { there: () => has( 'composer' ), packages: async () => [ 'composer' ] },
	mariadb: { there: () => has( 'mariadbd' ), packages: async () => [ 'mariadb-server' ] },
	chromium: {
		there: async () => chromium() !== undefined,
		packages: async () => [ 'chromium-headless-shell' ],
	},
};

export const isDebian = () =>
	existsSync( '/etc/os-release' ) &&
	/^ID(_LIKE)?=.*debian/m.test( readFileSync( '/etc/os-release', 'utf8' ) );

const isRoot = () => process.getuid?.() === 0;

async function missingPackages( wanted ) {
	const packages = [];
	for ( const name of wanted ) {
		if ( ! ( await parts[ name ].there() ) ) {
			packages.push( ...( await parts[ name ].packages() ) );
		}
	}
	return [ ...new Set( packages ) ];
}

/** @param {string[]} wanted Names of `parts`. */
export async function needPrograms( wanted ) {
	const packages = await missingPackages( wanted );
	if ( packages.length === 0 ) {
		return;
	}
	const line = `apt-get update && apt-get install -y --no-install-recommends ${ packages.join( ' ' ) }`;
	if ( ! isDebian() || ! isRoot() ) {
		throw new Refusal(
			`Missing on this machine: ${ packages.join( ', ' ) }.`,
			`as root: ${ line }`
		);
	}
	await step( `Installing what this machine lacks: ${ packages.join( ', ' ) }`, () =>
		must( 'sh', [ '-c', line ], {
			env: { DEBIAN_FRONTEND: 'noninteractive' },
			todo: `Run by hand: ${ line }`,
		} )
	);
	const left = await missingPackages( wanted );
	if ( left.length > 0 ) {
		throw new Refusal(
			`Still missing after installing: ${ left.join( ', ' ) }.`,
			`Look at: ${ line }`
		);
	}
}
