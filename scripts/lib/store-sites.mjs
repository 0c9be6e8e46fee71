/** The sites of the real-store suite: which plugins live in each, and which tests are run there. */

import {
	EASY_DIGITAL_DOWNLOADS,
	HELP_DESKS,
	MORE_HELP_DESKS,
	WOOCOMMERCE,
} from './store-plugins.mjs';

const FOLDER = 'tests/php/RealStores';

export const SITES = [
	{
		name: 'hpos',
		title: 'WooCommerce, HPOS',
		plugins: WOOCOMMERCE,
		folder: `${ FOLDER }/WooCommerce`,
		storage: 'hpos',
	},
	{
		name: 'legacy',
		title: 'WooCommerce, legacy',
		plugins: WOOCOMMERCE,
		folder: `${ FOLDER }/WooCommerce`,
		storage: 'legacy',
	},
	{
		name: 'edd',
		title: 'Easy Digital Downloads',
		plugins: EASY_DIGITAL_DOWNLOADS,
		folder: `${ FOLDER }/EasyDigitalDownloads`,
	},
	{
		name: 'together',
		title: 'both in one site',
		plugins: [ ...WOOCOMMERCE, ...EASY_DIGITAL_DOWNLOADS ],
		folder: `${ FOLDER }/Together`,
		storage: 'hpos',
	},
	{
		name: 'desks',
		title: 'help desks',
		plugins: HELP_DESKS,
		more: MORE_HELP_DESKS,
		folder: `${ FOLDER }/HelpDesks`,
	},
];

/** All of them, or the one that was asked for by `--site`. */
export const chosenSites = ( { site } ) =>
	site === undefined ? SITES : SITES.filter( ( { name } ) => name === site );

/** Slugs of a site's plugins that are not on this machine. */
export const missingFrom = ( { plugins }, found ) =>
	plugins.filter( ( slug ) => ! found.some( ( store ) => store.slug === slug ) );
