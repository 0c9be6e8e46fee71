/** Where things are. Nothing here touches the disk. */

import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname( dirname( dirname( fileURLToPath( import.meta.url ) ) ) );
export const inRoot = ( ...parts ) => join( root, ...parts );
export const inTmp = ( ...parts ) => join( root, '.tmp', ...parts );

export const cacheFolder = () =>
	join( process.env.XDG_CACHE_HOME || join( homedir(), '.cache' ), 'amicable' );
