/** Whether the weights were learned from the texts that lie beside them: by what both say of themselves, without learning anew. */

import { Refusal } from '../lib/say.mjs';
import { fingerprint, LANGUAGES } from './texts.mjs';
import { FORMAT, head } from './weights.mjs';

export function checkWeights() {
	const texts = fingerprint();
	const stale = LANGUAGES.filter( ( lang ) => {
		const of = head( lang );
		return of.format !== FORMAT || of.texts !== texts;
	} );
	if ( stale.length > 0 ) {
		throw new Refusal(
			`The weights of ${ stale.join( ', ' ) } were learned from other texts than tests/reading has.`,
			'npm run filter'
		);
	}
}
