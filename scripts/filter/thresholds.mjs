/**
 * Below which score a found thing is taken for a false alarm, and from which score a sentence is pointed at where nothing was found.
 *
 * Each text is scored by a model that learned nothing from its author. The first is what all but a few of the true ones reach, the second what nearly no harmless
 * one reaches. What rules find has no part in either: rules change, and thresholds must outlive them.
 */

import { features } from './features.mjs';
import { fit, rounded, score } from './regression.mjs';
import { BUCKETS } from './weights.mjs';
import { companies, known } from './windows.mjs';

/** How many of the true ones may fall below the first. English insults from elsewhere than support were lost by a third at 0.03. */
const LOST = { abuse: 0.03, review_threat: 0.05, chargeback_threat: 0.02, freebie: 0.05 };
const LOST_IN = { en: { abuse: 0.005 }, ko: { abuse: 0.004 }, tr: { abuse: 0.01 } };

/** How many of the harmless ones may reach the second. Where rules miss little, few; what is never pointed at needs none. */
const ACCUSED = {
	review_threat: 0.008,
	legal_threat: 0.008,
	chargeback_threat: 0.003,
	freebie: 0.003,
};
const ACCUSED_IN = {
	en: { legal_threat: 0.003, chargeback_threat: 0.0015 },
	ko: { abuse: 0.002 },
	tr: { abuse: 0.002 },
};

export const learned = ( rows, label ) => {
	const telling = rows.filter( ( { about = label } ) => about === label );
	return rounded(
		fit(
			telling.map( ( row ) => row.features ),
			telling.map( ( row ) => row.labels.includes( label ) ),
			BUCKETS
		)
	);
};

const rising = ( scores ) => scores.sort( ( a, b ) => a - b );

/** Scores of all places that say it, and the highest of each text that says nothing. */
function strangers( rows, label ) {
	const hands = [ ...new Set( rows.flatMap( ( { hand } ) => hand ?? [] ) ) ];
	const places = hands.map( ( hand ) => {
		const model = learned(
			rows.filter( ( row ) => row.hand !== hand ),
			label
		);
		const of = ( row ) => ( text ) => score( model, features( text, row.lang, BUCKETS ) );
		const theirs = rows.filter( ( row ) => row.hand === hand );
		return {
			said: theirs
				.filter( ( row ) => row.labels.includes( label ) )
				.flatMap( ( row ) => known( row, label ).map( of( row ) ) ),
			harmless: theirs
				.filter( ( row ) => row.labels.length === 0 )
				.map( ( row ) => Math.max( ...companies( row.text ).map( of( row ) ) ) ),
		};
	} );
	return {
		said: rising( places.flatMap( ( { said } ) => said ) ),
		harmless: rising( places.flatMap( ( { harmless } ) => harmless ) ),
	};
}

/**
 * @return {{ spared: number|null, found: number|null, of: number, reached: number }} Both thresholds, of how many true places the first was taken, and how many of them reach the second.
 */
export function thresholds( rows, label ) {
	const { said, harmless } = strangers( rows, label );
	const lost = LOST_IN[ rows[ 0 ].lang ]?.[ label ] ?? LOST[ label ];
	const accused = ACCUSED_IN[ rows[ 0 ].lang ]?.[ label ] ?? ACCUSED[ label ];
	const found =
		accused === undefined
			? null
			: Math.max(
					0,
					harmless[ harmless.length - 1 - Math.floor( accused * harmless.length ) ]
				);
	return {
		spared: lost === undefined ? null : said[ Math.floor( lost * said.length ) ],
		found,
		of: said.length,
		reached: found === null ? 0 : said.filter( ( reached ) => reached >= found ).length,
	};
}
