import { __ } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import { errorOf } from '../../data/field-errors';
import { NumberField } from '../../components/fields';
import type { SectionProps } from './section';

/** Where nobody took the time it is estimated, and every figure says so. */
export const EstimateSection = ( { draft, errors, onChange }: SectionProps ) => (
	<Panel id="amicable-settings-time" title={ __( 'Time that nobody measured', 'amicable' ) }>
		<div className="amicable-settings__grid">
			<NumberField
				label={ __( 'Minutes for each reply', 'amicable' ) }
				value={ draft.minutesPerReply }
				max={ 60 }
				error={ errorOf( errors, 'minutes_per_reply' ) }
				onChange={ ( minutesPerReply ) => onChange( { ...draft, minutesPerReply } ) }
			/>
			<NumberField
				label={ __( 'Characters read in a minute', 'amicable' ) }
				value={ draft.chars }
				min={ 1 }
				error={ errorOf( errors, 'chars_per_minute' ) }
				onChange={ ( chars ) => onChange( { ...draft, chars } ) }
			/>
			<NumberField
				label={ __( 'The same in Korean', 'amicable' ) }
				help={ __( 'A Korean character says about twice as much.', 'amicable' ) }
				value={ draft.charsHangul }
				min={ 1 }
				error={ errorOf( errors, 'chars_per_minute_hangul' ) }
				onChange={ ( charsHangul ) => onChange( { ...draft, charsHangul } ) }
			/>
			<NumberField
				label={ __( 'Hours in which you mean to answer', 'amicable' ) }
				help={ __(
					'A second ticket of somebody who waits longer than this does not count against them.',
					'amicable'
				) }
				value={ draft.replyTarget }
				min={ 1 }
				max={ 720 }
				error={ errorOf( errors, 'reply_target_hours' ) }
				onChange={ ( replyTarget ) => onChange( { ...draft, replyTarget } ) }
			/>
		</div>
	</Panel>
);
