import { RadioControl, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { FormDialog } from '../../../components/form-dialog';
import { useAct } from '../../../components/use-act';
import { outcome as outcomeSchema, type Chance, type Outcome } from '../../../data/chances/schema';
import { chancesStore } from '../../../data/chances/store';
import { outcomeNames } from './words';

const outcomes = () =>
	outcomeSchema.options.map( ( value ) => ( { value, label: outcomeNames()[ value ] } ) );

const THREATS = [ 'none', 'yes', 'no' ] as const;

const threats = () => [
	{ value: 'none', label: __( 'There was no threat', 'amicable' ) },
	{ value: 'yes', label: __( 'They did it', 'amicable' ) },
	{ value: 'no', label: __( 'They did not do it', 'amicable' ) },
];

/** How a warning was taken, and whether a threat came true. */
export function OutcomeDialog( { chance, onClose }: { chance: Chance; onClose: () => void } ) {
	const { write } = useDispatch( chancesStore );
	const { act, isBusy, error } = useAct();
	const [ what, setWhat ] = useState< Outcome >();
	const [ threat, setThreat ] = useState< ( typeof THREATS )[ number ] >( 'none' );
	const [ note, setNote ] = useState( '' );
	const submit = async () => {
		const done = await act( () =>
			write( chance, {
				kind: 'outcome',
				...( what && { what } ),
				note,
				...( threat !== 'none' && { carried_out: threat === 'yes' } ),
			} )
		);
		if ( done ) {
			onClose();
		}
	};
	return (
		<FormDialog
			title={ __( 'How did they take the warning?', 'amicable' ) }
			label={ __( 'Save', 'amicable' ) }
			failed={ __( 'That was not saved.', 'amicable' ) }
			mayGo={ what !== undefined }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<RadioControl
				label={ __( 'What they did', 'amicable' ) }
				selected={ what ?? '' }
				options={ outcomes() }
				onChange={ ( value ) => setWhat( outcomeSchema.safeParse( value ).data ) }
			/>
			<RadioControl
				label={ __( 'What they threatened', 'amicable' ) }
				selected={ threat }
				options={ threats() }
				onChange={ ( value ) =>
					setThreat( THREATS.find( ( known ) => known === value ) ?? 'none' )
				}
			/>
			<TextareaControl
				label={ __( 'Note', 'amicable' ) }
				value={ note }
				onChange={ setNote }
				rows={ 2 }
				maxLength={ 2000 }
				__nextHasNoMarginBottom
			/>
		</FormDialog>
	);
}
