/** `npm run size`: what a screen costs over the wire, against the budgets; and no React of our own inside. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './lib/paths.mjs';
import { fail, Refusal } from './lib/say.mjs';

const KB = 1000;
// What React and its JSX runtime write into every element: none of it may come from our files.
const REACT = [
	'react.element',
	'react.transitional.element',
	'__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED',
];

/** Each budget is over the files that one screen loads, JavaScript only, gzipped. */
const BUDGETS = [
	{
		title: 'shell and overview',
		most: 60,
		files: [ 'amicable-admin.js', 'amicable-overview.js' ],
	},
	{
		title: 'customers, with the table',
		most: 140,
		files: [ 'amicable-admin.js', 'amicable-customers.js', 'amicable-dataviews.js' ],
	},
	{ title: 'order panel', most: 25, files: [ 'amicable-order-panel.js' ] },
	{ title: 'customer card', most: 25, files: [ 'amicable-customer-card.js' ] },
];

const folder = inRoot( 'build' );
const zipped = ( name ) => gzipSync( readFileSync( join( folder, name ) ), { level: 9 } ).length;
const kilobytes = ( bytes ) => `${ ( bytes / KB ).toFixed( 1 ) } kB`;

function judge( { title, most, files }, there ) {
	const counted = files.filter( ( name ) => there.includes( name ) );
	if ( counted.length === 0 ) {
		return { line: `-       ${ title }: not built yet`, isOver: false };
	}
	const bytes = counted.reduce( ( sum, name ) => sum + zipped( name ), 0 );
	const isOver = bytes > most * KB;
	return {
		line: `${ isOver ? 'TOO BIG' : 'ok     ' } ${ title }: ${ kilobytes( bytes ) } of ${ most } kB (${ counted.join( ' + ' ) })`,
		isOver,
	};
}

function main() {
	if ( ! existsSync( folder ) ) {
		throw new Refusal( 'There is no build.', 'npm run build' );
	}
	const scripts = readdirSync( folder ).filter( ( name ) => name.endsWith( '.js' ) );
	scripts.forEach( ( name ) =>
		console.log( `        ${ name }: ${ kilobytes( zipped( name ) ) }` )
	);
	const judged = BUDGETS.map( ( budget ) => judge( budget, scripts ) );
	judged.forEach( ( { line } ) => console.log( line ) );
	const withReact = scripts.filter( ( name ) =>
		REACT.some( ( mark ) => readFileSync( join( folder, name ), 'utf8' ).includes( mark ) )
	);
	if ( withReact.length > 0 ) {
		throw new Refusal(
			`React is bundled in ${ withReact.join( ', ' ) }.`,
			'Import it by its usual name only; webpack leaves that to WordPress.'
		);
	}
	if ( judged.some( ( { isOver } ) => isOver ) ) {
		throw new Refusal(
			'A screen is over its budget.',
			'Load what it does not need at once lazily, or leave it out.'
		);
	}
}

try {
	main();
} catch ( error ) {
	fail( error );
}
