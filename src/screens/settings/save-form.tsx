import { useEffect, useRef } from '@wordpress/element';
import type { FormEvent, ReactNode } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { Submit } from '../../components/submit';
import { isMarked } from '../../data/field-errors';

type Props = {
	children: ReactNode;
	isBusy: boolean;
	error: unknown;
	/** What is said when saving failed. */
	failed: string;
	saveLabel: string;
	onSave: () => Promise< void >;
};

/** A part of the settings that is saved by itself. What was refused is led to, and named once: beside its field, or below. */
export function SaveForm( { children, isBusy, error, failed, saveLabel, onSave }: Props ) {
	const form = useRef< HTMLFormElement >( null );
	useEffect( () => {
		form.current?.querySelector< HTMLElement >( '[aria-invalid="true"]' )?.focus();
	}, [ error ] );
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		onSave();
	};
	return (
		<form ref={ form } className="amicable-form" noValidate onSubmit={ submit }>
			{ children }
			{ Boolean( error ) && (
				<ErrorNotice message={ failed } error={ isMarked( error ) ? undefined : error } />
			) }
			<div>
				<Submit isBusy={ isBusy }>{ saveLabel }</Submit>
			</div>
		</form>
	);
}
