import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../../components/error-notice';
import { DayField, WordsField } from '../../../components/fields';
import { Submit } from '../../../components/submit';
import { useAct } from '../../../components/use-act';
import { errorOf, errorsOf } from '../../../data/field-errors';
import { incidentsStore } from '../../../data/incidents/store';
import { EMPTY, isReady, toIncident, type Draft } from './draft';

type Props = {
	draft: Draft;
	errors: ReturnType< typeof errorsOf >;
	onChange: ( changes: Partial< Draft > ) => void;
};

const Fields = ( { draft, errors, onChange }: Props ) => (
	<>
		<WordsField
			label={ __( 'What broke', 'amicable' ) }
			help={ __( 'For your own people: “Release 4.2”.', 'amicable' ) }
			value={ draft.about }
			error={ errorOf( errors, 'about' ) }
			onChange={ ( about ) => onChange( { about } ) }
		/>
		<WordsField
			label={ __( 'Words in the tickets', 'amicable' ) }
			help={ __(
				'The product or the version as customers write it, separated by commas.',
				'amicable'
			) }
			value={ draft.words }
			error={ errorOf( errors, 'words' ) }
			onChange={ ( words ) => onChange( { words } ) }
		/>
		<WordsField
			label={ __( 'Or the article they were sent to', 'amicable' ) }
			placeholder="https://"
			value={ draft.docsUrl }
			error={ errorOf( errors, 'docs_url' ) }
			onChange={ ( docsUrl ) => onChange( { docsUrl } ) }
		/>
		<DayField
			label={ __( 'First day', 'amicable' ) }
			value={ draft.from }
			error={ errorOf( errors, 'from' ) }
			onChange={ ( from ) => onChange( { from } ) }
		/>
		<DayField
			label={ __( 'Last day', 'amicable' ) }
			help={ __( 'Empty while it goes on.', 'amicable' ) }
			value={ draft.until }
			error={ errorOf( errors, 'until' ) }
			onChange={ ( until ) => onChange( { until } ) }
		/>
	</>
);

export function IncidentForm( { onDone }: { onDone: () => void } ) {
	const [ draft, setDraft ] = useState( EMPTY );
	const { enter } = useDispatch( incidentsStore );
	const { act, isBusy, error } = useAct();
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( isReady( draft ) && ( await act( () => enter( toIncident( draft ) ) ) ) ) {
			onDone();
		}
	};
	return (
		<form className="amicable-settings__grid" onSubmit={ submit }>
			<Fields
				draft={ draft }
				errors={ error ? errorsOf( error ) : {} }
				onChange={ ( changes ) => setDraft( { ...draft, ...changes } ) }
			/>
			<div className="amicable-review__head">
				<Submit isBusy={ isBusy } mayGo={ isReady( draft ) }>
					{ __( 'Find its tickets', 'amicable' ) }
				</Submit>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onDone }>
					{ __( 'Cancel', 'amicable' ) }
				</Button>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'This was not saved.', 'amicable' ) } error={ error } />
			) }
		</form>
	);
}
