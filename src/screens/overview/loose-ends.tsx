import { __, _n, sprintf } from '@wordpress/i18n';
import { LinkButton } from '../../components/link-button';
import { Panel } from '../../components/panel';
import type { Overview } from '../../data/overview/schema';
import { formatMoneyList } from '../../format/money-list';
import { formatNumber } from '../../format/numbers';

const found = ( open: number ) =>
	sprintf(
		/* translators: %s: number of things. */
		_n(
			'%s thing is still open after a refund or a lost dispute.',
			'%s things are still open after refunds or lost disputes.',
			open,
			'amicable'
		),
		formatNumber( open )
	);

/** What can be put right today, whatever is known about support. */
export function LooseEnds( { overview }: { overview: Overview } ) {
	const { open, scheduled = [] } = overview.loose_ends;
	if ( open === 0 && overview.import.state === 'running' ) {
		return null; // Too early to say that nothing is.
	}
	return (
		<Panel id="amicable-overview-loose-ends" title={ __( 'Loose ends', 'amicable' ) }>
			<p>
				{ open === 0 ? __( 'No refund left anything open.', 'amicable' ) : found( open ) }{ ' ' }
				{ scheduled.length > 0 &&
					sprintf(
						/* translators: %s: amounts of money. */
						__( 'Renewals still scheduled on refunded orders: %s.', 'amicable' ),
						formatMoneyList( scheduled )
					) }
			</p>
			{ open > 0 && (
				<LinkButton variant="primary" to="loose-ends">
					{ __( 'Look at them', 'amicable' ) }
				</LinkButton>
			) }
		</Panel>
	);
}
