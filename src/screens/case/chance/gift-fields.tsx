import { RadioControl, SelectControl, TextareaControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { AmountField, WordsField } from '../../../components/fields';
import type { StoreId } from '../../../data/common';
import { errorOf } from '../../../data/field-errors';
import { formatMoney, signed } from '../../../format/money';
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
				signed( formatMoney( { ...margin, minor: margin.minor - cost.minor } ), {
					approximate: chance.money?.approximate,
					atMost: chance.money?.at_least,
				} )
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

/** The other product by a code of the shop, or what somebody exchanged there already. */
const How = ( { chance, draft, onChange }: MoveFieldsProps ) =>
	chance.shops.length === 0 ? null : (
		<RadioControl
			label={ __( 'How', 'amicable' ) }
			selected={ draft.byHand ? 'hand' : 'code' }
			options={ [
				{ value: 'code', label: __( 'A code for the other product', 'amicable' ) },
				{ value: 'hand', label: __( 'Exchanged in the shop already', 'amicable' ) },
			] }
			onChange={ ( how ) => onChange( { byHand: how === 'hand' } ) }
		/>
	);

const OrderField = ( { draft, errors, onChange }: MoveFieldsProps ) => (
	<WordsField
		label={ __( 'Number of the new order', 'amicable' ) }
		value={ draft.order }
		error={ errorOf( errors, 'order' ) ?? errorOf( errors, 'product' ) }
		onChange={ ( order ) => onChange( { order } ) }
	/>
);

function Thing( props: MoveFieldsProps & { currency: string } ) {
	const { kind, draft, errors, onChange, currency } = props;
	if ( kind === 'coupon' ) {
		return (
			<AmountField
				label={ amountLabel( currency ) }
				value={ draft.amount }
				error={ errorOf( errors, 'amount' ) }
				onChange={ ( amount ) => onChange( { amount } ) }
			/>
		);
	}
	return kind === 'exchange' && draft.byHand ? (
		<OrderField { ...props } />
	) : (
		<ProductField { ...props } />
	);
}

/** A code that the shop makes for this customer alone, for one purchase. */
export function GiftFields( props: MoveFieldsProps ) {
	const { chance, kind, draft, errors, onChange } = props;
	const shop = shopOf( chance, draft );
	const byHand = kind === 'exchange' && draft.byHand;
	return (
		<>
			{ kind === 'exchange' && <How { ...props } /> }
			{ chance.shops.length > 1 && ! byHand && (
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
			<Thing { ...props } currency={ shop?.currency ?? '' } />
			<AmountField
				label={ costLabel( chance.money?.currency ?? '' ) }
				help={
					byHand
						? __( 'It counts from now on.', 'amicable' )
						: __( 'It counts once the code is used.', 'amicable' )
				}
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
			{ ! byHand && (
				<p className="amicable-muted">
					{ __( 'For one purchase of this customer, within 90 days.', 'amicable' ) }
				</p>
			) }
		</>
	);
}
