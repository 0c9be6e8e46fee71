import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../error-notice';
import { ContactFields } from './contact-fields';
import { EMPTY, isWhole, type About, type Entry } from './entry';
import { useLog } from './use-log';

/** A call or a mail, logged in a few seconds from the order it was about. */
export function LogContact( { about }: { about: About } ) {
	const [ isOpen, setOpen ] = useState( false );
	const [ isLogged, setLogged ] = useState( false );
	const [ entry, setEntry ] = useState< Entry >( EMPTY );
	const { isBusy, error, save } = useLog( about );
	const submit = async () => {
		if ( await save( entry ) ) {
			setEntry( EMPTY );
			setOpen( false );
			setLogged( true );
			speak( __( 'Contact logged.', 'amicable' ) );
		}
	};

	return (
		<div className="amicable-contact">
			<Button
				variant="secondary"
				aria-expanded={ isOpen }
				onClick={ () => {
					setOpen( ! isOpen );
					setLogged( false );
				} }
			>
				{ __( 'Log a contact', 'amicable' ) }
			</Button>
			{ isLogged && (
				<p className="amicable-contact__done">
					{ __( 'Logged. The figures follow with the next page.', 'amicable' ) }
				</p>
			) }
			{ isOpen && (
				// No form of our own: the box stands inside the order's form.
				<div
					role="group"
					aria-label={ __( 'Contact', 'amicable' ) }
					className="amicable-contact__fields"
				>
					<ContactFields entry={ entry } onChange={ setEntry } />
					{ Boolean( error ) && (
						<ErrorNotice
							message={ __( 'The contact was not logged.', 'amicable' ) }
							error={ error }
						/>
					) }
					<Button
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy || ! isWhole( entry ) }
						accessibleWhenDisabled
						onClick={ submit }
					>
						{ __( 'Save the contact', 'amicable' ) }
					</Button>
				</div>
			) }
		</div>
	);
}
