import { speak } from '@wordpress/a11y';
import { RadioControl, SearchControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { FormDialog } from '../../components/form-dialog';
import { useAct } from '../../components/use-act';
import { useDelayed } from '../../components/use-delayed';
import { errorOf, errorsOf } from '../../data/field-errors';
import { useCustomers } from '../../data/customers/hooks';
import type { CustomerQuery } from '../../data/customers/query';
import type { CustomerDetail, CustomerRow } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';
import { nameOf } from '../../format/customer-name';

type ChoiceProps = {
	/** Who stays cannot be chosen. */
	except: number;
	search: string;
	chosen: CustomerRow | undefined;
	onChoose: ( row: CustomerRow | undefined ) => void;
};

function Choice( { except, search, chosen, onChoose }: ChoiceProps ) {
	const asked = useDelayed( search );
	const query = useMemo< CustomerQuery >(
		() => ( { search: asked, orderby: 'name', order: 'asc', page: 1, per_page: 10 } ),
		[ asked ]
	);
	const { page, error } = useCustomers( query );
	if ( error ) {
		return (
			<ErrorNotice
				message={ __( 'The customers could not be loaded.', 'amicable' ) }
				error={ error }
			/>
		);
	}
	const rows = page?.items.filter( ( { id } ) => id !== except ) ?? [];
	if ( page && rows.length === 0 ) {
		return <p>{ __( 'Nobody else is found by that.', 'amicable' ) }</p>;
	}
	return (
		<RadioControl
			label={ __( 'Who is the same person?', 'amicable' ) }
			selected={ chosen ? String( chosen.id ) : '' }
			options={ rows.map( ( row ) => ( {
				value: String( row.id ),
				label: nameOf( row ),
				description: row.email,
			} ) ) }
			onChange={ ( id ) => onChoose( rows.find( ( row ) => String( row.id ) === id ) ) }
		/>
	);
}

const consequence = ( customer: CustomerDetail, other: CustomerRow ) =>
	sprintf(
		/* translators: 1 and 2: names of customers. */
		__(
			'Orders, tickets and everything else of %1$s will count for %2$s. A block comes along. You can take this back later.',
			'amicable'
		),
		nameOf( other ),
		nameOf( customer )
	);

/** Two who are one: a person says so, after having seen whom. */
export function MergeDialog( {
	customer,
	onClose,
}: {
	customer: CustomerDetail;
	onClose: () => void;
} ) {
	const { merge } = useDispatch( customersStore );
	const { act, isBusy, error } = useAct();
	const [ search, setSearch ] = useState( '' );
	const [ other, setOther ] = useState< CustomerRow | undefined >();
	const submit = async () => {
		const request = { customer_id: other?.id ?? 0, version: customer.version };
		if ( await act( () => merge( customer, request ) ) ) {
			speak( __( 'Merged.', 'amicable' ) );
			onClose();
		}
	};
	const wrong = errorOf( errorsOf( error ), 'customer_id' );
	return (
		<FormDialog
			title={ __( 'Merge with another customer', 'amicable' ) }
			label={ __( 'Merge', 'amicable' ) }
			failed={ __( 'They were not merged.', 'amicable' ) }
			mayGo={ other !== undefined }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<SearchControl
				__nextHasNoMarginBottom
				label={ __( 'Name, email or order number of the other', 'amicable' ) }
				placeholder={ __( 'Name, email or order number', 'amicable' ) }
				hideLabelFromVision={ false }
				value={ search }
				onChange={ ( typed ) => {
					setSearch( typed );
					setOther( undefined );
				} }
			/>
			{ search.trim().length > 1 && (
				<Choice
					except={ customer.id }
					search={ search.trim() }
					chosen={ other }
					onChoose={ setOther }
				/>
			) }
			{ wrong && <p className="amicable-field__error">{ wrong }</p> }
			{ other && <p>{ consequence( customer, other ) }</p> }
		</FormDialog>
	);
}
