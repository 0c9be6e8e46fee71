/** What the second look learns from: the messages of tests/reading, and what the packs give as examples. */

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

/** What stands on our own screens: learned as harmless, but no measure of what customers write. */
const NO_MEASURE = [ 'U.jsonl', 'O1.jsonl', 'O2.jsonl', 'O3.jsonl', 'O4.jsonl' ];

/** All rows, each with the hand that wrote it, where thresholds are found on it. */
export const texts = () =>
	names().flatMap( ( name ) =>
		content( name )
			.split( '\n' )
			.filter( Boolean )
			.map( ( line ) => ( {
				...JSON.parse( line ),
				set: name.replace( /\.jsonl$/, '' ),
				hand: NO_MEASURE.includes( name ) ? undefined : hand( name ),
			} ) )
	);

const PACKS = 'includes/Language/packs';

/** The examples and counter-examples of the rules: each speaks of its rule's label alone. */
export const packed = () =>
	LANGUAGES.flatMap( ( lang ) =>
		JSON.parse( readFileSync( inRoot( PACKS, `${ lang }.json` ), 'utf8' ) ).rules.flatMap(
			( { label, examples = [], counter_examples: counter = [] } ) => [
				...examples.map( ( text ) => ( { lang, text, about: label, labels: [ label ] } ) ),
				...counter.map( ( text ) => ( { lang, text, about: label, labels: [] } ) ),
			]
		)
	);

/** What the messages are, in one word. Examples are left out of it: a new rule need not be learned at once. */
export const fingerprint = () =>
	names()
		.reduce( ( sum, name ) => sum.update( content( name ) ), createHash( 'sha256' ) )
		.digest( 'hex' );
