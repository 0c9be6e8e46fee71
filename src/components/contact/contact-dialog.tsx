import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { errorsOf } from '../../data/field-errors';
import { FormDialog } from '../form-dialog';
import { ContactFields } from './contact-fields';
import { EMPTY, isWhole, type About, type Entry } from './entry';
import { useLog } from './use-log';

/** The same contact as from an order, where there is a screen of our own around it. */
export function ContactDialog( { about, onClose }: { about: About; onClose: () => void } ) {
	const [ entry, setEntry ] = useState< Entry >( EMPTY );
	const { isBusy, error, save } = useLog( about );
	const submit = async () => {
		if ( await save( entry ) ) {
			speak( __( 'Contact logged.', 'amicable' ) );
			onClose();
		}
	};
	return (
		<FormDialog
			title={ __( 'Log a contact', 'amicable' ) }
			label={ __( 'Save the contact', 'amicable' ) }
			failed={ __( 'The contact was not logged.', 'amicable' ) }
			mayGo={ isWhole( entry ) }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<ContactFields entry={ entry } errors={ errorsOf( error ) } onChange={ setEntry } />
		</FormDialog>
	);
}
