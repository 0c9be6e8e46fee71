import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../../components/error-notice';
import { Panel } from '../../../components/panel';
import { useAct } from '../../../components/use-act';
import { inPractice } from '../../../data/boot';
import { errorsOf } from '../../../data/field-errors';
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
					error={ error }
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

/** For shops whose licenses live on a server of their own. Read only when somebody opens it. */
function Open() {
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

export function LicenseServerSection() {
	const [ isOpen, setOpen ] = useState( false );
	return inPractice() ? null : (
		<Panel
			id="amicable-settings-license-server"
			title={ __( 'A license server of your own', 'amicable' ) }
		>
			<p>
				{ __(
					'Your licenses live outside this site? Say how they are read and ended there, and parting ends them too.',
					'amicable'
				) }
			</p>
			<Button
				variant="secondary"
				aria-expanded={ isOpen }
				onClick={ () => setOpen( ! isOpen ) }
			>
				{ __( 'Set up a license server', 'amicable' ) }
			</Button>
			{ isOpen && <Open /> }
		</Panel>
	);
}
