/**
 * `npm run filter`: the weights of the second look, includes/Language/packs/<language>.weights, from tests/reading and the packs' examples. See docs/detection.md.
 *
 * Takes a few minutes, and makes the same bytes every time.
 *
 *   --check            writes nothing and fails when the texts are others than the weights were learned from
 *   --without=A,B      leaves these sets out: how it would have read them when they were new
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { features } from './filter/features.mjs';
import { fingerprint, LANGUAGES, packed, texts } from './filter/texts.mjs';
import { learned, thresholds } from './filter/thresholds.mjs';
import { BUCKETS, fileOf, path } from './filter/weights.mjs';
import { checkWeights } from './filter/check.mjs';
import { writeExamples } from './filter/examples.mjs';
import { fail } from './lib/say.mjs';

const LABELS = [ 'abuse', 'review_threat', 'chargeback_threat', 'legal_threat', 'freebie' ];

function train( lang, rows ) {
	const models = {};
	for ( const label of LABELS ) {
		const { spared, found, of, reached } = thresholds( rows, label );
		models[ label ] = { ...learned( rows, label ), spared, found };
		console.log(
			`${ lang } ${ label }: ${ rows.length } texts, ${ of } places, spared below ${
				spared?.toFixed( 2 ) ?? '-'
			}, found from ${ found?.toFixed( 2 ) ?? '-' } (${ reached })`
		);
	}
	writeFileSync( path( lang ), fileOf( lang, fingerprint(), models ) );
	return models;
}

function main() {
	const { values } = parseArgs( {
		options: {
			check: { type: 'boolean', default: false },
			without: { type: 'string', default: '' },
		},
	} );
	if ( values.check ) {
		checkWeights();
		return;
	}
	const without = values.without.split( ',' );
	const rows = [ ...texts().filter( ( row ) => ! without.includes( row.set ) ), ...packed() ].map(
		( row ) => ( { ...row, features: features( row.text, row.lang, BUCKETS ) } )
	);
	const models = Object.fromEntries(
		LANGUAGES.map( ( lang ) => [
			lang,
			train(
				lang,
				rows.filter( ( row ) => row.lang === lang )
			),
		] )
	);
	writeExamples( models, rows );
}

try {
	main();
} catch ( error ) {
	fail( error );
}
