/** `npm run stan`: everything with the WordPress stubs, then the pure part without them. */

import { mkdirSync } from 'node:fs';
import { inTmp } from './lib/paths.mjs';
import { purePaths } from './lib/pure.mjs';
import { capture } from './lib/run.mjs';
import { Refusal, fail } from './lib/say.mjs';

const analyse = async ( title, config, paths = [] ) => {
	const { code, output } = await capture( 'vendor/bin/phpstan', [
		'analyse',
		'--no-progress',
		'--no-ansi',
		'--memory-limit=2G',
		'--configuration',
		config,
		...paths,
	] );
	console.log( `${ title }: ${ code === 0 ? 'no errors' : `\n${ output }` }` );
	return code === 0;
};

async function main() {
	mkdirSync( inTmp(), { recursive: true } );
	const all = await analyse( 'level 8 with WordPress and WooCommerce', 'phpstan.neon.dist' );
	const pure = await analyse(
		'level max without WordPress, pure folders',
		'phpstan.pure.neon',
		purePaths()
	);
	if ( ! all || ! pure ) {
		throw new Refusal( 'Static analysis found errors.' );
	}
}

main().catch( fail );
