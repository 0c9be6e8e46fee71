/** Every string of the plugin, once, with where it comes from. */

import { inRoot } from '../paths.mjs';
import { must } from '../run.mjs';
import { filesOfEntries, stringsOfFile } from './browser-strings.mjs';
import { keyOf } from './po.mjs';

const fromPhp = async () =>
	JSON.parse( await must( 'php', [ inRoot( 'scripts/i18n/extract.php' ) ] ) );

/** A bundled package is one place, not forty files of its own. */
const placeOf = ( file ) => file.match( /^node_modules\/((@[^/]+\/)?[^/]+)/ )?.[ 1 ] ?? file;

function collect( catalog, found ) {
	const key = keyOf( found );
	const entry = catalog.get( key ) ?? {
		context: found.context,
		text: found.text,
		plural: '',
		comment: '',
		files: new Set(),
	};
	entry.plural ||= found.plural;
	entry.comment ||= found.comment;
	entry.files.add( placeOf( found.file ) );
	catalog.set( key, entry );
	return key;
}

/** What each script handle needs, by key. Asks no PHP: a build needs nothing but Node. */
export async function readHandles( catalog = new Map() ) {
	const handles = new Map();
	for ( const [ handle, files ] of await filesOfEntries() ) {
		const found = files.flatMap( stringsOfFile );
		handles.set( handle, new Set( found.map( ( string ) => collect( catalog, string ) ) ) );
	}
	return handles;
}

/** @return {Promise<Map<string, object>>} Key => string, with the files it is in. */
export async function readCatalog() {
	const catalog = new Map();
	( await fromPhp() ).forEach( ( found ) => collect( catalog, found ) );
	await readHandles( catalog );
	catalog.forEach( ( entry ) => ( entry.files = [ ...entry.files ].sort() ) );
	return catalog;
}
