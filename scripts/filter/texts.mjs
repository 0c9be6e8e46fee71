/** The messages that the second look learns from: tests/reading. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

const FOLDER = 'tests/reading';

export const LANGUAGES = [ 'en', 'ko', 'tr' ];

const names = () =>
	readdirSync( inRoot( FOLDER ) )
		.filter( ( name ) => name.endsWith( '.jsonl' ) )
		.sort();

const content = ( name ) => readFileSync( inRoot( FOLDER, name ), 'utf8' );

/** Sets of one hand stand together: what was learned from one of them is no news in the other. */
const hand = ( name ) =>
	name
		.replace( /\.jsonl$/, '' )
		.replace( /^F[12]$/, 'F1-F2' )
		.replace( /^L\d$/, 'L' );

/** All rows, each with the hand that wrote it. */
export const texts = () =>
	names().flatMap( ( name ) =>
		content( name )
			.split( '\n' )
			.filter( Boolean )
			.map( ( line ) => ( {
				...JSON.parse( line ),
				set: name.replace( /\.jsonl$/, '' ),
				hand: hand( name ),
			} ) )
	);

/** What all of them are, in one word. */
export const fingerprint = () =>
	names()
		.reduce( ( sum, name ) => sum.update( content( name ) ), createHash( 'sha256' ) )
		.digest( 'hex' );
