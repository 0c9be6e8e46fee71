import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { can } from '../../data/boot';
import type { Run } from '../../data/offboardings/schema';
import { formatDate } from '../../format/dates';
import { Link } from '../../router/link';

type Dispute = Run[ 'disputes' ][ number ];

function sentence( { number, status, deadline_at: due }: Dispute ): string {
	if ( status === 'lost' ) {
		/* translators: %s: number of an order. */
		return sprintf( __( 'The dispute over order %s was lost.', 'amicable' ), number );
	}
	return due === null
		? sprintf(
				/* translators: %s: number of an order. */
				__( 'The payment of order %s is disputed.', 'amicable' ),
				number
			)
		: sprintf(
				/* translators: 1: number of an order, 2: date. */
				__(
					'The payment of order %1$s is disputed; the bank waits until %2$s.',
					'amicable'
				),
				number,
				formatDate( due )
			);
}

/** The alarm: it reopens nothing, and somebody has to know. */
export const Disputes = ( { run: { disputes } }: { run: Run } ) =>
	disputes.length === 0 ? null : (
		<Notice status="warning" isDismissible={ false }>
			<ul className="amicable-run__disputes">
				{ disputes.map( ( dispute ) => (
					<li key={ dispute.id }>
						{ sentence( dispute ) }{ ' ' }
						{ can( 'amicable_offboard' ) && (
							<Link to="dispute" of={ dispute.id }>
								{ __( 'Evidence sheet', 'amicable' ) }
							</Link>
						) }
					</li>
				) ) }
			</ul>
		</Notice>
	);
