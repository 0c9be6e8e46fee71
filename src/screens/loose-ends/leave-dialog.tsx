import { TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { FormDialog } from '../../components/form-dialog';
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
	return (
		<FormDialog
			title={ __( 'Leave it as it is', 'amicable' ) }
			label={ __( 'Leave it', 'amicable' ) }
			failed={ __( 'That was not saved.', 'amicable' ) }
			mayGo={ reason.trim() !== '' }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ () => void send( reason.trim() ) }
			onCancel={ onClose }
		>
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
		</FormDialog>
	);
}
