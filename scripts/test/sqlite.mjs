/** The Storage suite once more, on SQLite: the database that Playground, and so the demo, runs on. */

import { join } from 'node:path';
import { makeSqliteSite } from '../lib/sqlite-site.mjs';
import { hasTests, phpunit } from './php.mjs';
import { skipped } from '../lib/results.mjs';

const FOLDER = 'tests/php/Storage';

export async function sqlite( context ) {
	if ( ! hasTests( FOLDER ) ) {
		return skipped( `${ FOLDER } holds no tests yet` );
	}
	const wordpress = await context.wordpress();
	const { env, driver } = await makeSqliteSite(
		join( context.folder, 'sqlite-site' ),
		wordpress
	);
	const args = [ '--configuration', 'phpunit.wordpress.xml.dist', FOLDER ];
	const result = await phpunit( context, 'sqlite', args, env );
	return {
		...result,
		notes: [
			`WordPress ${ wordpress.version } on SQLite, driver ${ driver }`,
			...result.notes,
		],
	};
}
