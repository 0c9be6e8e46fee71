import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import type { CustomerDetail } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';

type Props = { label: string; save: () => Promise< unknown > };

function Switch( { label, save }: Props ) {
	const { act, isBusy, error } = useAct();
	const change = async () => {
		if ( await act( save ) ) {
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
				{ label }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'This was not saved.', 'amicable' ) } error={ error } />
			) }
		</>
	);
}

/** Whoever does not want to be looked at by rules is not, in one click. Figures stay. */
export function LeaveOut( { customer }: { customer: CustomerDetail } ) {
	const { leaveOut } = useDispatch( customersStore );
	const isOut = customer.left_out_since !== null;
	return (
		<Switch
			label={
				isOut
					? __( 'Read for patterns again', 'amicable' )
					: __( 'Leave out of pattern reading', 'amicable' )
			}
			save={ () => leaveOut( customer, { left_out: ! isOut, version: customer.version } ) }
		/>
	);
}

/** Why is not asked: that may be a matter of health. */
export function ExtraTime( { customer }: { customer: CustomerDetail } ) {
	const { agreeExtraTime } = useDispatch( customersStore );
	const isAgreed = customer.extra_time_since !== null;
	return (
		<Switch
			label={
				isAgreed
					? __( 'No extra time any more', 'amicable' )
					: __( 'Agree on extra time', 'amicable' )
			}
			save={ () =>
				agreeExtraTime( customer, { agreed: ! isAgreed, version: customer.version } )
			}
		/>
	);
}
