import { __, _x } from '@wordpress/i18n';
import { caseView, stage as stageSchema, type CaseView, type Stage } from '../../data/cases/schema';
import type { Params } from '../../router/history';

/** What the address says about the list. */
export type Seen = { view: CaseView | undefined; stage: Stage | undefined; at: number };

const pageOf = ( text = '' ) => ( /^[1-9]\d{0,3}$/.test( text ) ? Number( text ) : 1 );

export const seenOf = ( { view, stage, part }: Params ): Seen => ( {
	view: caseView.safeParse( view ).data,
	stage: stageSchema.safeParse( stage ).data,
	at: pageOf( part ),
} );

export const paramsOf = ( { view, stage, at }: Seen ): Params => ( {
	...( view && { view } ),
	...( stage && { stage } ),
	...( at > 1 && { part: String( at ) } ),
} );

export const viewNames = (): Record< CaseView, string > => ( {
	mine: _x( 'Mine', 'cases that are mine', 'amicable' ),
	unassigned: __( 'Unassigned', 'amicable' ),
	approval: __( 'Waiting for approval', 'amicable' ),
	due: _x( 'Due', 'cases that have to be looked at', 'amicable' ),
} );

export const nothing = ( { view, stage }: Seen ) => {
	if ( view === 'due' ) {
		return __( 'Nothing is due until tomorrow.', 'amicable' );
	}
	if ( view || stage ) {
		return __( 'No such case.', 'amicable' );
	}
	return __(
		'No cases. A case opens when somebody decides to, from a customer or an order; never by itself.',
		'amicable'
	);
};
