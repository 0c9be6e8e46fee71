/**
 * `npm run generate`: zod shapes become the JSON schemas that PHP judges by, and the verdicts both must reach.
 *
 * `--check` writes nothing and fails when a file is stale, missing or nobody's, or when the weights of the second look
 * are older than the texts that they are learned from.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkWeights } from './filter/check.mjs';
import { inRoot } from './lib/paths.mjs';
import { fail, Refusal } from './lib/say.mjs';
import { allShapes } from './lib/shapes.mjs';

const SCHEMAS = 'includes/Rest/schemas';
const VERDICTS = 'tests/fixtures/verdicts';
// WordPress knows draft 4; what it would silently pass over must not be relied on.
const UNKNOWN_TO_WORDPRESS = [
	'$ref',
	'definitions',
	'not',
	'if',
	'then',
	'else',
	'const',
	'dependencies',
	'allOf',
];

const text = ( value ) => `${ JSON.stringify( value, null, '\t' ) }\n`;

function refuseUnknown( node, name ) {
	if ( typeof node !== 'object' || node === null ) {
		return;
	}
	for ( const [ key, value ] of Object.entries( node ) ) {
		if ( UNKNOWN_TO_WORDPRESS.includes( key ) && ! Array.isArray( node ) ) {
			throw new Refusal(
				`${ name } needs “${ key }”, which WordPress does not check.`,
				'Say it with another zod type.'
			);
		}
		// A field of a body may have any name.
		Object.entries( key === 'properties' ? value : { '': value } ).forEach( ( [ , child ] ) =>
			refuseUnknown( child, name )
		);
	}
}

function jsonSchema( z, { name, schema, io } ) {
	const { $schema, ...json } = z.toJSONSchema( schema, { target: 'draft-4', io } );
	refuseUnknown( json, name );
	return json;
}

const verdict = ( schema, body ) => ( { body, accepted: schema.safeParse( body ).success } );

function verdictsOf( shapes ) {
	return Object.fromEntries(
		shapes.map( ( { name, schema, valid, invalid } ) => [
			name,
			[ ...valid, ...invalid ].map( ( body ) => verdict( schema, body ) ),
		] )
	);
}

function wrongExamples( { name, schema, valid, invalid } ) {
	const refused = valid.filter( ( body ) => ! schema.safeParse( body ).success );
	const accepted = invalid.filter( ( body ) => schema.safeParse( body ).success );
	return [
		...refused.map(
			( body ) =>
				`${ name }: a valid example is refused: ${ JSON.stringify( body ).slice( 0, 200 ) }`
		),
		...accepted.map(
			( body ) =>
				`${ name }: an invalid example is accepted: ${ JSON.stringify( body ).slice( 0, 200 ) }`
		),
	];
}

/** Path => content of everything that this script owns. */
async function wanted() {
	const z = await import( 'zod/mini' );
	const shapes = await allShapes();
	const problems = shapes.flatMap( wrongExamples );
	if ( problems.length > 0 ) {
		throw new Refusal( problems.join( '\n' ) );
	}
	const files = new Map(
		shapes.map( ( shape ) => [
			`${ SCHEMAS }/${ shape.name }.json`,
			text( jsonSchema( z, shape ) ),
		] )
	);
	for ( const resource of new Set( shapes.map( ( shape ) => shape.resource ) ) ) {
		files.set(
			`${ VERDICTS }/${ resource }.json`,
			text( verdictsOf( shapes.filter( ( shape ) => shape.resource === resource ) ) )
		);
	}
	return files;
}

const present = () =>
	[ SCHEMAS, VERDICTS ].flatMap( ( folder ) =>
		existsSync( inRoot( folder ) )
			? readdirSync( inRoot( folder ) )
					.filter( ( name ) => name.endsWith( '.json' ) )
					.map( ( name ) => `${ folder }/${ name }` )
			: []
	);

const isCurrent = ( path, content ) =>
	existsSync( inRoot( path ) ) && readFileSync( inRoot( path ), 'utf8' ) === content;

function write( files, stale, orphans ) {
	for ( const path of stale ) {
		mkdirSync( dirname( inRoot( path ) ), { recursive: true } );
		writeFileSync( inRoot( path ), files.get( path ) );
	}
	orphans.forEach( ( path ) => rmSync( inRoot( path ) ) );
	console.log( `${ files.size } files, ${ stale.length } written, ${ orphans.length } removed.` );
}

async function main() {
	const files = await wanted();
	const stale = [ ...files ]
		.filter( ( [ path, content ] ) => ! isCurrent( path, content ) )
		.map( ( [ path ] ) => path );
	const orphans = present().filter( ( path ) => ! files.has( path ) );
	if ( ! process.argv.includes( '--check' ) ) {
		write( files, stale, orphans );
	} else if ( stale.length + orphans.length > 0 ) {
		throw new Refusal(
			`Not current: ${ [ ...stale, ...orphans ].join( ', ' ) }.`,
			'npm run generate'
		);
	} else {
		checkWeights();
	}
}

main().catch( fail );
