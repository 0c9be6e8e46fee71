import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { NumberField } from '../../../components/fields';
import { useAct } from '../../../components/use-act';
import type { Reading } from '../../../data/license_server/schema';
import { licenseServerStore } from '../../../data/license_server/store';

function sentence( { state, status, why }: Reading ) {
	switch ( state ) {
		case 'usable':
			return sprintf(
				/* translators: %s: status of a license, as a server calls it. */
				__( 'The license can be used. The server says “%s”.', 'amicable' ),
				status ?? ''
			);
		case 'ended':
			return sprintf(
				/* translators: %s: status of a license, as a server calls it. */
				__( 'The license has ended. The server says “%s”.', 'amicable' ),
				status ?? ''
			);
		case 'missing':
			return __( 'The server knows no license of this order.', 'amicable' );
		case 'unreadable':
			return why ?? __( 'The server did not answer.', 'amicable' );
	}
}

/** Reads the license of one order, as saved. Changes nothing there or here. */
export function TryIt() {
	const { tryOrder } = useDispatch( licenseServerStore );
	const { isBusy, error, act } = useAct();
	const [ order, setOrder ] = useState( '' );
	const [ reading, setReading ] = useState< Reading >();
	const number = Number( order );
	const start = () =>
		act( async () => {
			setReading( undefined );
			const read: Reading = await tryOrder( number );
			setReading( read );
			speak( sentence( read ) );
		} );
	return (
		<div className="amicable-settings__preview">
			<h3 className="amicable-settings__sub">{ __( 'Try it', 'amicable' ) }</h3>
			<NumberField
				label={ __( 'Number of an order', 'amicable' ) }
				help={ __( 'Only reads, with what was saved last.', 'amicable' ) }
				min={ 1 }
				value={ order }
				error={ undefined }
				onChange={ setOrder }
			/>
			<Button
				variant="secondary"
				isBusy={ isBusy }
				disabled={ isBusy || ! Number.isInteger( number ) || number < 1 }
				accessibleWhenDisabled
				onClick={ start }
			>
				{ __( 'Read this order', 'amicable' ) }
			</Button>
			{ reading && <p>{ sentence( reading ) }</p> }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The server was not asked.', 'amicable' ) }
					error={ error }
				/>
			) }
		</div>
	);
}
