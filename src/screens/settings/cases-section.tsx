import { Button, CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { AmountField, NumberField, WordsField } from '../../components/fields';
import { Panel } from '../../components/panel';
import { errorOf } from '../../data/field-errors';
import type { CasesDraft, ResolutionDraft } from './cases-draft';
import type { SectionProps } from './section';

type Set = { set: ( change: Partial< CasesDraft > ) => void };

const Numbers = ( { draft, errors, set }: SectionProps & Set ) => (
	<div className="amicable-settings__grid">
		<NumberField
			label={ __( 'Hours between what happened and a warning', 'amicable' ) }
			help={ __( '0: none.', 'amicable' ) }
			value={ draft.cases.coolDown }
			error={ errorOf( errors, 'cases.cool_down_hours' ) }
			onChange={ ( coolDown ) => set( { coolDown } ) }
		/>
		<NumberField
			label={ __( 'A warning counts for so many days', 'amicable' ) }
			min={ 1 }
			value={ draft.cases.warning }
			error={ errorOf( errors, 'cases.warning_days' ) }
			onChange={ ( warning ) => set( { warning } ) }
		/>
		<NumberField
			label={ __( 'After so many quiet days a case may end well', 'amicable' ) }
			min={ 1 }
			value={ draft.cases.quiet }
			error={ errorOf( errors, 'cases.quiet_days' ) }
			onChange={ ( quiet ) => set( { quiet } ) }
		/>
	</div>
);

type RowProps = {
	row: ResolutionDraft;
	at: number;
	currency: string;
	errors: SectionProps[ 'errors' ];
	onChange: ( row: ResolutionDraft ) => void;
	onRemove: () => void;
};

const Row = ( { row, at, currency, errors, onChange, onRemove }: RowProps ) => (
	<fieldset className="amicable-settings__agent is-resolution">
		<legend className="screen-reader-text">{ row.problem }</legend>
		<WordsField
			label={ __( 'What happened', 'amicable' ) }
			value={ row.problem }
			error={ errorOf( errors, `cases.resolutions.${ at }.problem` ) }
			onChange={ ( problem ) => onChange( { ...row, problem } ) }
		/>
		<WordsField
			label={ __( 'What everybody gets', 'amicable' ) }
			value={ row.answer }
			error={ errorOf( errors, `cases.resolutions.${ at }.answer` ) }
			onChange={ ( answer ) => onChange( { ...row, answer } ) }
		/>
		<AmountField
			label={ sprintf(
				/* translators: %s: currency code. */
				__( 'At most, in %s', 'amicable' ),
				currency
			) }
			value={ row.most }
			error={ errorOf( errors, `cases.resolutions.${ at }.most` ) }
			onChange={ ( most ) => onChange( { ...row, most } ) }
		/>
		<Button variant="tertiary" isDestructive onClick={ onRemove }>
			{ __( 'Remove the row', 'amicable' ) }
		</Button>
	</fieldset>
);

/** Pauses and second readers for cases, both off at first; whom to tell of a wrong fact; what is given for what. */
export function CasesSection( { draft, errors, onChange }: SectionProps ) {
	const { resolutions, secondReader, contestLine } = draft.cases;
	const set = ( change: Partial< CasesDraft > ) =>
		onChange( { ...draft, cases: { ...draft.cases, ...change } } );
	return (
		<Panel id="amicable-settings-cases" title={ __( 'Cases', 'amicable' ) }>
			<Numbers { ...{ draft, errors, onChange, set } } />
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'Somebody else reads a warning or an explanation first', 'amicable' ) }
				checked={ secondReader }
				onChange={ ( value ) => set( { secondReader: value } ) }
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'An explanation says whom to write to if a fact is wrong',
					'amicable'
				) }
				help={ __(
					'Never after a person confirmed litigation. What comes to it becomes a task for somebody else.',
					'amicable'
				) }
				checked={ contestLine }
				onChange={ ( value ) => set( { contestLine: value } ) }
			/>
			<h3 className="amicable-settings__sub">
				{ __( 'What you give for what', 'amicable' ) }
			</h3>
			<p>
				{ __(
					'The same for everybody, whoever threatens or not. What leaves this table takes a reason, which is kept.',
					'amicable'
				) }
			</p>
			{ resolutions.map( ( row, at ) => (
				<Row
					key={ at }
					{ ...{ row, at, errors } }
					currency={ draft.currency }
					onChange={ ( changed ) =>
						set( {
							resolutions: resolutions.map( ( one, index ) =>
								index === at ? changed : one
							),
						} )
					}
					onRemove={ () =>
						set( { resolutions: resolutions.filter( ( _, index ) => index !== at ) } )
					}
				/>
			) ) }
			<Button
				variant="secondary"
				onClick={ () =>
					set( {
						resolutions: [ ...resolutions, { problem: '', answer: '', most: '' } ],
					} )
				}
			>
				{ __( 'Add a row', 'amicable' ) }
			</Button>
		</Panel>
	);
}
