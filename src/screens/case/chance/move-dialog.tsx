import { speak } from '@wordpress/a11y';
import { SelectControl, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DayField, WordsField } from '../../../components/fields';
import { FormDialog } from '../../../components/form-dialog';
import { useAct } from '../../../components/use-act';
import type { Chance, MoveKind } from '../../../data/chances/schema';
import { chancesStore } from '../../../data/chances/store';
import { errorOf, errorsOf, type Errors } from '../../../data/field-errors';
import { GiftFields } from './gift-fields';
import { emptyMove, isGift, moveOf, type MoveDraft } from './move-draft';
import { moveNames } from './words';

export type MoveFieldsProps = {
	chance: Chance;
	kind: MoveKind;
	draft: MoveDraft;
	errors: Errors;
	onChange: ( change: Partial< MoveDraft > ) => void;
};

/** The one field that a kind of move has for itself. */
function Own( { chance, kind, draft, errors, onChange }: MoveFieldsProps ) {
	switch ( kind ) {
		case 'call':
			return (
				<WordsField
					label={ __( 'Number', 'amicable' ) }
					value={ draft.contact }
					error={ errorOf( errors, 'contact' ) }
					onChange={ ( contact ) => onChange( { contact } ) }
				/>
			);
		case 'public_answer':
			return (
				<WordsField
					label={ __( 'Link to the answer', 'amicable' ) }
					placeholder="https://"
					value={ draft.link }
					error={ errorOf( errors, 'link' ) }
					onChange={ ( link ) => onChange( { link } ) }
				/>
			);
		case 'renegotiate':
		case 'fix':
			return (
				<DayField
					label={ __( 'By when', 'amicable' ) }
					help={ __( 'Promise only what you can keep.', 'amicable' ) }
					value={ draft.day }
					error={ errorOf( errors, 'due_at' ) }
					onChange={ ( day ) => onChange( { day } ) }
				/>
			);
		case 'boss':
			return (
				<SelectControl
					label={ __( 'To whom', 'amicable' ) }
					help={ errorOf( errors, 'assignee' ) }
					value={ draft.assignee }
					options={ [
						{ value: '', label: __( 'Choose…', 'amicable' ) },
						...chance.people.map( ( { id, name } ) => ( {
							value: String( id ),
							label: name,
						} ) ),
					] }
					onChange={ ( assignee ) => onChange( { assignee } ) }
					__next40pxDefaultSize
					__nextHasNoMarginBottom
				/>
			);
		default:
			return isGift( kind ) ? (
				<GiftFields { ...{ chance, kind, draft, errors, onChange } } />
			) : null;
	}
}

/** One thing done for the customer. It stands in the book of the case from then on. */
export function MoveDialog( props: { chance: Chance; kind: MoveKind; onClose: () => void } ) {
	const { chance, kind, onClose } = props;
	const { write } = useDispatch( chancesStore );
	const { act, isBusy, error } = useAct();
	const [ draft, setDraft ] = useState( () => emptyMove( chance ) );
	const errors = errorsOf( error );
	const submit = async () => {
		if ( await act( () => write( chance, moveOf( kind, draft, chance ) ) ) ) {
			speak( __( 'Written into the book.', 'amicable' ) );
			onClose();
		}
	};
	return (
		<FormDialog
			title={ moveNames()[ kind ] }
			label={
				isGift( kind ) && ! ( kind === 'exchange' && draft.byHand )
					? __( 'Make the code', 'amicable' )
					: __( 'Write it down', 'amicable' )
			}
			failed={ __( 'That was not done.', 'amicable' ) }
			mayGo
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<Own
				{ ...{ chance, kind, draft, errors } }
				onChange={ ( change ) => setDraft( { ...draft, ...change } ) }
			/>
			<TextareaControl
				label={ __( 'What was said or agreed', 'amicable' ) }
				help={ errorOf( errors, 'note' ) }
				value={ draft.note }
				onChange={ ( note ) => setDraft( { ...draft, note } ) }
				rows={ 3 }
				maxLength={ 2000 }
				__nextHasNoMarginBottom
			/>
		</FormDialog>
	);
}
