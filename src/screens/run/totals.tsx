import { __, _n, sprintf } from '@wordpress/i18n';
import type { Plan } from '../../data/offboardings/schema';
import { formatMoneyList } from '../../format/money-list';
import { byHand } from './view';

const sum = ( { orders, totals }: Plan ) =>
	orders === 0
		? __( 'No money moves.', 'amicable' )
		: sprintf(
				/* translators: 1: amounts of money, 2: number of orders. */
				_n( '%1$s from %2$d order', '%1$s from %2$d orders', orders, 'amicable' ),
				formatMoneyList( totals ),
				orders
			);

/** What a plan gives back, what the gateways keep, and what a person has to pay. */
export function Totals( { plan }: { plan: Plan } ) {
	const manual = byHand( plan.items ).length;
	return (
		<div className="amicable-run__totals">
			<p className="amicable-run__total">{ sum( plan ) }</p>
			{ plan.fees_not_returned.length > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: amounts of money. */
						__( 'Gateway fees that do not come back: %s', 'amicable' ),
						formatMoneyList( plan.fees_not_returned )
					) }
				</p>
			) }
			{ manual > 0 && (
				<p>
					{ sprintf(
						/* translators: %d: number of refunds. */
						_n(
							'%d refund has to be paid by hand.',
							'%d refunds have to be paid by hand.',
							manual,
							'amicable'
						),
						manual
					) }
				</p>
			) }
		</div>
	);
}
