import { Button, RadioControl, SelectControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import { Submit } from '../../components/submit';
import { useAct } from '../../components/use-act';
import type { OffboardingCase, Stage } from '../../data/cases/schema';
import { useLetterChoice } from '../../data/letters/hooks';
import type { LetterChoice, LetterLanguage } from '../../data/letters/schema';
import { lettersStore } from '../../data/letters/store';
import { stageNames } from '../../format/words';
import { navigate } from '../../router/history';
import { LANGUAGES, languageNames } from '../../format/languages';

type Props = { item: OffboardingCase; stage: string; onClose: () => void };
type Item = LetterChoice[ 'items' ][ number ];

const PASTE = 'paste';
type Purpose = Stage | typeof PASTE;
const FREE = '-';

const purposeOf = ( { stage }: Item ): Purpose => stage ?? PASTE;

/** Each once, in the order of the playbook. */
const purposes = ( items: Item[] ) =>
	[ ...new Set( items.map( purposeOf ) ) ].map( ( purpose ) => ( {
		value: purpose,
		label: purpose === PASTE ? __( 'Text to paste', 'amicable' ) : stageNames()[ purpose ],
	} ) );

/** Those that suit come first. */
const textsFor = ( items: Item[], purpose: string ) => [
	...items
		.filter( ( item ) => purposeOf( item ) === purpose )
		.sort( ( one, other ) => Number( other.suits ) - Number( one.suits ) )
		.map( ( { slug, title, suits } ) => ( {
			value: slug,
			label: title,
			description: suits ? __( 'Suits what was noticed.', 'amicable' ) : '',
		} ) ),
	{
		value: FREE,
		label: __( 'Words of your own', 'amicable' ),
		description: __( 'An empty page, read by the same test.', 'amicable' ),
	},
];

function useStart( item: OffboardingCase ) {
	const { create } = useDispatch( lettersStore );
	const { act, ...state } = useAct();
	const start = ( text: string, language: LetterLanguage ) =>
		act( async () => {
			const request = { ...( text !== FREE && { template: text } ), language };
			const { id } = await create( item.id, request );
			navigate( 'case', item.id, { letter: String( id ) } );
		} );
	return { ...state, start };
}

function Form( { item, stage, choice }: Omit< Props, 'onClose' > & { choice: LetterChoice } ) {
	const all = purposes( choice.items );
	const [ purpose, setPurpose ] = useState< Purpose >(
		all.find( ( { value } ) => value === stage )?.value ?? all[ 0 ]?.value ?? PASTE
	);
	// What suits is said for one stage at a time; until then the list as it is.
	const { choice: here } = useLetterChoice( item.id, purpose === PASTE ? undefined : purpose );
	const texts = textsFor( ( here ?? choice ).items, purpose );
	const [ chosen, setChosen ] = useState< string >();
	const text =
		texts.find( ( { value } ) => value === chosen )?.value ?? texts[ 0 ]?.value ?? FREE;
	const [ language, setLanguage ] = useState( choice.proposed_language );
	const { start, isBusy, error } = useStart( item );
	return (
		<form
			className="amicable-form"
			onSubmit={ ( event ) => {
				event.preventDefault();
				start( text, language );
			} }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'What for', 'amicable' ) }
				value={ purpose }
				options={ all }
				onChange={ setPurpose }
			/>
			<RadioControl
				label={ __( 'Text', 'amicable' ) }
				selected={ text }
				options={ texts }
				onChange={ setChosen }
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Language', 'amicable' ) }
				help={ choice.why_language }
				value={ language }
				options={ LANGUAGES.map( ( value ) => ( {
					value,
					label: languageNames()[ value ],
				} ) ) }
				onChange={ setLanguage }
			/>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The draft could not be made.', 'amicable' ) }
					error={ error }
				/>
			) }
			<div>
				<Submit isBusy={ isBusy }>{ __( 'Start writing', 'amicable' ) }</Submit>
			</div>
		</form>
	);
}

/** Which text, in which language. */
export function Chooser( { item, stage, onClose }: Props ) {
	const { choice, error, isLoading } = useLetterChoice( item.id );
	const { invalidateResolutionForStoreSelector } = useDispatch( lettersStore );
	return (
		<Panel
			id="amicable-case-chooser"
			title={ __( 'Write to the customer', 'amicable' ) }
			isBusy={ isLoading }
			aside={
				<Button variant="tertiary" size="compact" onClick={ onClose }>
					{ __( 'Close', 'amicable' ) }
				</Button>
			}
		>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The texts could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolutionForStoreSelector( 'getChoice' ) }
				/>
			) }
			{ ! choice && isLoading && <Skeleton lines={ 6 } height={ 24 } /> }
			{ choice && <Form item={ item } stage={ stage } choice={ choice } /> }
		</Panel>
	);
}
