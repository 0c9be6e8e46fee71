/** `npm run lint`, or `npm run lint -- js`: js, css, php, wpcs; `--fix` repairs what can be repaired. */

import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { inRoot, root } from './lib/paths.mjs';
import { bin, capture } from './lib/run.mjs';
import { fail, Refusal } from './lib/say.mjs';

const there = ( ...paths ) => paths.filter( ( path ) => existsSync( inRoot( path ) ) );
const PHP = () => there( 'plugin.php', 'uninstall.php', 'includes', 'tests/php', 'scripts' );

const linters = {
	js: ( fix ) => [
		bin( 'eslint' ),
		[
			...( fix ? [ '--fix' ] : [] ),
			'--max-warnings=0',
			'--cache',
			'--cache-location',
			'.tmp/eslint',
			'.',
		],
	],
	css: ( fix ) => [
		bin( 'stylelint' ),
		[ ...( fix ? [ '--fix' ] : [] ), '--allow-empty-input', 'src/**/*.{css,scss}' ],
	],
	php: ( fix ) => [
		fix ? 'vendor/bin/phpcbf' : 'vendor/bin/phpcs',
		[ '-q', `--parallel=${ cpus().length }`, ...PHP() ],
	],
	wpcs: () => [
		'php',
		[
			'-d',
			'error_reporting=E_ALL&~E_DEPRECATED',
			'tools/wpcs/vendor/bin/phpcs',
			'-q',
			'--standard=tools/wpcs/ruleset.xml',
			`--runtime-set`,
			'installed_paths',
			`${ root }/tools/wpcs/vendor/wp-coding-standards/wpcs`,
			...there( 'plugin.php', 'uninstall.php', 'includes' ),
		],
	],
};

/** phpcbf answers 1 when it has repaired something and nothing is left. */
const isFine = ( name, fix, code ) => code === 0 || ( name === 'php' && fix && code === 1 );

async function main() {
	const args = process.argv.slice( 2 );
	const fix = args.includes( '--fix' );
	const wanted = args.filter( ( arg ) => arg in linters );
	const bad = [];
	for ( const name of wanted.length > 0 ? wanted : Object.keys( linters ) ) {
		const { code, output } = await capture( ...linters[ name ]( fix ) );
		const fine = isFine( name, fix, code );
		console.log( `${ name }: ${ fine ? 'clean' : `\n${ output.trim() }` }` );
		if ( ! fine ) {
			bad.push( name );
		}
	}
	if ( bad.length > 0 ) {
		throw new Refusal(
			`Lint found something in: ${ bad.join( ', ' ) }.`,
			'npm run lint -- --fix'
		);
	}
}

main().catch( fail );
