import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Panel } from '../../../components/panel';
import { useAct } from '../../../components/use-act';
import { inPractice } from '../../../data/boot';
import { errorsOf } from '../../../data/field-errors';
import type { HelpDesks } from '../../../data/help_desks/schema';
import { helpDesksStore } from '../../../data/help_desks/store';
import { SaveForm } from '../save-form';
import { DeskFields } from './desk-fields';
import { deskDrafts, tagDraft, updateOf } from './draft';
import { TagFields } from './tag-fields';

function Form( { desks }: { desks: HelpDesks } ) {
	const { save } = useDispatch( helpDesksStore );
	const { isBusy, error, act } = useAct();
	const [ drafts, setDrafts ] = useState( () => deskDrafts( desks ) );
	const [ tags, setTags ] = useState( () => tagDraft( desks ) );

	// What was saved stands in the fields, and no key stays there.
	useEffect( () => {
		setDrafts( deskDrafts( desks ) );
		setTags( tagDraft( desks ) );
	}, [ desks ] );

	const keep = async () => {
		if ( await act( () => save( updateOf( desks.version, drafts, tags ) ) ) ) {
			speak( __( 'The help desks are saved.', 'amicable' ) );
		}
	};
	return (
		<SaveForm
			isBusy={ isBusy }
			error={ error }
			failed={ __( 'The help desks were not saved.', 'amicable' ) }
			saveLabel={ __( 'Save the help desks', 'amicable' ) }
			onSave={ keep }
		>
			{ drafts.map( ( draft, index ) => (
				<DeskFields
					key={ draft.id }
					draft={ draft }
					at={ `desks.${ index }` }
					errors={ errorsOf( error ) }
					onChange={ ( change ) =>
						setDrafts(
							drafts.map( ( one, at ) =>
								at === index ? { ...one, ...change } : one
							)
						)
					}
				/>
			) ) }
			<TagFields
				draft={ tags }
				kept={ desks.tags }
				errors={ errorsOf( error ) }
				onChange={ ( change ) => setTags( { ...tags, ...change } ) }
			/>
		</SaveForm>
	);
}

/** Read only when somebody opens it. */
function Open() {
	const { desks, error } = useSelect( ( select ) => {
		const { getDesks, getResolutionError } = select( helpDesksStore );
		return { desks: getDesks(), error: getResolutionError( 'getDesks', [] ) };
	}, [] );
	return (
		<>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The help desks could not be loaded.', 'amicable' ) }
					error={ error }
				/>
			) }
			{ desks && <Form desks={ desks } /> }
		</>
	);
}

/** Help desks on this site need no key: they are found by themselves. */
export function HelpDesksSection() {
	const [ isOpen, setOpen ] = useState( false );
	return inPractice() ? null : (
		<Panel
			id="amicable-settings-help-desks"
			title={ __( 'Sending through a help desk', 'amicable' ) }
		>
			<p>
				{ __(
					'Messages of a case can go out as answers to the customer’s ticket, and tickets can carry tags. Fluent Support and Awesome Support on this site need nothing for it; others need a key.',
					'amicable'
				) }
			</p>
			<Button
				variant="secondary"
				aria-expanded={ isOpen }
				onClick={ () => setOpen( ! isOpen ) }
			>
				{ __( 'Set up a help desk', 'amicable' ) }
			</Button>
			{ isOpen && <Open /> }
		</Panel>
	);
}
