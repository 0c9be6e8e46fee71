import { __, _n, sprintf } from '@wordpress/i18n';
import { Figure, Figures } from '../../components/figure';
import { Unknown } from '../../components/unknown';
import type { CustomerDetail } from '../../data/customers/schema';
import { formatSeconds } from '../../format/duration';
import { formatNumber, formatPercent } from '../../format/numbers';

/** Time, with what does not count against the customer beside it. */
export function Hours( { customer }: { customer: CustomerDetail } ) {
	const { time_spent: time, tickets, docs_answered_share: docs } = customer;
	const before = time.tickets_before_purchase;
	return (
		<Figures>
			<Figure label={ __( 'Support time', 'amicable' ) }>
				<span className="amicable-number">{ formatSeconds( time.seconds ) }</span>
			</Figure>
			<Figure
				label={ __( 'Tickets', 'amicable' ) }
				hint={
					before > 0 &&
					sprintf(
						/* translators: %s: number of tickets. */
						_n(
							'%s more before the first order, not counted',
							'%s more before the first order, not counted',
							before,
							'amicable'
						),
						formatNumber( before )
					)
				}
			>
				<span className="amicable-number">{ formatNumber( tickets ) }</span>
			</Figure>
			<Figure label={ __( 'Answered in the docs', 'amicable' ) }>
				{ docs === null ? (
					<Unknown />
				) : (
					<span className="amicable-number">{ formatPercent( docs ) }</span>
				) }
			</Figure>
			{ time.seconds_ours > 0 && (
				<Figure
					label={ __( 'Our fault', 'amicable' ) }
					hint={ __( 'not in their cost', 'amicable' ) }
				>
					<span className="amicable-number">{ formatSeconds( time.seconds_ours ) }</span>
				</Figure>
			) }
		</Figures>
	);
}
