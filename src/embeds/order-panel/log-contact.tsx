import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import type { OrderRef } from '../../data/common';
import { newKey } from '../../data/key';
import { contactsStore } from '../../data/contacts/store';
import { ContactFields } from './contact-fields';
import { contactOf, EMPTY, type Entry } from './entry';

const useLog = ( order: OrderRef, onLogged: () => void ) => {
	const { log } = useDispatch( contactsStore );
	const [ state, setState ] = useState< { busy: boolean; error?: unknown } >( { busy: false } );
	const key = useRef( newKey() );
	const save = async ( entry: Entry ) => {
		setState( { busy: true } );
		try {
			await log( contactOf( order, entry, new Date() ), key.current );
			key.current = newKey();
			setState( { busy: false } );
			onLogged();
		} catch ( error ) {
			setState( { busy: false, error } );
		}
	};
	return { ...state, save };
};

/** A call or a mail, logged in a few seconds from the order it was about. */
export function LogContact( { order }: { order: OrderRef } ) {
	const [ isOpen, setOpen ] = useState( false );
	const [ isLogged, setLogged ] = useState( false );
	const [ entry, setEntry ] = useState< Entry >( EMPTY );
	const { busy, error, save } = useLog( order, () => {
		setEntry( EMPTY );
		setOpen( false );
		setLogged( true );
		speak( __( 'Contact logged.', 'amicable' ) );
	} );

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
						isBusy={ busy }
						disabled={ busy || entry.minutes === '' }
						accessibleWhenDisabled
						onClick={ () => save( entry ) }
					>
						{ __( 'Save the contact', 'amicable' ) }
					</Button>
				</div>
			) }
		</div>
	);
}
