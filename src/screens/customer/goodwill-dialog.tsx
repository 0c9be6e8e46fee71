import { speak } from '@wordpress/a11y';
import { CheckboxControl, SelectControl, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { AmountField, DayField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { useAct } from '../../components/use-act';
import { errorOf, errorsOf, type Errors } from '../../data/field-errors';
import { goodwillKind } from '../../data/goodwill/schema';
import { goodwillStore } from '../../data/goodwill/store';
import {
	EMPTY,
	goodwillCurrency,
	goodwillKinds,
	goodwillOf,
	type GoodwillDraft,
} from './goodwill-words';

type FieldsProps = {
	draft: GoodwillDraft;
	errors: Errors;
	onChange: ( change: Partial< GoodwillDraft > ) => void;
};

const kinds = () =>
	goodwillKind.options.map( ( value ) => ( { value, label: goodwillKinds()[ value ] } ) );

const Amounts = ( { draft, errors, onChange }: FieldsProps ) => (
	<>
		<AmountField
			label={ sprintf(
				/* translators: %s: currency code. */
				__( 'Worth to the customer, in %s', 'amicable' ),
				goodwillCurrency()
			) }
			value={ draft.value }
			error={ errorOf( errors, 'value' ) }
			onChange={ ( value ) => onChange( { value } ) }
		/>
		<AmountField
			label={ sprintf(
				/* translators: %s: currency code. */
				__( 'Cost to the shop, in %s', 'amicable' ),
				goodwillCurrency()
			) }
			help={ __( 'Left empty, it is the same. It counts once it is used.', 'amicable' ) }
			value={ draft.cost }
			error={ errorOf( errors, 'cost' ) }
			onChange={ ( cost ) => onChange( { cost } ) }
		/>
	</>
);

const Fields = ( props: FieldsProps ) => {
	const { draft, errors, onChange } = props;
	return (
		<>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'What they were given', 'amicable' ) }
				value={ draft.kind }
				options={ kinds() }
				onChange={ ( kind ) => onChange( { kind } ) }
			/>
			<Amounts { ...props } />
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'It has been used', 'amicable' ) }
				checked={ draft.used }
				onChange={ ( used ) => onChange( { used } ) }
			/>
			{ draft.used && (
				<DayField
					label={ __( 'Used on', 'amicable' ) }
					help={ __( 'Left empty, it is today.', 'amicable' ) }
					value={ draft.usedOn }
					error={ errorOf( errors, 'used_at' ) }
					onChange={ ( usedOn ) => onChange( { usedOn } ) }
				/>
			) }
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'What for', 'amicable' ) }
				help={
					errorOf( errors, 'note' ) ??
					__( 'Facts only: the customer may ask to read it.', 'amicable' )
				}
				rows={ 2 }
				maxLength={ 500 }
				value={ draft.note }
				onChange={ ( note ) => onChange( { note } ) }
			/>
		</>
	);
};

/** Something given to make up for something: a coupon, a free month. */
export function GoodwillDialog( { customer, onClose }: { customer: number; onClose: () => void } ) {
	const { give } = useDispatch( goodwillStore );
	const { act, isBusy, error } = useAct();
	const [ draft, setDraft ] = useState< GoodwillDraft >( EMPTY );
	const [ errors, setErrors ] = useState< Errors >( {} );
	const submit = async () => {
		const { create, errors: wrong } = goodwillOf( draft );
		setErrors( wrong );
		if (
			Object.keys( wrong ).length === 0 &&
			( await act( () => give( customer, create ) ) )
		) {
			speak( __( 'Goodwill logged.', 'amicable' ) );
			onClose();
		}
	};
	return (
		<FormDialog
			title={ __( 'Log goodwill', 'amicable' ) }
			label={ __( 'Save the goodwill', 'amicable' ) }
			failed={ __( 'The goodwill was not saved.', 'amicable' ) }
			mayGo={ draft.value.trim() !== '' }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<Fields
				draft={ draft }
				errors={ { ...errorsOf( error ), ...errors } }
				onChange={ ( change ) => setDraft( { ...draft, ...change } ) }
			/>
		</FormDialog>
	);
}
