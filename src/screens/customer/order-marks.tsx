import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import type { CustomerOrder } from '../../data/customers/schema';
import { disputesStore } from '../../data/disputes/store';
import { Link } from '../../router/link';

/** One click: the shop may hand the files out again. It grants nothing by itself. */
function Files( { order }: { order: CustomerOrder } ) {
	const { reopenFiles } = useDispatch( disputesStore );
	const { act, isBusy, error } = useAct();
	const open = async () => {
		if ( await act( () => reopenFiles( order.ref ) ) ) {
			speak( __( 'The shop may hand out the files again.', 'amicable' ) );
		}
	};
	return (
		<span className="amicable-muted">
			{ __( 'Files are kept closed.', 'amicable' ) }{ ' ' }
			<Button
				variant="link"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				description={ sprintf(
					/* translators: %s: number of an order. */
					__( 'Open the files of order %s again', 'amicable' ),
					order.number
				) }
				onClick={ open }
			>
				{ __( 'Open them again', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</span>
	);
}

/** What else there is to know about an order, for those who may do something about it. */
export const OrderMarks = ( { order }: { order: CustomerOrder } ) =>
	can( 'amicable_offboard' ) ? (
		<>
			{ order.dispute_id !== null && (
				<>
					<br />
					<Link to="dispute" of={ order.dispute_id }>
						{ __( 'Evidence sheet', 'amicable' ) }
					</Link>
				</>
			) }
			{ order.kept_closed && (
				<>
					<br />
					<Files order={ order } />
				</>
			) }
		</>
	) : null;
