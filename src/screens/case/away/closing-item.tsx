import { speak } from '@wordpress/a11y';
import { Button, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { Closing } from '../../../data/closings/schema';
import { closingsStore } from '../../../data/closings/store';
import { formatDate, formatDateTime } from '../../../format/dates';

const until = ( { name, number, closes_at: at }: Closing ) =>
	sprintf(
		/* translators: 1: name of a service, 2: order number, 3: date. */
		__( '%1$s, order %2$s: closes on %3$s', 'amicable' ),
		name,
		number,
		formatDate( at )
	);

const given = ( { at, who, what }: NonNullable< Closing[ 'handed' ] > ) =>
	sprintf(
		/* translators: 1: what was handed over, 2: date and time, 3: name of a person. */
		__( 'Handed over: %1$s, on %2$s by %3$s.', 'amicable' ),
		what || __( 'erased', 'amicable' ),
		formatDateTime( at ),
		who ?? __( 'somebody who left', 'amicable' )
	);

function HandOver( { closing }: { closing: Closing } ) {
	const [ what, setWhat ] = useState( '' );
	const { handOver } = useDispatch( closingsStore );
	const { act, isBusy, error } = useAct();
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( await act( () => handOver( closing, what.trim() ) ) ) {
			speak( __( 'Written down.', 'amicable' ) );
		}
	};
	return (
		<form className="amicable-form" onSubmit={ submit }>
			<TextControl
				label={ __( 'What was handed over', 'amicable' ) }
				help={ __( 'Such as: the database and all files, as one archive.', 'amicable' ) }
				value={ what }
				maxLength={ 500 }
				onChange={ setWhat }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				type="submit"
				isBusy={ isBusy }
				disabled={ isBusy || what.trim() === '' }
				accessibleWhenDisabled
			>
				{ __( 'Write down', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</form>
	);
}

export const ClosingItem = ( { closing }: { closing: Closing } ) => (
	<div>
		<p>
			<strong>{ until( closing ) }</strong>
		</p>
		{ closing.handed ? <p>{ given( closing.handed ) }</p> : <HandOver closing={ closing } /> }
	</div>
);
