import { SelectControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Skeleton } from '../../../components/skeleton';
import { useBeside } from '../../../data/letters/hooks';
import type { Beside, Letter, LetterLanguage } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import { LANGUAGES, languageNames, readersLanguage } from '../../../format/languages';

type Paragraph = Beside[ 'paragraphs' ][ number ];

const Row = ( { paragraph, of }: { paragraph: Paragraph; of: Letter } ) => (
	<li className="amicable-beside__row">
		<p className="amicable-beside__words" lang={ of.language } dir="auto">
			{ paragraph.theirs ?? <em>{ __( 'Left out of the draft.', 'amicable' ) }</em> }
		</p>
		<p className="amicable-beside__words" dir="auto">
			{ paragraph.changed && (
				<strong className="amicable-beside__changed">
					{ __( 'Changed: no longer side by side.', 'amicable' ) }{ ' ' }
				</strong>
			) }
			{ paragraph.yours || (
				<em>{ __( 'Written by you: there is nothing to put beside it.', 'amicable' ) }</em>
			) }
		</p>
	</li>
);

const LanguageChoice = ( {
	value,
	onChange,
}: {
	value: LetterLanguage;
	onChange: ( language: LetterLanguage ) => void;
} ) => (
	<SelectControl
		__next40pxDefaultSize
		__nextHasNoMarginBottom
		label={ __( 'Read it in', 'amicable' ) }
		value={ value }
		options={ LANGUAGES.map( ( language ) => ( {
			value: language,
			label: languageNames()[ language ],
		} ) ) }
		onChange={ onChange }
	/>
);

/** The same text in a language that the writer reads, paragraph by paragraph. */
export function BesideView( { letter }: { letter: Letter } ) {
	const [ language, setLanguage ] = useState( readersLanguage );
	const { beside, error, isLoading } = useBeside( letter, language );
	const { invalidateResolutionForStoreSelector } = useDispatch( lettersStore );
	const caption = sprintf(
		/* translators: 1: language of a letter, 2: language it is read in. */
		__( 'The draft in %1$s, beside it the same text in %2$s', 'amicable' ),
		languageNames()[ letter.language ],
		languageNames()[ language ]
	);
	return (
		<div className="amicable-beside" aria-busy={ isLoading }>
			<LanguageChoice value={ language } onChange={ setLanguage } />
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'It could not be read side by side.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolutionForStoreSelector( 'getBeside' ) }
				/>
			) }
			{ isLoading && ! beside && <Skeleton lines={ 6 } /> }
			{ beside && (
				<ol className="amicable-beside__rows" aria-label={ caption }>
					{ beside.paragraphs.map( ( paragraph ) => (
						<Row key={ paragraph.key } paragraph={ paragraph } of={ letter } />
					) ) }
				</ol>
			) }
		</div>
	);
}
