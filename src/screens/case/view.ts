import type { OffboardingCase, Stage } from '../../data/cases/schema';
import type { Params } from '../../router/history';
import { WAY } from './words';

export type Stop = { stage: Stage; state: 'past' | 'here' | 'ahead' };

/** The stops of the usual way, and where this case stands; a stage beside the way is put at the end. */
export function stops( { stage, events }: OffboardingCase ): Stop[] {
	const been = new Set( events.map( ( { to } ) => to ) );
	const way = WAY.includes( stage )
		? WAY
		: [ ...WAY.filter( ( stop ) => been.has( stop ) ), stage ];
	const here = way.indexOf( stage );
	return way.map( ( stop, index ) => {
		if ( index === here ) {
			return { stage: stop, state: 'here' };
		}
		return { stage: stop, state: been.has( stop ) && index < here ? 'past' : 'ahead' };
	} );
}

const WORDS: Stage[] = [ 'warned', 'explained' ];

/** Stages that are reached by something said to the customer: until messages are written here, its words are pasted. */
export const wantsText = ( to: Stage ) => WORDS.includes( to );

const REASONS: Stage[] = [ 'dismissed', 'open', 'lapsed', 'recovered', 'counsel', 'offboarding' ];

export const wantsReason = ( to: Stage ) => REASONS.includes( to );

/** Parting ways and the agreed refund are done by a run, which has a screen of its own. */
export const wantsRun = ( to: Stage ) => to === 'offboarding' || to === 'agreed';

/** Parting ways is done by a run; its plan is looked at first. */
export const planOf = (
	{ id, customer_id: customer, order }: OffboardingCase,
	to: Stage
): Params => ( {
	customer: String( customer ),
	kind: to === 'offboarding' ? 'part_ways' : 'refund',
	case: String( id ),
	...( to === 'agreed' && order && { orders: `${ order.store }:${ order.id }` } ),
} );
