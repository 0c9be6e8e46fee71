import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import type { CustomerDetail } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';

/** Whoever does not want to be looked at by rules is not, in one click. Figures stay. */
export function LeaveOut( { customer }: { customer: CustomerDetail } ) {
	const { leaveOut } = useDispatch( customersStore );
	const { act, isBusy, error } = useAct();
	const isOut = customer.left_out_since !== null;
	const change = async () => {
		const saved = await act( () =>
			leaveOut( customer, { left_out: ! isOut, version: customer.version } )
		);
		if ( saved ) {
			speak( __( 'Saved.', 'amicable' ) );
		}
	};
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ change }
			>
				{ isOut
					? __( 'Read for patterns again', 'amicable' )
					: __( 'Leave out of pattern reading', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'This was not saved.', 'amicable' ) } error={ error } />
			) }
		</>
	);
}
