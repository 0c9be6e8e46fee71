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
export function LitmusTest( { answers, onChange }: Props ) {
	const box = ( question: LitmusQuestion ) => (
		<CheckboxControl
			key={ question }
			__nextHasNoMarginBottom
			label={ labels()[ question ] }
			required={ question === 'everybody' }
			checked={ answers[ question ] }
			onChange={ ( yes ) => onChange( { ...answers, [ question ]: yes } ) }
		/>
	);
	return (
		<fieldset className="amicable-litmus">
			<legend className="amicable-litmus__title">
				{ __( 'Before it goes out', 'amicable' ) }
			</legend>
			{ box( 'everybody' ) }
			<p className="amicable-muted">{ __( 'If you like, also:', 'amicable' ) }</p>
			{ box( 'facts' ) }
			{ box( 'calm' ) }
		</fieldset>
	);
}
