import { Button, Modal } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent, ReactNode } from 'react';
import { ErrorNotice } from './error-notice';
import { Submit } from './submit';

type Props = {
	title: string;
	/** What the button says. */
	label: string;
	/** What to say when it did not work. */
	failed: string;
	mayGo: boolean;
	isBusy: boolean;
	error: unknown;
	onSubmit: () => void;
	onCancel: () => void;
	children: ReactNode;
};

/** A few fields and one button. It stays open with what was typed until the server has taken it. */
export function FormDialog( props: Props ) {
	const { title, label, failed, mayGo, isBusy, error, onSubmit, onCancel, children } = props;
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
				{ Boolean( error ) && <ErrorNotice message={ failed } error={ error } /> }
			</form>
			<div className="amicable-actions">
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'amicable' ) }
				</Button>
				<Submit form={ form } isBusy={ isBusy } mayGo={ mayGo }>
					{ label }
				</Submit>
			</div>
		</Modal>
	);
}
