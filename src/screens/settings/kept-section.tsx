import { __ } from '@wordpress/i18n';
import { NumberField } from '../../components/fields';
import { Panel } from '../../components/panel';
import { errorOf } from '../../data/field-errors';
import type { SectionProps } from './section';

/** Everything ends some day: how long words are kept. Records of money stay as long as the shop's own. */
export function KeptSection( { draft, errors, onChange }: SectionProps ) {
	const set = ( change: Partial< typeof draft.cases > ) =>
		onChange( { ...draft, cases: { ...draft.cases, ...change } } );
	return (
		<Panel id="amicable-settings-kept" title={ __( 'How long words are kept', 'amicable' ) }>
			<div className="amicable-settings__grid">
				<NumberField
					label={ __( 'Text of messages, in days', 'amicable' ) }
					min={ 1 }
					value={ draft.cases.keepText }
					error={ errorOf( errors, 'cases.keep_text_days' ) }
					onChange={ ( keepText ) => set( { keepText } ) }
				/>
				<NumberField
					label={ __(
						'Words that were found, and dismissed findings, in months',
						'amicable'
					) }
					min={ 1 }
					value={ draft.cases.keepEvidence }
					error={ errorOf( errors, 'cases.keep_evidence_months' ) }
					onChange={ ( keepEvidence ) => set( { keepEvidence } ) }
				/>
				<NumberField
					label={ __(
						'Messages and notes of a case after its end, in months',
						'amicable'
					) }
					help={ __( 'What was paid, and that a case was there, stays.', 'amicable' ) }
					min={ 1 }
					value={ draft.cases.keepCases }
					error={ errorOf( errors, 'cases.keep_case_months' ) }
					onChange={ ( keepCases ) => set( { keepCases } ) }
				/>
			</div>
		</Panel>
	);
}
