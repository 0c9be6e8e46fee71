import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { SecretField, WordsField } from '../../../components/fields';
import { useAct } from '../../../components/use-act';
import { errorOf, type Errors } from '../../../data/field-errors';
import type { HelpDesk, Trial } from '../../../data/help_desks/schema';
import { helpDesksStore } from '../../../data/help_desks/store';
import type { DeskDraft } from './draft';

/** Signs in with what was saved last. */
function TryIt( { desk }: { desk: HelpDesk[ 'id' ] } ) {
	const { tryDesk } = useDispatch( helpDesksStore );
	const { act, isBusy, error } = useAct();
	const [ trial, setTrial ] = useState< Trial >();
	return (
		<div aria-live="polite">
			<Button
				variant="secondary"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ () => act( async () => setTrial( await tryDesk( desk ) ) ) }
			>
				{ __( 'Try to sign in', 'amicable' ) }
			</Button>
			{ trial && (
				<p>
					{ trial.works
						? __( 'It works: messages can go through this help desk.', 'amicable' )
						: trial.why }
				</p>
			) }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The help desk could not be asked.', 'amicable' ) }
					error={ error }
				/>
			) }
		</div>
	);
}

type Props = {
	draft: DeskDraft;
	at: string;
	errors: Errors;
	onChange: ( change: Partial< DeskDraft > ) => void;
};

const userLabel = ( id: HelpDesk[ 'id' ] ) =>
	id === 'help_scout'
		? __( 'App ID', 'amicable' )
		: __( 'Address of the agent who answers', 'amicable' );

/** One outside help desk: where it is, and who signs in. */
export function DeskFields( { draft, at, errors, onChange }: Props ) {
	const { id, name, kept } = draft;
	return (
		<fieldset>
			<legend className="amicable-settings__sub">{ name }</legend>
			<div className="amicable-settings__grid">
				<WordsField
					label={ __( 'Server of the help desk', 'amicable' ) }
					placeholder={
						id === 'help_scout' ? 'api.helpscout.net' : `yourshop.${ id }.com`
					}
					help={ __( 'Left empty: not used.', 'amicable' ) }
					spellCheck={ false }
					value={ draft.host }
					error={ errorOf( errors, `${ at }.host` ) }
					onChange={ ( host ) => onChange( { host } ) }
				/>
				{ id !== 'freshdesk' && (
					<WordsField
						label={ userLabel( id ) }
						spellCheck={ false }
						value={ draft.user }
						error={ errorOf( errors, `${ at }.user` ) }
						onChange={ ( user ) => onChange( { user } ) }
					/>
				) }
				<SecretField
					label={
						id === 'help_scout'
							? __( 'App secret', 'amicable' )
							: __( 'API key', 'amicable' )
					}
					{ ...( kept && {
						help: __( 'Kept. Type another one to replace it.', 'amicable' ),
					} ) }
					value={ draft.secret }
					error={ errorOf( errors, `${ at }.secret` ) }
					onChange={ ( secret ) => onChange( { secret } ) }
				/>
			</div>
			{ kept && <TryIt desk={ id } /> }
		</fieldset>
	);
}
