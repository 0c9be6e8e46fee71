import { CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { WordsField } from '../../../components/fields';
import { errorOf, type Errors } from '../../../data/field-errors';
import type { HelpDesks } from '../../../data/help_desks/schema';
import type { TagDraft } from './draft';

/** What has yet to be written, and what nobody tries any more, with what the desk said. */
function Standing( { tags }: { tags: HelpDesks[ 'tags' ] } ) {
	if ( ! tags.on || ( tags.waiting === 0 && tags.stuck === 0 ) ) {
		return null;
	}
	return (
		<p>
			{ tags.stuck > 0
				? sprintf(
						/* translators: %d: number of tags. */
						_n(
							'%d tag could not be written. Save to try again.',
							'%d tags could not be written. Save to try again.',
							tags.stuck,
							'amicable'
						),
						tags.stuck
					)
				: sprintf(
						/* translators: %d: number of tags. */
						_n(
							'%d tag has yet to be written.',
							'%d tags have yet to be written.',
							tags.waiting,
							'amicable'
						),
						tags.waiting
					) }
			{ tags.why !== null && ` ${ tags.why }` }
		</p>
	);
}

type Props = {
	draft: TagDraft;
	kept: HelpDesks[ 'tags' ];
	errors: Errors;
	onChange: ( change: Partial< TagDraft > ) => void;
};

/** Agents see beside a ticket what concerns them, without opening this site. */
export function TagFields( { draft, kept, errors, onChange }: Props ) {
	return (
		<fieldset>
			<legend className="amicable-settings__sub">
				{ __( 'Tags on tickets', 'amicable' ) }
			</legend>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'Write tags on the open tickets of these customers', 'amicable' ) }
				help={ __(
					'In every help desk that messages can go through. A tag goes when it no longer holds. Switched off, nothing is written, and tags that are there stay.',
					'amicable'
				) }
				checked={ draft.on }
				onChange={ ( on ) => onChange( { on } ) }
			/>
			<div className="amicable-settings__grid">
				<WordsField
					label={ __( 'Tag for customers of high value', 'amicable' ) }
					spellCheck={ false }
					value={ draft.high_value }
					error={ errorOf( errors, 'tags.high_value' ) }
					onChange={ ( name ) => onChange( { high_value: name } ) }
				/>
				<WordsField
					label={ __( 'Tag where nobody answers', 'amicable' ) }
					help={ __(
						'Say where to look, not what happened: tags end up on screenshots.',
						'amicable'
					) }
					spellCheck={ false }
					value={ draft.locked }
					error={ errorOf( errors, 'tags.locked' ) }
					onChange={ ( name ) => onChange( { locked: name } ) }
				/>
			</div>
			<Standing tags={ kept } />
		</fieldset>
	);
}
