/** What phases share: one temporary folder, one MariaDB, one WordPress; each is made when first asked for. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariaDb } from '../lib/mariadb.mjs';
import {
	EASY_DIGITAL_DOWNLOADS,
	HELP_DESKS,
	MORE_HELP_DESKS,
	pluginsOnDisk,
	WOOCOMMERCE,
} from '../lib/store-plugins.mjs';
import { makeTestSite } from '../lib/test-site.mjs';
import { findWordPress } from '../lib/wordpress.mjs';

const once = ( make ) => {
	let made;
	return () => ( made ??= make() );
};

export function createContext( options ) {
	const folder = mkdtempSync( join( tmpdir(), 'amicable-' ) );
	const stores = once( () =>
		pluginsOnDisk( [
			...WOOCOMMERCE,
			...EASY_DIGITAL_DOWNLOADS,
			...HELP_DESKS,
			...MORE_HELP_DESKS,
		] )
	);
	const wordpress = once( findWordPress );
	let server;
	const mariadb = once( () => ( server = startMariaDb( folder, options.mariadb ) ) );
	const site = once( async () => makeTestSite( folder, await wordpress(), stores() ) );
	return {
		options,
		folder,
		stores,
		wordpress,
		mariadb,
		site,
		close: async () => {
			await ( await server )?.stop();
			rmSync( folder, { recursive: true, force: true } );
		},
	};
}
