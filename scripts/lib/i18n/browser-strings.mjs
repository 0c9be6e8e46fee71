/** Translatable strings of the browser side, and which entry needs which of them, lazy chunks included. */

import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../paths.mjs';

const require = createRequire( import.meta.url );

const FUNCTIONS = {
	__: [ 'text', 'domain' ],
	_x: [ 'text', 'context', 'domain' ],
	_n: [ 'text', 'plural', 'number', 'domain' ],
	_nx: [ 'text', 'plural', 'number', 'context', 'domain' ],
};

/** The entries as webpack sees them: script handle => source file. */
function entries() {
	const { entry } = require( inRoot( 'webpack.config.js' ) );
	return entry();
}

/** What webpack leaves to WordPress is left out here too; styles and pictures hold no strings. */
const leaveToWordPress = {
	name: 'leave-to-wordpress',
	setup( build ) {
		const {
			defaultRequestToExternal,
		} = require( '@wordpress/dependency-extraction-webpack-plugin/lib/util' );
		build.onResolve( { filter: /^[^.]/ }, ( { path, kind } ) =>
			kind !== 'entry-point' && defaultRequestToExternal( path )
				? { path, external: true }
				: undefined
		);
	},
};

/** @return {Promise<Map<string, string[]>>} Handle => every file that can reach the page by it. */
export async function filesOfEntries() {
	const { build } = await import( 'esbuild' );
	const found = new Map();
	for ( const [ handle, file ] of Object.entries( entries() ) ) {
		const { metafile } = await build( {
			entryPoints: [ file ],
			bundle: true,
			write: false,
			metafile: true,
			splitting: true,
			format: 'esm',
			outdir: inRoot( '.tmp/i18n' ),
			absWorkingDir: root,
			jsx: 'automatic',
			logLevel: 'silent',
			loader: { '.scss': 'empty', '.css': 'empty', '.svg': 'empty', '.png': 'empty' },
			plugins: [ leaveToWordPress ],
		} );
		found.set(
			handle,
			Object.keys( metafile.inputs ).filter( ( path ) => existsSync( join( root, path ) ) )
		);
	}
	return found;
}

const commentsBefore = ( ts, source, node ) => {
	for ( let at = node; at && ! ts.isSourceFile( at ); at = at.parent ) {
		const ranges = ts.getLeadingCommentRanges( source.text, at.getFullStart() ) ?? [];
		const texts = ranges
			.map( ( { pos, end } ) => source.text.slice( pos, end ) )
			.filter( ( text ) => /translators:/i.test( text ) );
		if ( texts.length > 0 ) {
			return texts.at( -1 ).replace( /^\s*(\/\*+|\/\/)\s*|\s*\*\/\s*$/g, '' );
		}
	}
	return '';
};

const nameOf = ( ts, { expression } ) => {
	const inner =
		ts.isParenthesizedExpression( expression ) && ts.isBinaryExpression( expression.expression )
			? expression.expression.right
			: expression;
	return ts.isPropertyAccessExpression( inner ) ? inner.name.text : inner.text;
};

function stringOf( ts, node ) {
	if ( node && ts.isStringLiteralLike( node ) ) {
		return node.text;
	}
	if ( node && ts.isBinaryExpression( node ) ) {
		const [ left, right ] = [ stringOf( ts, node.left ), stringOf( ts, node.right ) ];
		return left === null || right === null ? null : left + right;
	}
	return null;
}

function callIn( ts, source, node, path ) {
	const name = nameOf( ts, node );
	const parameters = Object.hasOwn( FUNCTIONS, name ?? '' ) ? FUNCTIONS[ name ] : null;
	if ( parameters === null ) {
		return null;
	}
	const given = Object.fromEntries(
		parameters.map( ( part, index ) => [ part, stringOf( ts, node.arguments[ index ] ) ] )
	);
	if ( given.text === null ) {
		return null;
	}
	return {
		context: given.context ?? '',
		text: given.text,
		plural: given.plural ?? '',
		domain: given.domain ?? '',
		comment: commentsBefore( ts, source, node ),
		file: path,
	};
}

/** Ours by their domain; those of bundled packages have none and are looked up in ours, too. */
const isOurs =
	( path ) =>
	( { domain } ) =>
		domain === 'amicable' || ( domain === '' && path.startsWith( 'node_modules/' ) );

export function stringsOfFile( path ) {
	const text = readFileSync( join( root, path ), 'utf8' );
	if ( ! /\b_(_|x|n|nx)\b/.test( text ) || path.endsWith( '.json' ) ) {
		return [];
	}
	const ts = require( 'typescript' );
	const source = ts.createSourceFile(
		path,
		text,
		ts.ScriptTarget.Latest,
		true,
		path.endsWith( 'x' ) ? ts.ScriptKind.TSX : undefined
	);
	const found = [];
	const walk = ( node ) => {
		const call = ts.isCallExpression( node ) ? callIn( ts, source, node, path ) : null;
		if ( call ) {
			found.push( call );
		}
		ts.forEachChild( node, walk );
	};
	walk( source );
	return found.filter( isOurs( path ) );
}
