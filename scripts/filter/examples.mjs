/** What the trainer makes of some texts, so that a test can ask PHP for the same: tests/fixtures/language/second-look.json. */

import { writeFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { features } from './features.mjs';
import { score } from './regression.mjs';
import { BUCKETS } from './weights.mjs';
import { known } from './windows.mjs';

const FILE = 'tests/fixtures/language/second-look.json';

/** Of each language and label, the longest texts: they have sentences to leave out. */
const EACH = 3;

function examples( model, rows, lang, label ) {
	return rows
		.filter(
			( row ) => row.lang === lang && row.evidence?.some( ( mark ) => mark.label === label )
		)
		.sort( ( a, b ) => b.text.length - a.text.length || ( a.id < b.id ? -1 : 1 ) )
		.slice( 0, EACH )
		.map( ( { text, evidence } ) => {
			const mark = evidence.find( ( { label: of } ) => of === label );
			const [ read ] = known( { text, evidence: [ mark ] }, label );
			const is = score( model, features( read, lang, BUCKETS ) );
			return { lang, label, text, start: mark.start, end: mark.end, read, score: is };
		} );
}

export function writeExamples( models, rows ) {
	const all = Object.entries( models ).flatMap( ( [ lang, of ] ) =>
		Object.entries( of ).flatMap( ( [ label, model ] ) => examples( model, rows, lang, label ) )
	);
	writeFileSync( inRoot( FILE ), `${ JSON.stringify( all, null, '\t' ) }\n` );
}
