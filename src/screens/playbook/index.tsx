import { SelectControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { can } from '../../data/boot';
import type { LetterLanguage } from '../../data/letters/schema';
import { useTemplates } from '../../data/playbook/hooks';
import { playbookStore } from '../../data/playbook/store';
import { languageNames, LANGUAGES, readersLanguage } from '../../format/languages';
import { replaceParams } from '../../router/history';
import type { ScreenProps } from '../../screens';
import { AlternativesSection } from './alternatives';
import { Editor } from './editor';
import { Fields } from './fields';
import { FileSection } from './file-section';
import { List } from './list';

const HERE = { screen: 'playbook', id: undefined } as const;

const languageOf = ( { language }: ScreenProps[ 'params' ] ): LetterLanguage =>
	LANGUAGES.find( ( one ) => one === language ) ?? readersLanguage();

/** What is said in each stage, in the shop's own words where it wants. */
export function PlaybookScreen( { params }: ScreenProps ) {
	const language = languageOf( params );
	const { templates, error, isLoading } = useTemplates( language );
	const { invalidateResolution } = useDispatch( playbookStore );
	const open = templates?.find( ( { slug } ) => slug === params.text );
	return (
		<section
			className="amicable-screen amicable-playbook"
			aria-labelledby="amicable-playbook"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-playbook" title={ __( 'Playbook', 'amicable' ) } />
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="amicable-playbook__language"
				label={ __( 'Texts in', 'amicable' ) }
				value={ language }
				options={ LANGUAGES.map( ( value ) => ( {
					value,
					label: languageNames()[ value ],
				} ) ) }
				onChange={ ( chosen ) =>
					replaceParams( { ...HERE, params }, { ...params, language: chosen } )
				}
			/>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The texts could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getTemplates', [ language ] ) }
				/>
			) }
			{ ! templates && isLoading && <Skeleton lines={ 12 } height={ 24 } /> }
			{ templates && (
				<div className={ `amicable-playbook__columns${ open ? ' has-open' : '' }` }>
					<List templates={ templates } open={ open?.slug } />
					{ open && <Editor key={ `${ open.slug }:${ language }` } template={ open } /> }
				</div>
			) }
			{ ! open && <Fields /> }
			{ ! open && <AlternativesSection /> }
			{ ! open && can( 'amicable_settings' ) && <FileSection /> }
		</section>
	);
}
