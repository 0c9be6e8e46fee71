import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { CopyWords } from '../../../components/copy-words';
import { ErrorNotice } from '../../../components/error-notice';
import { boot, can, isCopy } from '../../../data/boot';
import type { OffboardingCase } from '../../../data/cases/schema';
import type { Letter } from '../../../data/letters/schema';
import { stageNames } from '../../../format/words';
import { DeskWays } from './desk-ways';
import { deskHindrances, hindrances, mailHindrances } from './hindrances';
import type { Words } from './kept-words';
import { LitmusTest, NO_ANSWERS, QUESTIONS } from './litmus';
import type { Linted } from './use-lint';
import { useSend, type Way } from './use-send';

type Props = {
	letter: Letter;
	item: OffboardingCase;
	words: Words;
	linted: Linted;
	onSave: () => Promise< number >;
	onSent: ( letter: Letter ) => void;
};

const thenStage = ( { stage }: Letter, { next }: OffboardingCase ) => {
	const way = next.find( ( { to } ) => to === stage );
	if ( ! way ) {
		return __( 'The case stays where it is.', 'amicable' );
	}
	return way.allowed && ! way.why
		? sprintf(
				/* translators: %s: stage of a case. */
				__( 'The case moves on to: %s.', 'amicable' ),
				stageNames()[ stage ]
			)
		: ( way.why ?? __( 'The case stays where it is.', 'amicable' ) );
};

const whatHappens = ( { channel }: Letter, { to }: Words ) =>
	channel === 'letter' && to
		? sprintf(
				/* translators: %s: email address. */
				__(
					'It goes to %s by this site’s mail, in your name, and then stays as it is.',
					'amicable'
				),
				to
			)
		: __(
				'You copy the words and put them where they belong. What you say is out stays as it is.',
				'amicable'
			);

const elsewhere = ( { channel }: Letter ) =>
	channel === 'letter'
		? __( 'I have sent it elsewhere', 'amicable' )
		: __( 'I have put it there', 'amicable' );

const Hindrances = ( { id, all }: { id: string; all: string[] } ) => (
	<div id={ id } className="amicable-send__hindrances" aria-live="polite">
		{ all.length > 0 && (
			<>
				<p>{ __( 'It cannot go out yet:', 'amicable' ) }</p>
				<ul>
					{ all.map( ( one ) => (
						<li key={ one }>{ one }</li>
					) ) }
				</ul>
			</>
		) }
	</div>
);

/** The last look, and the button. */
export function SendBox( { letter, item, words, linted, onSave, onSent }: Props ) {
	const [ answers, setAnswers ] = useState( NO_ANSWERS );
	const { go, isBusy, error } = useSend( letter, onSave, onSent );
	const byMail = letter.channel === 'letter';
	const standing = { words, answers, linted, needsReader: letter.needs_reader };
	const shut = {
		mail: mailHindrances( standing ),
		desk: deskHindrances( standing ),
		copy: hindrances( standing ),
	};
	const submit = ( way: Way ) => {
		if ( ! isBusy && shut[ way.via ].length === 0 ) {
			go(
				way,
				QUESTIONS.filter( ( question ) => answers[ question ] ).map( ( question ) => ( {
					question,
					yes: true,
				} ) )
			);
		}
	};
	if ( ! can( 'amicable_send' ) ) {
		return (
			<p>
				{ __(
					'Somebody who may send has to do the rest. The draft stays here.',
					'amicable'
				) }
			</p>
		);
	}
	return (
		<div className="amicable-send">
			<LitmusTest answers={ answers } onChange={ setAnswers } />
			<p className="amicable-send__happens">
				{ whatHappens( letter, words ) } { thenStage( letter, item ) }
			</p>
			<Hindrances id="amicable-send-shut" all={ byMail ? shut.mail : shut.copy } />
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'It was not sent.', 'amicable' ) } error={ error } />
			) }
			<div className="amicable-send__buttons">
				{ byMail && (
					<Button
						__next40pxDefaultSize
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy || shut.mail.length > 0 }
						accessibleWhenDisabled
						aria-describedby="amicable-send-shut"
						onClick={ () => submit( { via: 'mail' } ) }
					>
						{ isCopy()
							? __( 'Not sent from a copy of the shop', 'amicable' )
							: __( 'Send', 'amicable' ) }
					</Button>
				) }
				<CopyWords words={ words } isFirst={ ! byMail } />
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					isBusy={ isBusy && ! byMail }
					disabled={ isBusy || shut.copy.length > 0 }
					accessibleWhenDisabled
					aria-describedby="amicable-send-shut"
					onClick={ () => submit( { via: 'copy' } ) }
				>
					{ elsewhere( letter ) }
				</Button>
			</div>
			{ byMail && boot()?.help_desks && (
				<DeskWays
					caseId={ item.id }
					shut={ shut.desk }
					isBusy={ isBusy }
					onSend={ ( desk, ticket ) => submit( { via: 'desk', desk, ticket } ) }
				/>
			) }
		</div>
	);
}
