import { __, _x } from '@wordpress/i18n';
import type { Step } from '../../charts/waterfall';
import type { Money } from '../../data/common';
import type { CustomerDetail } from '../../data/customers/schema';

type Known = { [ name: string ]: Money };

/** Every amount of the way from ordered to margin, or undefined where one of them is unknown. */
function known( { money, breakdown }: CustomerDetail ): Known | undefined {
	if ( ! money || ! breakdown ) {
		return undefined;
	}
	const { paid_base: paid, support_cost: support, margin } = money;
	const all = Object.entries( { ...breakdown, paid, support, margin } );
	const found = all.filter( ( entry ): entry is [ string, Money ] => entry[ 1 ] !== null );
	return found.length === all.length ? Object.fromEntries( found ) : undefined;
}

/** Paid → refunds → fees → support → goodwill → margin; what is usually zero shows only where it is not. */
export function stepsOf( customer: CustomerDetail ): Step[] | undefined {
	const amounts = known( customer );
	if ( ! amounts ) {
		return undefined;
	}
	const of = ( name: string ) => amounts[ name ]?.minor ?? 0;
	const less = ( id: string, label: string, minor: number ) => ( {
		id,
		label,
		// Not `-minor`: nothing taken away would read as minus zero.
		minor: 0 - minor,
	} );
	const goodwill = of( 'goodwill' );
	const disputes = of( 'dispute_fees' );
	const support = of( 'support' ) - goodwill - disputes;
	const rare = [
		less( 'disputes', __( 'Dispute fees', 'amicable' ), disputes ),
		less( 'tax', __( 'Tax', 'amicable' ), of( 'tax' ) ),
	];
	const [ dispute, tax ] = rare.map( ( step ) => ( step.minor === 0 ? [] : [ step ] ) );
	return [
		{
			id: 'gross',
			label: _x( 'Ordered', 'amount of money', 'amicable' ),
			minor: of( 'gross' ),
		},
		less( 'refunds', __( 'Refunds', 'amicable' ), of( 'refunded' ) ),
		...( tax ?? [] ),
		{ id: 'paid', label: __( 'Paid', 'amicable' ), minor: of( 'paid' ), isSum: true },
		less( 'fees', __( 'Gateway fees', 'amicable' ), of( 'fees' ) ),
		less( 'support', __( 'Support', 'amicable' ), support ),
		less( 'goodwill', __( 'Goodwill', 'amicable' ), goodwill ),
		...( dispute ?? [] ),
		{ id: 'margin', label: __( 'Margin', 'amicable' ), minor: of( 'margin' ), isSum: true },
	];
}
