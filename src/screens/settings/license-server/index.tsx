import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import { errorsOf } from '../../../data/field-errors';
import { useLicenseServer } from '../../../data/license_server/hooks';
import type { LicenseServer } from '../../../data/license_server/schema';
import { licenseServerStore } from '../../../data/license_server/store';
import { SaveForm } from '../save-form';
import { serverDraftOf, serverUpdateOf } from './draft';
import { Fields } from './fields';
import { TryIt } from './try-it';

function Form( { server }: { server: LicenseServer } ) {
	const { save } = useDispatch( licenseServerStore );
	const { isBusy, error, act } = useAct();
	const [ draft, setDraft ] = useState( () => serverDraftOf( server ) );

	// What was saved stands in the fields, and no secret stays there.
	useEffect( () => setDraft( serverDraftOf( server ) ), [ server ] );

	const keep = async () => {
		if ( await act( () => save( serverUpdateOf( draft ) ) ) ) {
			speak( __( 'The license server is saved.', 'amicable' ) );
		}
	};
	return (
		<SaveForm
			isBusy={ isBusy }
			error={ error }
			failed={ __( 'The license server was not saved.', 'amicable' ) }
			saveLabel={ __( 'Save the license server', 'amicable' ) }
			onSave={ keep }
		>
			<Fields draft={ draft } errors={ errorsOf( error ) } onChange={ setDraft } />
		</SaveForm>
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
