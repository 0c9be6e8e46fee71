/** The folders and files that know no WordPress: analysed without its stubs, tested without it. */

import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const FOLDERS = [ 'Values', 'Ledger', 'Patterns', 'Language', 'Cases', 'Playbook', 'Offboarding' ];
const CONTRACTS = [ 'Stores', 'Licensing', 'HelpDesks' ];

const contractFiles = ( folder ) =>
	existsSync( inRoot( 'includes', folder ) )
		? readdirSync( inRoot( 'includes', folder ) )
				.filter( ( name ) => name.endsWith( '.php' ) )
				.map( ( name ) => `includes/${ folder }/${ name }` )
		: [];

export const purePaths = () => [
	...FOLDERS.map( ( name ) => `includes/${ name }` ).filter( ( path ) =>
		existsSync( inRoot( path ) )
	),
	...CONTRACTS.flatMap( contractFiles ),
];
