import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { can } from '../../data/boot';
import { casesStore } from '../../data/cases/store';
import type { CustomerDetail } from '../../data/customers/schema';
import { navigate } from '../../router/history';

/** The open case, opened where there is none: nothing happens to the customer by that. */
function useCase( customer: CustomerDetail ) {
	const { open } = useDispatch( casesStore );
	const [ state, setState ] = useState< { isBusy: boolean; error?: unknown } >( {
		isBusy: false,
	} );
	const start = async () => {
		setState( { isBusy: true } );
		try {
			const { id } = await open( customer.id );
			navigate( 'case', id );
		} catch ( error ) {
			setState( { isBusy: false, error } );
		}
	};
	return { ...state, start };
}

export function Actions( { customer }: { customer: CustomerDetail } ) {
	const { start, isBusy, error } = useCase( customer );
	return (
		<div className="amicable-customer__actions">
			{ can( 'amicable_offboard' ) && customer.orders > 0 && (
				<LinkButton
					variant="primary"
					to="customer"
					of={ customer.id }
					params={ { tab: 'orders' } }
				>
					{ __( 'Refund…', 'amicable' ) }
				</LinkButton>
			) }
			{ can( 'amicable_cases' ) && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ start }
				>
					{ can( 'amicable_offboard' )
						? __( 'Part ways…', 'amicable' )
						: __( 'Propose a case', 'amicable' ) }
				</Button>
			) }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The case could not be opened.', 'amicable' ) }
					error={ error }
					onRetry={ start }
				/>
			) }
		</div>
	);
}
