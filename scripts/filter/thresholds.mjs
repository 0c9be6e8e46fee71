/**
 * Below which score a found thing is taken for a false alarm.
 *
 * Each text is scored by a model that learned nothing from its author, and the threshold is what all but a few of
 * the true ones reach. What rules wrongly find has no part in it: rules change, and the threshold must outlive them.
 */

import { features } from './features.mjs';
import { fit, rounded, score } from './regression.mjs';
import { BUCKETS } from './weights.mjs';
import { known } from './windows.mjs';

/** How many of the true ones may fall below it. English insults from elsewhere than support were lost by a third at 0.03. */
const LOST = { abuse: 0.03, review_threat: 0.05, chargeback_threat: 0.05, freebie: 0.05 };
const LOST_IN = { en: { abuse: 0.005 } };

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

/** @return {{ threshold: number, of: number }} And of how many it was taken. */
export function threshold( rows, label ) {
	const hands = rows.flatMap( ( { hand } ) => hand ?? [] );
	const reached = [ ...new Set( hands ) ].flatMap( ( hand ) => {
		const model = learned(
			rows.filter( ( row ) => row.hand !== hand ),
			label
		);
		return rows
			.filter( ( row ) => row.hand === hand && row.labels.includes( label ) )
			.flatMap( ( row ) =>
				known( row, label ).map( ( said ) =>
					score( model, features( said, row.lang, BUCKETS ) )
				)
			);
	} );
	reached.sort( ( a, b ) => a - b );
	const lost = LOST_IN[ rows[ 0 ].lang ]?.[ label ] ?? LOST[ label ];
	return { threshold: reached[ Math.floor( lost * reached.length ) ], of: reached.length };
}
