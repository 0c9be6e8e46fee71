import { speak } from '@wordpress/a11y';
import { CheckboxControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import { describe } from '../../../components/fields';
import { errorsOf } from '../../../data/field-errors';
import { useFreemius } from '../../../data/freemius/hooks';
import type { Freemius } from '../../../data/freemius/schema';
import { freemiusStore } from '../../../data/freemius/store';
import { SaveForm } from '../save-form';
import { freemiusDraftOf, freemiusUpdateOf } from './draft';
import { Products } from './products';
import { TryTokens } from './try-tokens';

function Form( { freemius }: { freemius: Freemius } ) {
	const { save } = useDispatch( freemiusStore );
	const { isBusy, error, act } = useAct();
	const [ draft, setDraft ] = useState( () => freemiusDraftOf( freemius ) );
	const errors = errorsOf( error );

	// What was saved stands in the fields, and no token stays there.
	useEffect( () => setDraft( freemiusDraftOf( freemius ) ), [ freemius ] );

	const keep = async () => {
		if ( await act( () => save( freemiusUpdateOf( draft ) ) ) ) {
			speak( __( 'Freemius is saved.', 'amicable' ) );
		}
	};
	return (
		<SaveForm
			isBusy={ isBusy }
			error={ error }
			failed={ __( 'Freemius was not saved.', 'amicable' ) }
			saveLabel={ __( 'Save Freemius', 'amicable' ) }
			onSave={ keep }
		>
			<Products
				products={ draft.products }
				errors={ errors }
				onChange={ ( products ) => setDraft( { ...draft, products } ) }
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'End licenses at Freemius', 'amicable' ) }
				{ ...describe(
					__(
						'A parting cancels the license and the subscription that would charge for it. Refunds are made at Freemius.',
						'amicable'
					),
					errors.products
				) }
				checked={ draft.enabled }
				onChange={ ( enabled ) => setDraft( { ...draft, enabled } ) }
			/>
		</SaveForm>
	);
}

/** Read only when somebody opens it. */
export function OpenFreemius() {
	const { freemius, error } = useFreemius();
	return (
		<>
			<p>
				{ __(
					'Product ID and token stand at Freemius under the settings of each product, API & Keys. To find licenses, the emails of a customer are sent there when somebody opens the customer, plans a parting or checks that nothing is left open.',
					'amicable'
				) }
			</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'Freemius could not be loaded.', 'amicable' ) }
					error={ error }
				/>
			) }
			{ freemius && <Form freemius={ freemius } /> }
			{ freemius && freemius.products.length > 0 && (
				<TryTokens products={ freemius.products } />
			) }
		</>
	);
}
