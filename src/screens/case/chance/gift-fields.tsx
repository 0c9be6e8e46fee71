import { SelectControl, TextareaControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { AmountField } from '../../../components/fields';
import type { StoreId } from '../../../data/common';
import { errorOf } from '../../../data/field-errors';
import { formatMoney } from '../../../format/money';
import type { MoveFieldsProps } from './move-dialog';
import { moveOf, shopOf } from './move-draft';
import { ProductField } from './product-field';

/** What would be left of what they brought, before it is given. */
function Left( { chance, kind, draft }: MoveFieldsProps ) {
	const cost = moveOf( kind, draft, chance ).cost;
	const margin = chance.money?.margin;
	if ( ! cost || ! margin ) {
		return null;
	}
	return (
		<p>
			{ sprintf(
				/* translators: %s: amount of money, perhaps less than nothing. */
				__( 'Profit after it: %s', 'amicable' ),
				formatMoney( { ...margin, minor: margin.minor - cost.minor } )
			) }
		</p>
	);
}

const Table = ( { chance, draft, errors, onChange }: MoveFieldsProps ) =>
	chance.resolutions.length === 0 ? null : (
		<SelectControl
			label={ __( 'What the table says', 'amicable' ) }
			help={ errorOf( errors, 'problem' ) }
			value={ draft.problem }
			options={ [
				{ value: '', label: __( 'Not in the table', 'amicable' ) },
				...chance.resolutions.map( ( { problem, answer, most } ) => ( {
					value: problem,
					label: [ problem, answer, most && formatMoney( most ) ]
						.filter( Boolean )
						.join( ' · ' ),
				} ) ),
			] }
			onChange={ ( problem ) => onChange( { problem } ) }
			__next40pxDefaultSize
			__nextHasNoMarginBottom
		/>
	);

const amountLabel = ( currency: string ) =>
	/* translators: %s: currency code. */
	sprintf( __( 'Amount off, in %s', 'amicable' ), currency );

const costLabel = ( currency: string ) =>
	/* translators: %s: currency code. */
	sprintf( __( 'Cost to the shop, in %s', 'amicable' ), currency );

/** A code that the shop makes for this customer alone, for one purchase. */
export function GiftFields( props: MoveFieldsProps ) {
	const { chance, kind, draft, errors, onChange } = props;
	const shop = shopOf( chance, draft );
	return (
		<>
			{ chance.shops.length > 1 && (
				<SelectControl
					label={ __( 'Shop', 'amicable' ) }
					value={ draft.store ?? chance.shops[ 0 ]?.store ?? 'sample' }
					options={ chance.shops.map( ( { store, label } ) => ( {
						value: store,
						label,
					} ) ) }
					onChange={ ( store: StoreId ) => onChange( { store, product: '' } ) }
					__next40pxDefaultSize
					__nextHasNoMarginBottom
				/>
			) }
			{ kind === 'coupon' ? (
				<AmountField
					label={ amountLabel( shop?.currency ?? '' ) }
					value={ draft.amount }
					error={ errorOf( errors, 'amount' ) }
					onChange={ ( amount ) => onChange( { amount } ) }
				/>
			) : (
				<ProductField { ...props } />
			) }
			<AmountField
				label={ costLabel( chance.money?.currency ?? '' ) }
				help={ __( 'It counts once the code is used.', 'amicable' ) }
				value={ draft.cost }
				error={ errorOf( errors, 'cost' ) }
				onChange={ ( cost ) => onChange( { cost } ) }
			/>
			<Left { ...props } />
			<Table { ...props } />
			{ ( errorOf( errors, 'departure' ) || draft.departure ) && (
				<TextareaControl
					label={ __( 'Why this one is different', 'amicable' ) }
					help={ errorOf( errors, 'departure' ) }
					value={ draft.departure }
					onChange={ ( departure ) => onChange( { departure } ) }
					rows={ 2 }
					maxLength={ 500 }
					__nextHasNoMarginBottom
				/>
			) }
			<p className="amicable-muted">
				{ __( 'For one purchase of this customer, within 90 days.', 'amicable' ) }
			</p>
		</>
	);
}
