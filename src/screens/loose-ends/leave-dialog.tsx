import { Button, Modal, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import type { LooseEnd } from '../../data/loose_ends/schema';
import { looseEndsStore } from '../../data/loose_ends/store';

type Props = { end: LooseEnd; onClose: () => void };

const useLeave = ( { end, onClose }: Props ) => {
	const { leave } = useDispatch( looseEndsStore );
	const [ state, setState ] = useState< { isBusy: boolean; error?: unknown } >( {
		isBusy: false,
	} );
	const send = async ( reason: string ) => {
		setState( { isBusy: true } );
		try {
			await leave( end.id, reason );
			onClose();
		} catch ( error ) {
			setState( { isBusy: false, error } );
		}
	};
	return { ...state, send };
};

/** Somebody meant it so: it stays as it is, and the list says who said so and why. */
export function LeaveDialog( { end, onClose }: Props ) {
	const { isBusy, error, send } = useLeave( { end, onClose } );
	const [ reason, setReason ] = useState( '' );
	const form = useId();
	const mayGo = reason.trim() !== '' && ! isBusy;
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( mayGo ) {
			void send( reason.trim() );
		}
	};
	return (
		<Modal
			className="amicable-confirm"
			title={ __( 'Leave it as it is', 'amicable' ) }
			onRequestClose={ onClose }
		>
			<form id={ form } className="amicable-form" onSubmit={ submit }>
				<p>{ end.text }</p>
				<TextareaControl
					__nextHasNoMarginBottom
					label={ __( 'Why it may stay', 'amicable' ) }
					help={ __( 'Kept in the log with your name.', 'amicable' ) }
					maxLength={ 500 }
					required
					value={ reason }
					onChange={ setReason }
				/>
				{ Boolean( error ) && (
					<ErrorNotice
						message={ __( 'That was not saved.', 'amicable' ) }
						error={ error }
					/>
				) }
			</form>
			<div className="amicable-actions">
				<Button variant="tertiary" onClick={ onClose }>
					{ __( 'Cancel', 'amicable' ) }
				</Button>
				<Button
					variant="primary"
					type="submit"
					form={ form }
					isBusy={ isBusy }
					disabled={ ! mayGo }
					accessibleWhenDisabled
				>
					{ __( 'Leave it', 'amicable' ) }
				</Button>
			</div>
		</Modal>
	);
}
