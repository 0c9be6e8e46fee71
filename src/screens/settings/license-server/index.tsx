import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import { errorsOf, isMarked } from '../../../data/field-errors';
import { useLicenseServer } from '../../../data/license_server/hooks';
import type { LicenseServer } from '../../../data/license_server/schema';
import { licenseServerStore } from '../../../data/license_server/store';
import { serverDraftOf, serverUpdateOf } from './draft';
import { Fields } from './fields';
import { TryIt } from './try-it';

function Form( { server }: { server: LicenseServer } ) {
	const { save } = useDispatch( licenseServerStore );
	const { isBusy, error, act } = useAct();
	const [ draft, setDraft ] = useState( () => serverDraftOf( server ) );
	const form = useRef< HTMLFormElement >( null );

	// What was saved stands in the fields, and no secret stays there.
	useEffect( () => setDraft( serverDraftOf( server ) ), [ server ] );
	useEffect( () => {
		form.current?.querySelector< HTMLElement >( '[aria-invalid="true"]' )?.focus();
	}, [ error ] );

	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( await act( () => save( serverUpdateOf( draft ) ) ) ) {
			speak( __( 'The license server is saved.', 'amicable' ) );
		}
	};
	return (
		<form ref={ form } className="amicable-form" noValidate onSubmit={ submit }>
			<Fields draft={ draft } errors={ errorsOf( error ) } onChange={ setDraft } />
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The license server was not saved.', 'amicable' ) }
					error={ isMarked( error ) ? undefined : error }
				/>
			) }
			<div>
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
				>
					{ __( 'Save the license server', 'amicable' ) }
				</Button>
			</div>
		</form>
	);
}

/** Read only when somebody opens it. */
export function OpenLicenseServer() {
	const { server, error } = useLicenseServer();
	return (
		<>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The license server could not be loaded.', 'amicable' ) }
					error={ error }
				/>
			) }
			{ server && <Form server={ server } /> }
			{ server && server.host !== '' && <TryIt /> }
		</>
	);
}
