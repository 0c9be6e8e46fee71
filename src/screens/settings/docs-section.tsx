import { TextareaControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { describe, WordsField } from '../../components/fields';
import { Panel } from '../../components/panel';
import { errorOf } from '../../data/field-errors';
import { addressesOf, docsLanguagesOf } from './docs-draft';
import type { SectionProps } from './section';

/** In which languages each address has its articles: an answer that somebody cannot read does not count against them. */
function Languages( { draft, errors, onChange }: SectionProps ) {
	const told = docsLanguagesOf( draft ).map( ( { url } ) => url );
	return (
		<>
			<div className="amicable-settings__grid is-wide">
				{ [ ...new Set( addressesOf( draft.docsUrls ) ) ].map( ( url ) => (
					<WordsField
						key={ url }
						label={
							/* translators: %s: web address. */
							sprintf( __( 'Languages of %s', 'amicable' ), url )
						}
						placeholder={ draft.siteLanguage }
						spellCheck={ false }
						value={ draft.docsLanguages[ url ] ?? '' }
						error={
							told.includes( url )
								? errorOf( errors, `docs_languages.${ told.indexOf( url ) }` )
								: undefined
						}
						onChange={ ( typed ) =>
							onChange( {
								...draft,
								docsLanguages: { ...draft.docsLanguages, [ url ]: typed },
							} )
						}
					/>
				) ) }
			</div>
			<p className="amicable-muted">
				{ sprintf(
					/* translators: %s: code of a language, "en". */
					__(
						'Codes with commas, such as en, ko. Left empty, it is %s, the language of this site.',
						'amicable'
					),
					draft.siteLanguage
				) }
			</p>
			<p className="amicable-muted">
				{ __(
					'What the docs answer in a language that the question was not asked in does not count.',
					'amicable'
				) }
			</p>
		</>
	);
}

/** A link to one of these in a reply shows that the docs answered. */
export const DocsSection = ( props: SectionProps ) => (
	<Panel id="amicable-settings-docs" title={ __( 'Where are your docs?', 'amicable' ) }>
		<TextareaControl
			__nextHasNoMarginBottom
			label={ __( 'Addresses, one on each line', 'amicable' ) }
			{ ...describe(
				__(
					'They begin with https://. When a reply links to one of them, the docs had the answer.',
					'amicable'
				),
				errorOf( props.errors, 'docs_urls' )
			) }
			dir="ltr"
			rows={ 3 }
			value={ props.draft.docsUrls }
			onChange={ ( docsUrls ) => props.onChange( { ...props.draft, docsUrls } ) }
		/>
		{ addressesOf( props.draft.docsUrls ).length > 0 && <Languages { ...props } /> }
	</Panel>
);
