/** Node and Composer packages: present in the pinned versions, or installed now. */

import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { has, must } from './run.mjs';
import { Refusal, step } from './say.mjs';

const json = ( file ) => JSON.parse( readFileSync( file, 'utf8' ) );

function npmIsCurrent() {
	const { dependencies, devDependencies } = json( inRoot( 'package.json' ) );
	return Object.entries( { ...dependencies, ...devDependencies } ).every(
		( [ name, version ] ) => {
			const file = inRoot( 'node_modules', name, 'package.json' );
			return existsSync( file ) && json( file ).version === version;
		}
	);
}

function composerIsCurrent( folder ) {
	const installed = inRoot( folder, 'vendor/composer/installed.json' );
	if ( ! existsSync( installed ) ) {
		return false;
	}
	const versions = new Map(
		json( installed ).packages.map( ( { name, version } ) => [
			name,
			version.replace( /^v/, '' ),
		] )
	);
	const wanted = json( inRoot( folder, 'composer.json' ) )[ 'require-dev' ];
	return Object.entries( wanted ).every(
		( [ name, version ] ) => versions.get( name ) === version
	);
}

export function needNode() {
	if ( Number( process.versions.node.split( '.' )[ 0 ] ) < 20 ) {
		throw new Refusal(
			`This needs Node 20 or newer, not ${ process.version }.`,
			'Install Node 20.'
		);
	}
}

export async function needNodePackages() {
	if ( npmIsCurrent() ) {
		return;
	}
	await step( 'Installing the Node packages (a few minutes the first time)', () =>
		must( 'npm', [ 'ci', '--no-audit', '--no-fund' ], {
			todo: 'Check that npm reaches its registry, then run `npm ci` by hand to see more.',
		} )
	);
}

export async function needComposerPackages() {
	for ( const folder of [ '.', 'tools/wpcs' ] ) {
		if ( ! composerIsCurrent( folder ) ) {
			if ( ! ( await has( 'composer' ) ) ) {
				throw new Refusal( 'Composer is not installed.', 'apt-get install -y composer' );
			}
			await step( `Installing the PHP tools (${ folder })`, () =>
				must( 'composer', [ 'update', '--no-interaction', '--no-progress' ], {
					cwd: inRoot( folder ),
					env: { COMPOSER_ALLOW_SUPERUSER: '1' },
					todo: 'Run `composer update` by hand to see more.',
				} )
			);
		}
	}
}
