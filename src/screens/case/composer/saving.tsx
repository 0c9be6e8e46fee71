import { Button, Notice } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import { messageOf } from '../../../data/api-error';
import type { Letter } from '../../../data/letters/schema';
import { CopyWords } from '../../../components/copy-words';
import type { Words } from './kept-words';
import type { useDraft } from './use-draft';

type Draft = ReturnType< typeof useDraft >;

const sentences = (): Record< Draft[ 'saving' ], string > => ( {
	saved: __( 'Saved.', 'amicable' ),
	typing: __( 'Not saved yet.', 'amicable' ),
	saving: __( 'Saving…', 'amicable' ),
	failed: __( 'Not saved. Your words are still here.', 'amicable' ),
	stale: __( 'Not saved: somebody else changed this message meanwhile.', 'amicable' ),
} );

/** Whether the server has it, in a corner. */
export const SavingWord = ( { saving }: Pick< Draft, 'saving' > ) => (
	<span className="amicable-muted amicable-composer__saving" role="status">
		{ sentences()[ saving ] }
	</span>
);

/** Words of one's own that do not stand in the message, kept in sight until their writer lets go of them. */
export const Aside = ( { words, onClose }: { words: Words; onClose: () => void } ) => (
	<Notice status="info" isDismissible={ false } className="amicable-composer__aside">
		<p>{ __( 'What you typed is not in this message. It is still here:', 'amicable' ) }</p>
		<blockquote dir="auto">{ `${ words.subject }\n\n${ words.body }`.trim() }</blockquote>
		<div className="amicable-composer__buttons">
			<CopyWords words={ words } />
			<Button __next40pxDefaultSize variant="tertiary" onClick={ onClose }>
				{ __( 'I no longer need it', 'amicable' ) }
			</Button>
		</div>
	</Notice>
);

function Theirs( { theirs, onSettle }: { theirs: Letter; onSettle: Draft[ 'settle' ] } ) {
	return (
		<>
			<details>
				<summary>{ __( 'Show their version', 'amicable' ) }</summary>
				<blockquote dir="auto">{ `${ theirs.subject }\n\n${ theirs.body }` }</blockquote>
			</details>
			<div className="amicable-composer__buttons">
				<Button variant="secondary" onClick={ () => onSettle( theirs, 'mine' ) }>
					{ __( 'Keep my words', 'amicable' ) }
				</Button>
				<Button variant="secondary" onClick={ () => onSettle( theirs, 'theirs' ) }>
					{ __( 'Take theirs', 'amicable' ) }
				</Button>
			</div>
		</>
	);
}

const sentMeanwhile = ( { sender }: Letter ) =>
	sender
		? sprintf(
				/* translators: %s: name of a colleague. */
				__( '%s sent this message meanwhile. What you typed was not in it.', 'amicable' ),
				sender.name
			)
		: __( 'This message went out meanwhile. What you typed was not in it.', 'amicable' );

type Props = Pick< Draft, 'saving' | 'error' | 'theirs' | 'settle' | 'flush' > & {
	onReload: () => void;
};

/** What to do when the server did not take it. Nothing typed is lost by any of these. */
export function SavingTrouble( { saving, error, theirs, settle, flush, onReload }: Props ) {
	if ( saving === 'failed' ) {
		return (
			<Notice status="error" isDismissible={ false }>
				<p>{ `${ sentences().failed } ${ messageOf( error ) }` }</p>
				<Button variant="secondary" onClick={ () => flush().catch( () => undefined ) }>
					{ __( 'Save again', 'amicable' ) }
				</Button>
			</Notice>
		);
	}
	if ( saving !== 'stale' ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false }>
			<p>
				{ theirs && theirs.state !== 'draft'
					? sentMeanwhile( theirs )
					: __(
							'Somebody else changed this message meanwhile. What you typed is still here and not saved. Which words should stand?',
							'amicable'
						) }
			</p>
			{ theirs?.state === 'draft' ? (
				<Theirs theirs={ theirs } onSettle={ settle } />
			) : (
				<Button variant="secondary" onClick={ onReload }>
					{ _x( 'Look at it', 'a message that somebody changed', 'amicable' ) }
				</Button>
			) }
		</Notice>
	);
}
