import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent, ReactNode } from 'react';
import { ErrorNotice } from '../../../components/error-notice';
import { Submit } from '../../../components/submit';
import type { Question } from '../../../data/settings/schema';
import { setupStore, type Answer } from '../../../data/setup/store';

type Props = {
	question: Question;
	save: string;
	/** Undefined: what was typed is no answer yet. */
	answer: Answer | undefined;
	children: ReactNode;
};

/** One question with its two ways on. Neither is asked for again. */
export function QuestionForm( { question, save, answer, children }: Props ) {
	const actions = useDispatch( setupStore );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();
	const send = async ( said: Answer ) => {
		setBusy( true );
		setError( undefined );
		await actions.answer( question, said ).catch( setError );
		setBusy( false );
	};
	return (
		<form
			className="amicable-question"
			noValidate
			onSubmit={ ( event: FormEvent ) => {
				event.preventDefault();
				if ( answer && ! isBusy ) {
					send( answer );
				}
			} }
		>
			{ children }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'Your answer was not saved.', 'amicable' ) }
					error={ error }
				/>
			) }
			<div className="amicable-question__buttons">
				<Submit isBusy={ isBusy } mayGo={ Boolean( answer ) }>
					{ save }
				</Submit>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => send( {} ) }
				>
					{ __( 'Skip', 'amicable' ) }
				</Button>
			</div>
		</form>
	);
}
