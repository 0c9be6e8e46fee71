/** One file from the web; a site that does not answer within seconds counts as not there. */

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const SECONDS_TO_ANSWER = 5;
const SECONDS_IN_ALL = 180;

/** @return {Promise<string|null>} Why it failed, or null when the file is there. */
export async function download( address, file ) {
	const stop = new AbortController();
	let reason = `no answer within ${ SECONDS_TO_ANSWER } s`;
	const answer = setTimeout( () => stop.abort(), SECONDS_TO_ANSWER * 1000 );
	const all = setTimeout( () => {
		reason = `not complete after ${ SECONDS_IN_ALL } s`;
		stop.abort();
	}, SECONDS_IN_ALL * 1000 );
	try {
		const response = await fetch( address, { signal: stop.signal } );
		clearTimeout( answer );
		if ( ! response.ok || ! response.body ) {
			return `it answered ${ response.status }`;
		}
		await pipeline( Readable.fromWeb( response.body ), createWriteStream( file ) );
		return null;
	} catch ( error ) {
		return stop.signal.aborted ? reason : ( error.cause?.code ?? error.message );
	} finally {
		clearTimeout( answer );
		clearTimeout( all );
	}
}
