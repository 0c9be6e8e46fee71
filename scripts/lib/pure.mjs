/** The folders and files that know no WordPress: analysed without its stubs, tested without it. */

import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const FOLDERS = [
	'Values',
	'Ledger',
	'Patterns',
	'Language',
	'Cases',
	'Playbook',
	'Offboarding',
	'HelpDesks/TicketFile',
];
const CONTRACTS = [ 'Stores', 'Licensing', 'HelpDesks' ];

/** Services that stand beside the contracts and know storage or translations. */
const SERVICES = [ 'Stores/Stores.php', 'Stores/Importer.php', 'Stores/ImportOrders.php' ];

const contractFiles = ( folder ) =>
	existsSync( inRoot( 'includes', folder ) )
		? readdirSync( inRoot( 'includes', folder ) )
				.filter(
					( name ) =>
						name.endsWith( '.php' ) && ! SERVICES.includes( `${ folder }/${ name }` )
				)
				.map( ( name ) => `includes/${ folder }/${ name }` )
		: [];

export const purePaths = () => [
	...FOLDERS.map( ( name ) => `includes/${ name }` ).filter( ( path ) =>
		existsSync( inRoot( path ) )
	),
	...CONTRACTS.flatMap( contractFiles ),
];
