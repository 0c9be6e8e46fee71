import { TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { DayField } from '../../../components/fields';
import { FormDialog } from '../../../components/form-dialog';
import { useAct } from '../../../components/use-act';
import type { Chance, EntryCreate } from '../../../data/chances/schema';
import { chancesStore } from '../../../data/chances/store';
import { errorOf, errorsOf } from '../../../data/field-errors';
import { timeOf } from './days';
import { taskNames } from './words';

type Of = 'promise' | 'contest' | 'objection';
type Props = { chance: Chance; of: Of; onClose: () => void };

const titleOf = ( of: Of ) =>
	of === 'promise' ? __( 'Promise something', 'amicable' ) : taskNames()[ of ];

const helpOf = ( of: Of ) =>
	of === 'promise'
		? __( 'Promise only what you can keep. The overview reminds you of it.', 'amicable' )
		: __(
				'It becomes a task with a day. It opens no case and reopens none; somebody else looks at it.',
				'amicable'
			);

/** A promise, or something that the customer asks to be looked at. */
export function PlainDialog( { chance, of, onClose }: Props ) {
	const { write } = useDispatch( chancesStore );
	const { act, isBusy, error } = useAct();
	const [ note, setNote ] = useState( '' );
	const [ day, setDay ] = useState( '' );
	const due = timeOf( day );
	const submit = async () => {
		const entry: Omit< EntryCreate, 'version' > = {
			...( of === 'promise' ? { kind: 'promise' } : { kind: 'task', what: of } ),
			note,
			...( due && { due_at: due } ),
		};
		if ( await act( () => write( chance, entry ) ) ) {
			onClose();
		}
	};
	return (
		<FormDialog
			title={ titleOf( of ) }
			label={ __( 'Save', 'amicable' ) }
			failed={ __( 'That was not saved.', 'amicable' ) }
			mayGo={ note.trim() !== '' && ( of !== 'promise' || due !== null ) }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<p>{ helpOf( of ) }</p>
			<TextareaControl
				label={ _x( 'What', 'what was done for a customer', 'amicable' ) }
				value={ note }
				onChange={ setNote }
				rows={ 3 }
				maxLength={ 2000 }
				__nextHasNoMarginBottom
			/>
			<DayField
				label={ __( 'By when', 'amicable' ) }
				{ ...( of !== 'promise' && {
					help: __( 'Left empty, it is 30 days from now.', 'amicable' ),
				} ) }
				value={ day }
				error={ errorOf( errorsOf( error ), 'due_at' ) }
				onChange={ setDay }
			/>
		</FormDialog>
	);
}
