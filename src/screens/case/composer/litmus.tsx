import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { LitmusQuestion } from '../../../data/letters/schema';

export type Answers = Record< LitmusQuestion, boolean >;

export const NO_ANSWERS: Answers = { everybody: false, facts: false, calm: false };

export const QUESTIONS: LitmusQuestion[] = [ 'everybody', 'facts', 'calm' ];

const labels = (): Record< LitmusQuestion, string > => ( {
	everybody: __( 'I would be fine with everybody reading this.', 'amicable' ),
	facts: __( 'Each fact in it can be shown.', 'amicable' ),
	calm: __( 'I would write it like this tomorrow, too.', 'amicable' ),
} );

type Props = { answers: Answers; onChange: ( answers: Answers ) => void };

/** Ticked by a person, kept with the message. Only the first has to be. */
export const LitmusTest = ( { answers, onChange }: Props ) => (
	<fieldset className="amicable-litmus">
		<legend className="amicable-litmus__title">
			{ __( 'Before it goes out', 'amicable' ) }
		</legend>
		{ QUESTIONS.map( ( question ) => (
			<CheckboxControl
				key={ question }
				__nextHasNoMarginBottom
				label={ labels()[ question ] }
				{ ...( question !== 'everybody' && {
					help: __( 'If you like.', 'amicable' ),
				} ) }
				required={ question === 'everybody' }
				checked={ answers[ question ] }
				onChange={ ( yes ) => onChange( { ...answers, [ question ]: yes } ) }
			/>
		) ) }
	</fieldset>
);
