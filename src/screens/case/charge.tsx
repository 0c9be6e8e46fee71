import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { ReasonForm } from '../../components/reason-form';
import { can } from '../../data/boot';
import type { Charge } from '../../data/disputes/charge';
import { disputesStore } from '../../data/disputes/store';
import { formatDate } from '../../format/dates';
import { Link } from '../../router/link';

const titleOf = ( { status, number }: Charge ) =>
	status === 'warning'
		? sprintf(
				/* translators: %s: number of an order. */
				__( 'A bank asks about the payment of order %s', 'amicable' ),
				number
			)
		: sprintf(
				/* translators: %s: number of an order. */
				__( 'The payment of order %s is disputed', 'amicable' ),
				number
			);

const wordsOf = ( { status, holds }: Charge ) => {
	if ( status === 'warning' ) {
		return __( 'Nothing is taken yet. Talk to the customer; you may settle this.', 'amicable' );
	}
	return holds
		? __(
				'About this order, only the texts for a dispute can be sent, and nothing is given or refunded. Other orders are answered as ever.',
				'amicable'
			)
		: __( 'Somebody decided to talk about it all the same.', 'amicable' );
};

/** The dispute over the payment this case is about: whom to talk to, until when, and how to talk about it all the same. */
export function ChargeBanner( { charge }: { charge: Charge } ) {
	const { unlock } = useDispatch( disputesStore );
	return (
		<section className="amicable-reply-lock" aria-labelledby="amicable-charge">
			<h2 id="amicable-charge" className="amicable-reply-lock__title">
				{ titleOf( charge ) }
			</h2>
			<p>{ wordsOf( charge ) }</p>
			{ charge.deadline_at && (
				<p>
					{ sprintf(
						/* translators: %s: a date. */
						__( 'Evidence is due by %s.', 'amicable' ),
						formatDate( charge.deadline_at )
					) }
				</p>
			) }
			{ can( 'amicable_offboard' ) && (
				<p>
					<Link to="dispute" of={ charge.dispute_id }>
						{ __( 'Evidence sheet', 'amicable' ) }
					</Link>
				</p>
			) }
			{ charge.holds && can( 'amicable_send' ) && (
				<ReasonForm
					label={ __( 'Why talk about it', 'amicable' ) }
					button={ __( 'Talk about it all the same', 'amicable' ) }
					done={ __( 'This order may be talked about again.', 'amicable' ) }
					onSave={ ( reason ) => unlock( charge, reason ) }
				/>
			) }
		</section>
	);
}
