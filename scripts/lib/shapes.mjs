/** Every shape of src/data, loaded as the browser would get it. */

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, inTmp } from './paths.mjs';
import { Refusal } from './say.mjs';

const NAME = /^[a-z_]+\.[a-z_]+$/;

export const resources = () =>
	existsSync( inRoot( 'src/data' ) )
		? readdirSync( inRoot( 'src/data' ) )
				.filter( ( name ) => existsSync( inRoot( 'src/data', name, 'schema.ts' ) ) )
				.sort()
		: [];

/** Bundled in one go, so that all of them share one zod and one common.ts. */
async function load( names ) {
	const { build } = await import( 'esbuild' );
	const folder = inTmp( `shapes-${ process.pid }` );
	mkdirSync( folder, { recursive: true } );
	const contents = names.map(
		( name, index ) =>
			`export { shapes as s${ index } } from ${ JSON.stringify( `./${ name }/schema` ) };`
	);
	const entry = {
		contents: contents.join( '\n' ),
		resolveDir: inRoot( 'src/data' ),
		loader: 'ts',
	};
	const outfile = join( folder, 'shapes.mjs' );
	try {
		await build( {
			stdin: entry,
			bundle: true,
			platform: 'node',
			format: 'esm',
			outfile,
			external: [ 'zod', 'zod/*' ],
			logLevel: 'silent',
		} );
		const module = await import( pathToFileURL( outfile ).href );
		return names.map( ( name, index ) => [ name, module[ `s${ index }` ] ] );
	} catch ( error ) {
		throw new Refusal( `src/data could not be read: ${ error.message }` );
	} finally {
		rmSync( folder, { recursive: true, force: true } );
	}
}

function judged( resource, name, shape ) {
	if ( ! NAME.test( name ) || ! name.startsWith( `${ resource }.` ) ) {
		throw new Refusal(
			`The shape “${ name }” in src/data/${ resource } must be called ${ resource }.<name>.`
		);
	}
	return { resource, name, ...shape };
}

/** @return {Promise<{resource: string, name: string, schema: object, io: string, valid: unknown[], invalid: unknown[]}[]>} */
export async function allShapes() {
	const loaded = await load( resources() );
	return loaded.flatMap( ( [ resource, shapes ] ) => {
		if ( shapes === undefined ) {
			throw new Refusal( `src/data/${ resource }/schema.ts exports no \`shapes\`.` );
		}
		return Object.entries( shapes ).map( ( [ name, shape ] ) =>
			judged( resource, name, shape )
		);
	} );
}
