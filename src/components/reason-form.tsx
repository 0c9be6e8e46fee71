import { speak } from '@wordpress/a11y';
import { TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from './error-notice';
import { Submit } from './submit';
import { useAct } from './use-act';

type Props = {
	label: string;
	help?: string;
	button: string;
	variant?: 'secondary' | 'tertiary';
	/** Said to a screen reader once it is saved. */
	done: string;
	onSave: ( words: string ) => Promise< unknown >;
};

/** One line of words, and one click that acts on them. */
export function ReasonForm( { label, help, button, variant = 'tertiary', done, onSave }: Props ) {
	const [ words, setWords ] = useState( '' );
	const { act, isBusy, error } = useAct();
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( await act( () => onSave( words.trim() ) ) ) {
			speak( done );
		}
	};
	return (
		<form className="amicable-form" onSubmit={ submit }>
			<TextControl
				label={ label }
				{ ...( help && { help } ) }
				value={ words }
				maxLength={ 500 }
				onChange={ setWords }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<Submit variant={ variant } isBusy={ isBusy } mayGo={ words.trim() !== '' }>
				{ button }
			</Submit>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</form>
	);
}
