import { __, _n, sprintf } from '@wordpress/i18n';
import { can } from '../../data/boot';
import type { Overview, SupportFigures } from '../../data/overview/schema';
import { formatDate } from '../../format/dates';
import { formatSeconds } from '../../format/duration';
import { formatMoney } from '../../format/money';
import { formatNumber, formatPercent } from '../../format/numbers';
import { Link } from '../../router/link';

/** What support took, and how much of that is an estimate. */
function took( { since, seconds, cost, estimated_share: estimated }: SupportFigures ): string {
	const [ day, time, share ] = [
		formatDate( since ),
		formatSeconds( seconds ),
		formatPercent( estimated ),
	];
	if ( ! cost ) {
		/* translators: 1: date, 2: duration such as "412 h", 3: percentage. */
		const words = __( 'Since %1$s support took %2$s (%3$s estimated).', 'amicable' );
		return sprintf( words, day, time, share );
	}
	/* translators: 1: date, 2: duration such as "412 h", 3: amount of money, 4: percentage. */
	const words = __( 'Since %1$s support took %2$s ≈ %3$s (%4$s estimated).', 'amicable' );
	return sprintf( words, day, time, formatMoney( cost ), share );
}

function overPaid( { customers_over_paid: customers, over_paid: amount }: SupportFigures ): string {
	const number = formatNumber( customers );
	if ( customers === 0 ) {
		return __( 'No customer costs more than they paid.', 'amicable' );
	}
	return amount
		? sprintf(
				/* translators: 1: number of customers, 2: amount of money. */
				_n(
					'%1$s customer costs more than they paid: %2$s.',
					'%1$s customers cost more than they paid: %2$s together.',
					customers,
					'amicable'
				),
				number,
				formatMoney( amount )
			)
		: sprintf(
				/* translators: %s: number of customers. */
				_n(
					'%s customer costs more than they paid.',
					'%s customers cost more than they paid.',
					customers,
					'amicable'
				),
				number
			);
}

const matched = ( { tickets, tickets_matched: known, customers_matched: of }: SupportFigures ) =>
	sprintf(
		/* translators: 1: number of conversations, 2: those of known customers, 3: number of those customers, 4: the other conversations. */
		_n(
			'Of %1$s conversation %2$s belongs to %3$s customers, %4$s to nobody yet.',
			'Of %1$s conversations %2$s belong to %3$s customers, %4$s to nobody yet.',
			tickets,
			'amicable'
		),
		formatNumber( tickets ),
		formatNumber( known ),
		formatNumber( of ),
		formatNumber( tickets - known )
	);

/** The one sentence that leads the screen. Where nobody told us about support, it says so and claims nothing. */
export function Sentence( { overview: { support, figures } }: { overview: Overview } ) {
	if ( ! support ) {
		return (
			<div className="amicable-overview__lead">
				<p className="amicable-overview__sentence">
					{ sprintf(
						/* translators: %s: number of customers. */
						_n(
							'Support cost is unknown for %s customer.',
							'Support cost is unknown for %s customers.',
							figures.customers,
							'amicable'
						),
						formatNumber( figures.customers )
					) }
				</p>
				<p className="amicable-overview__small">
					{ __(
						'Let your help desk send its tickets, bring a file, or log a contact on any order. Until then no cost is shown, not even zero.',
						'amicable'
					) }{ ' ' }
					{ can( 'amicable_intake' ) && (
						<Link to="import">{ __( 'Bring a file of tickets', 'amicable' ) }</Link>
					) }
				</p>
			</div>
		);
	}
	return (
		<div className="amicable-overview__lead">
			<p className="amicable-overview__sentence">
				{ took( support ) } { overPaid( support ) }
			</p>
			<p className="amicable-overview__small">
				{ matched( support ) }{ ' ' }
				{ support.customers_over_paid > 0 && (
					<Link to="customers" params={ { flag: 'cost_over_paid' } }>
						{ __( 'Look at the customers who cost more', 'amicable' ) }
					</Link>
				) }
			</p>
		</div>
	);
}
