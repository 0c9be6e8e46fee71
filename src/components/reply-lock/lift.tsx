import { speak } from '@wordpress/a11y';
import { Button, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Lock } from '../../data/locks/schema';
import { locksStore } from '../../data/locks/store';
import { ErrorNotice } from '../error-notice';
import { useAct } from '../use-act';

/** One reason and one click, and the customer is answered like anybody else. The case stays where it is. */
export function Lift( { customer, lock }: { customer: number; lock: Lock } ) {
	const [ reason, setReason ] = useState( '' );
	const { lift } = useDispatch( locksStore );
	const { act, isBusy, error } = useAct();
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( await act( () => lift( customer, lock.version, reason.trim() ) ) ) {
			speak( __( 'This customer may be answered again.', 'amicable' ) );
		}
	};
	return (
		<form className="amicable-form" onSubmit={ submit }>
			<TextControl
				label={ __( 'Why answer again', 'amicable' ) }
				value={ reason }
				maxLength={ 500 }
				onChange={ setReason }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				type="submit"
				isBusy={ isBusy }
				disabled={ isBusy || reason.trim() === '' }
				accessibleWhenDisabled
			>
				{ __( 'Answer again', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</form>
	);
}
