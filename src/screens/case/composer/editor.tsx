import { Notice, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useRef } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import type { OffboardingCase } from '../../../data/cases/schema';
import type { Letter } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import { dropWords } from './kept-words';
import { Look } from './look';
import { MarkedText } from './marked-text';
import { placeIn } from './points';
import { ReadingAids } from './reading-aids';
import { Aside, SavingTrouble, SavingWord } from './saving';
import { SecondLook } from './second-look';
import { SendBox } from './send-box';
import { useDraft } from './use-draft';
import { useLint, type Remark } from './use-lint';

type Draft = ReturnType< typeof useDraft >;
type Field = 'subject' | 'body';

/** Both fields, and ways into them from outside: to a place, and with words. */
function useFields( { words, type }: Pick< Draft, 'words' | 'type' > ) {
	const subject = useRef< HTMLTextAreaElement >( null );
	const body = useRef< HTMLTextAreaElement >( null );
	const fields = { subject, body };
	const select = ( field: Field, start: number, end: number ) => {
		fields[ field ].current?.focus();
		fields[ field ].current?.setSelectionRange( start, end );
	};
	const show = ( remark: Remark ) => {
		const { start, end } = placeIn( words[ remark.field ], remark );
		select( remark.field, start, end );
	};
	const insert = ( text: string ) => {
		const from = body.current?.selectionStart ?? words.body.length;
		const to = body.current?.selectionEnd ?? from;
		type( { body: words.body.slice( 0, from ) + text + words.body.slice( to ) } );
		// The field has the new words after this turn.
		window.setTimeout( () => select( 'body', from + text.length, from + text.length ) );
	};
	return { subject, body, show, insert };
}

const Recipient = ( { words, type }: Pick< Draft, 'words' | 'type' > ) => (
	<TextControl
		__next40pxDefaultSize
		__nextHasNoMarginBottom
		type="email"
		label={ _x( 'To', 'recipient of a mail', 'amicable' ) }
		value={ words.to ?? '' }
		maxLength={ 254 }
		onChange={ ( to ) => type( { to: to.trim() || null } ) }
	/>
);

const Notes = ( { letter: { failure, template_changed: changed } }: { letter: Letter } ) => (
	<>
		{ failure && (
			<Notice status="error" isDismissible={ false }>
				{ sprintf(
					/* translators: %s: a whole sentence: why a mail could not be sent. */
					__( 'The last try to send it failed, nothing went out. %s', 'amicable' ),
					failure
				) }
			</Notice>
		) }
		{ changed && (
			<p className="amicable-muted">
				{ __(
					'The text of the playbook that this was made from has changed since.',
					'amicable'
				) }
			</p>
		) }
	</>
);

type Props = {
	letter: Letter;
	item: OffboardingCase;
	onSent: ( letter: Letter ) => void;
};

/** A draft: its words, what is noticed about them, ways to read it, and the last look. */
export function Editor( { letter, item, onSent }: Props ) {
	const draft = useDraft( letter );
	const { words, aside, type, flush, setAside, saving } = draft;
	const linted = useLint( letter, words );
	const { subject, body, show, insert } = useFields( draft );
	const { invalidateResolution } = useDispatch( lettersStore );
	const remarksOf = ( field: Field ) =>
		linted.remarks.filter( ( remark ) => remark.field === field );
	const common = { language: letter.language };
	return (
		<div className="amicable-composer__draft">
			<SavingWord saving={ saving } />
			<Notes letter={ letter } />
			<SavingTrouble
				{ ...draft }
				onReload={ () =>
					invalidateResolution( 'getLetter', [ letter.case_id, letter.id ] )
				}
			/>
			{ aside && (
				<Aside
					words={ aside }
					onClose={ () => {
						dropWords( letter );
						setAside( undefined );
					} }
				/>
			) }
			{ letter.channel === 'letter' && <Recipient words={ words } type={ type } /> }
			<MarkedText
				{ ...common }
				id="amicable-composer-subject"
				label={ _x( 'Subject', 'of a mail', 'amicable' ) }
				value={ words.subject }
				remarks={ remarksOf( 'subject' ) }
				field={ subject }
				onChange={ ( value ) => type( { subject: value } ) }
			/>
			<MarkedText
				{ ...common }
				id="amicable-composer-body"
				label={ __( 'Message', 'amicable' ) }
				value={ words.body }
				remarks={ remarksOf( 'body' ) }
				isLong
				field={ body }
				onChange={ ( value ) => type( { body: value } ) }
			/>
			<Look linted={ linted } onShow={ show } />
			<ReadingAids
				letter={ letter }
				customer={ item.customer_id }
				words={ words }
				onInsert={ insert }
				onSave={ flush }
			/>
			<SecondLook letter={ letter } onSave={ flush } />
			<SendBox
				letter={ letter }
				item={ item }
				words={ words }
				linted={ linted }
				onSave={ flush }
				onSent={ onSent }
			/>
		</div>
	);
}
