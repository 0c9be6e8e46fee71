import { __ } from '@wordpress/i18n';
import { useMemo } from '@wordpress/element';
import { orderRef, type OrderRef } from '../../data/common';
import type { PlanRequest } from '../../data/offboardings/schema';
import { navigate, type Params } from '../../router/history';
import type { ScreenProps } from '../../screens';
import { PartWaysPage } from './part-ways-page';
import { PlanPage } from './plan-page';
import { RunPage } from './run-page';

/** "sample:12,sample:15" of the address; what is no order is left out. */
function ordersOf( text = '' ): OrderRef[] {
	return text.split( ',' ).flatMap( ( key ) => {
		const [ store, id ] = key.split( ':' );
		const { data } = orderRef.safeParse( { store, id: Number( id ) } );
		return data ? [ data ] : [];
	} );
}

/** "31,32" of the address. */
const endsOf = ( text = '' ) =>
	text
		.split( ',' )
		.map( Number )
		.filter( ( id ) => Number.isInteger( id ) && id > 0 );

/** What the address asks to plan; undefined where it asks for nothing that can be. */
export function requestOf( { customer, kind, orders, ends }: Params ): PlanRequest | undefined {
	const id = Number( customer );
	if ( ! Number.isInteger( id ) || id < 1 ) {
		return undefined;
	}
	if ( kind === 'part_ways' ) {
		return { customer_id: id, kind, scope: 'all' };
	}
	if ( kind === 'finish' ) {
		const chosen = endsOf( ends );
		return chosen.length > 0
			? { customer_id: id, kind, scope: { loose_ends: chosen } }
			: undefined;
	}
	const refs = ordersOf( orders );
	return refs.length > 0
		? { customer_id: id, kind: 'refund', scope: { orders: refs } }
		: undefined;
}

/** A plan before anything has happened, and the run once it was started. */
export function RunScreen( { id, params }: ScreenProps ) {
	const { customer, kind, orders, ends, case: caseParam } = params;
	const request = useMemo(
		() => requestOf( { customer, kind, orders, ends } ),
		[ customer, kind, orders, ends ]
	);
	const caseId = Number( caseParam ) || undefined;
	if ( id ) {
		return <RunPage id={ id } />;
	}
	const onStarted = ( run: number ) => navigate( 'run', run );
	if ( request?.kind === 'part_ways' ) {
		return (
			<PartWaysPage
				customerId={ request.customer_id }
				caseId={ caseId }
				onStarted={ onStarted }
			/>
		);
	}
	return request ? (
		<PlanPage
			request={ request }
			caseId={ caseId }
			reasonNeeded={ false }
			onStarted={ onStarted }
		/>
	) : (
		<p>
			{ __(
				'This address names no order and no customer. Open it from an order, a customer or a loose end.',
				'amicable'
			) }
		</p>
	);
}
