import { Button, Modal, SelectControl, TextareaControl } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent, ReactNode } from 'react';
import { ErrorNotice } from '../../components/error-notice';

type Common = {
	isBusy: boolean;
	error: unknown;
	onCancel: () => void;
	onSend: ( value: string ) => void;
};

type DialogProps = Omit< Common, 'onSend' > & {
	title: string;
	label: string;
	mayGo: boolean;
	onSubmit: () => void;
	children: ReactNode;
};

function Dialog( props: DialogProps ) {
	const { title, label, mayGo, isBusy, error, onSubmit, onCancel, children } = props;
	const form = useId();
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( mayGo && ! isBusy ) {
			onSubmit();
		}
	};
	return (
		<Modal className="amicable-confirm" title={ title } onRequestClose={ onCancel }>
			<form id={ form } className="amicable-form" onSubmit={ submit }>
				{ children }
				{ Boolean( error ) && (
					<ErrorNotice
						message={ __( 'The review was not saved.', 'amicable' ) }
						error={ error }
					/>
				) }
			</form>
			<div className="amicable-actions">
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'amicable' ) }
				</Button>
				<Button
					variant="primary"
					type="submit"
					form={ form }
					isBusy={ isBusy }
					disabled={ ! mayGo || isBusy }
					accessibleWhenDisabled
				>
					{ label }
				</Button>
			</div>
		</Modal>
	);
}

export function DismissDialog( { onSend, ...common }: Common ) {
	const [ reason, setReason ] = useState( '' );
	return (
		<Dialog
			{ ...common }
			title={ __( 'This is not how it is', 'amicable' ) }
			label={ __( 'Dismiss', 'amicable' ) }
			mayGo={ reason.trim() !== '' }
			onSubmit={ () => onSend( reason.trim() ) }
		>
			<p>
				{ __(
					'What was noticed so far will not show again. Something new may.',
					'amicable'
				) }
			</p>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'Reason', 'amicable' ) }
				help={ __( 'Facts only: the customer may ask to read it.', 'amicable' ) }
				maxLength={ 500 }
				required
				value={ reason }
				onChange={ setReason }
			/>
		</Dialog>
	);
}

const DAY = 86_400_000;
const inDays = ( days: string ) =>
	`${ new Date( Date.now() + Number( days ) * DAY ).toISOString().slice( 0, 19 ) }Z`;

export function SnoozeDialog( { onSend, ...common }: Common ) {
	const [ days, setDays ] = useState< '7' | '14' | '30' | '90' >( '14' );
	return (
		<Dialog
			{ ...common }
			title={ __( 'Look again later', 'amicable' ) }
			label={ __( 'Snooze', 'amicable' ) }
			mayGo
			onSubmit={ () => onSend( inDays( days ) ) }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Show it again', 'amicable' ) }
				value={ days }
				onChange={ setDays }
				options={ [
					{ value: '7', label: __( 'in a week', 'amicable' ) },
					{ value: '14', label: __( 'in two weeks', 'amicable' ) },
					{ value: '30', label: __( 'in a month', 'amicable' ) },
					{ value: '90', label: __( 'in three months', 'amicable' ) },
				] }
			/>
		</Dialog>
	);
}
