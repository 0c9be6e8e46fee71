import { TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { Submit } from '../../components/submit';
import { can } from '../../data/boot';
import type { RateMissing } from '../../data/overview/schema';
import { setupStore } from '../../data/setup/store';
import { decimalText } from '../../format/money';
import { formatNumber } from '../../format/numbers';

const sold = ( { orders, currency }: RateMissing ) =>
	sprintf(
		/* translators: 1: number of orders, 2: currency code. */
		_n(
			'%1$s order in %2$s has no exchange rate, so its customer has no sum yet.',
			'%1$s orders in %2$s have no exchange rate, so their customers have no sum yet.',
			orders,
			'amicable'
		),
		formatNumber( orders ),
		currency
	);

function Line( { missing, base }: { missing: RateMissing; base: string } ) {
	const { sayRate } = useDispatch( setupStore );
	const [ typed, setTyped ] = useState( '' );
	const [ error, setError ] = useState< unknown >();
	const [ isBusy, setBusy ] = useState( false );
	const rate = decimalText( typed );
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( ! rate ) {
			return;
		}
		setBusy( true );
		await sayRate( { currency: missing.currency, rate } ).catch( setError );
		setBusy( false );
	};
	return (
		<li>
			<span>{ sold( missing ) }</span>
			{ can( 'amicable_settings' ) && (
				<form className="amicable-rates__form" onSubmit={ submit }>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ sprintf(
							/* translators: 1: currency code, 2: currency code. */
							__( 'Today’s rate: one %1$s is about so many %2$s', 'amicable' ),
							missing.currency,
							base
						) }
						inputMode="decimal"
						value={ typed }
						onChange={ setTyped }
					/>
					<Submit variant="secondary" isBusy={ isBusy } mayGo={ Boolean( rate ) }>
						{ __( 'Use it, marked ≈', 'amicable' ) }
					</Submit>
				</form>
			) }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The rate was not saved.', 'amicable' ) }
					error={ error }
				/>
			) }
		</li>
	);
}

/** Sums that cannot be made, and the one number that each of them needs. */
export const RatesMissing = ( { missing, base }: { missing: RateMissing[]; base: string } ) =>
	missing.length === 0 ? null : (
		<ul className="amicable-rates">
			{ missing.map( ( one ) => (
				<Line key={ one.currency } missing={ one } base={ base } />
			) ) }
		</ul>
	);
