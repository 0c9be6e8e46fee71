import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { FormDialog } from '../../components/form-dialog';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import type { CustomerDetail } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';
import { formatList } from '../../format/list';
import { nameOf } from '../../format/customer-name';

type Merged = CustomerDetail[ 'merged' ][ number ];
type Props = { customer: CustomerDetail; other: Merged; onClose: () => void };

function ApartDialog( { customer, other, onClose }: Props ) {
	const { unmerge } = useDispatch( customersStore );
	const { act, isBusy, error } = useAct();
	const submit = async () => {
		const request = { customer_id: other.id, version: customer.version };
		if ( await act( () => unmerge( customer, request ) ) ) {
			speak( __( 'Taken apart.', 'amicable' ) );
			onClose();
		}
	};
	return (
		<FormDialog
			title={ __( 'Take apart again', 'amicable' ) }
			label={ __( 'Take apart', 'amicable' ) }
			failed={ __( 'They were not taken apart.', 'amicable' ) }
			mayGo
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<p>
				{ sprintf(
					/* translators: %s: name of a customer. */
					__(
						'%s gets back the orders and tickets that came under their names.',
						'amicable'
					),
					nameOf( other )
				) }
			</p>
		</FormDialog>
	);
}

const named = ( other: Merged ) =>
	formatList( [ nameOf( other ), other.name ? other.email : '' ].filter( Boolean ) );

/** Whom somebody said to be the same: the way back stands beside each. */
export function MergedList( { customer }: { customer: CustomerDetail } ) {
	const [ apart, setApart ] = useState< Merged | undefined >();
	return (
		<ul className="amicable-customer__merged">
			{ customer.merged.map( ( other ) => (
				<li key={ other.id }>
					{ sprintf(
						/* translators: %s: name and email of another customer. */
						__( 'Merged with %s', 'amicable' ),
						named( other )
					) }{ ' ' }
					{ can( 'amicable_cases' ) && (
						<Button variant="link" onClick={ () => setApart( other ) }>
							{ __( 'Take apart…', 'amicable' ) }
						</Button>
					) }
				</li>
			) ) }
			{ apart && (
				<ApartDialog
					customer={ customer }
					other={ apart }
					onClose={ () => setApart( undefined ) }
				/>
			) }
		</ul>
	);
}
