import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { Badge } from '../../components/badge';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import type { CustomerDetail } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';
import { formatDate } from '../../format/dates';

type Props = { customer: CustomerDetail; block: NonNullable< CustomerDetail[ 'block' ] > };

const told = ( { since, until, who }: Props[ 'block' ] ) => {
	const by = who ?? __( 'a run', 'amicable' );
	return until === null
		? sprintf(
				/* translators: 1: date, 2: name of a person. */
				__( 'since %1$s, by %2$s', 'amicable' ),
				formatDate( since ),
				by
			)
		: sprintf(
				/* translators: 1: date, 2: name of a person, 3: date. */
				__( 'since %1$s, by %2$s, until %3$s', 'amicable' ),
				formatDate( since ),
				by,
				formatDate( until )
			);
};

/** That new purchases are refused, why, by whom and how long; one click ends it. */
export function Blocked( { customer, block }: Props ) {
	const { unblock } = useDispatch( customersStore );
	const { act, isBusy, error } = useAct();
	const request = {
		reason: __( 'Let in again on the page of the customer', 'amicable' ),
		version: customer.version,
	};
	const letIn = async () => {
		if ( await act( () => unblock( customer, request ) ) ) {
			speak( __( 'New purchases are possible again.', 'amicable' ) );
		}
	};
	return (
		<>
			<Badge look="quiet">{ __( 'No new purchases', 'amicable' ) }</Badge>
			<span className="amicable-muted">{ told( block ) }</span>
			{ block.reason !== '' && <span className="amicable-muted">{ block.reason }</span> }
			{ can( 'amicable_offboard' ) && (
				<Button
					variant="link"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ letIn }
				>
					{ __( 'Let them buy again', 'amicable' ) }
				</Button>
			) }
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</>
	);
}
