import { TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DayField } from '../../../components/fields';
import { FormDialog } from '../../../components/form-dialog';
import { useAct } from '../../../components/use-act';
import type { Chance, Entry } from '../../../data/chances/schema';
import { chancesStore } from '../../../data/chances/store';
import { errorOf, errorsOf } from '../../../data/field-errors';
import { timeOf } from './days';

type Props = {
	chance: Chance;
	/** What they say; left out where that is still to be written down. */
	claim?: Entry;
	onClose: () => void;
};

/** What they say happened, or what we find about it. */
export function ClaimDialog( { chance, claim, onClose }: Props ) {
	const { write } = useDispatch( chancesStore );
	const { act, isBusy, error } = useAct();
	const [ note, setNote ] = useState( '' );
	const [ day, setDay ] = useState( '' );
	const on = timeOf( day );
	const submit = async () => {
		const done = await act( () =>
			write(
				chance,
				claim
					? { kind: 'found', of: claim.id, note }
					: { kind: 'claim', note, ...( on && { on } ) }
			)
		);
		if ( done ) {
			onClose();
		}
	};
	return (
		<FormDialog
			title={
				claim
					? __( 'What we find', 'amicable' )
					: __( 'What they say happened', 'amicable' )
			}
			label={ __( 'Save', 'amicable' ) }
			failed={ __( 'That was not saved.', 'amicable' ) }
			mayGo={ note.trim() !== '' }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			{ claim && <blockquote>{ claim.note }</blockquote> }
			<TextareaControl
				label={
					claim
						? __( 'What our own records show', 'amicable' )
						: __( 'In their words, as short as it goes', 'amicable' )
				}
				value={ note }
				onChange={ setNote }
				rows={ 3 }
				maxLength={ 2000 }
				__nextHasNoMarginBottom
			/>
			{ ! claim && (
				<DayField
					label={ __( 'About which day', 'amicable' ) }
					help={ __(
						'What our log has of those days then stands beside it.',
						'amicable'
					) }
					value={ day }
					error={ errorOf( errorsOf( error ), 'on' ) }
					onChange={ setDay }
				/>
			) }
		</FormDialog>
	);
}
