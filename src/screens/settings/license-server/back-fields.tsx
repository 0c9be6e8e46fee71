import { SelectControl, TextareaControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { describe, WordsField } from '../../../components/fields';
import { errorOf, type Errors } from '../../../data/field-errors';
import type { ServerDraft } from './draft';

type Props = { draft: ServerDraft; errors: Errors; onChange: ( draft: ServerDraft ) => void };

/** How a license that a run had ended is given back, for whoever asks for it on the run's page. */
export const BackFields = ( { draft, errors, onChange }: Props ) => (
	<>
		<h3 className="amicable-settings__sub">{ __( 'Giving back', 'amicable' ) }</h3>
		<div className="amicable-settings__grid is-wide">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Method to give back', 'amicable' ) }
				value={ draft.back_method }
				options={ ( [ 'POST', 'PUT', 'PATCH', 'DELETE' ] as const ).map( ( value ) => ( {
					value,
					label: value,
				} ) ) }
				onChange={ ( method ) => onChange( { ...draft, back_method: method } ) }
			/>
			<WordsField
				label={ __( 'Path that gives the license of an order back', 'amicable' ) }
				help={ __(
					'May be left empty; then a license is given back on that server only.',
					'amicable'
				) }
				spellCheck={ false }
				value={ draft.back_path }
				error={ errorOf( errors, 'back_path' ) }
				onChange={ ( path ) => onChange( { ...draft, back_path: path } ) }
			/>
		</div>
		<TextareaControl
			__nextHasNoMarginBottom
			label={ __( 'What is sent to give back, as JSON', 'amicable' ) }
			{ ...describe(
				__( 'May be left empty.', 'amicable' ),
				errorOf( errors, 'back_body' )
			) }
			rows={ 3 }
			value={ draft.back_body }
			onChange={ ( body ) => onChange( { ...draft, back_body: body } ) }
		/>
	</>
);
