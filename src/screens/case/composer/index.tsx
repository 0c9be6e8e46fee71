import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Skeleton } from '../../../components/skeleton';
import { useAct } from '../../../components/use-act';
import type { OffboardingCase } from '../../../data/cases/schema';
import { useLetter } from '../../../data/letters/hooks';
import type { Letter } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import { Editor } from './editor';
import { Frozen } from './frozen';
import { dropWords } from './kept-words';
import { languageNames } from '../../../format/languages';
import { letterName } from './letter-name';
import { OnItsWay, Unsettled } from './unsettled';

type Props = {
	item: OffboardingCase;
	id: number;
	onClose: () => void;
	/** It is out: what comes next stands on the page of the case. */
	onSent: ( letter: Letter ) => void;
};

const titleOf = ( letter: Letter ) =>
	sprintf(
		/* translators: 1: what a message is for, such as "Friendly warning", 2: its language. */
		__( '%1$s, in %2$s', 'amicable' ),
		letterName( letter ),
		languageNames()[ letter.language ]
	);

type Standing = Pick< Props, 'item' | 'onSent' > & { letter: Letter };

const Standing = ( { letter, item, onSent }: Standing ) => {
	switch ( letter.state ) {
		case 'draft':
			return <Editor key={ letter.id } letter={ letter } item={ item } onSent={ onSent } />;
		case 'sending':
			return <OnItsWay letter={ letter } />;
		case 'unknown':
			return <Unsettled letter={ letter } />;
		default:
			return <Frozen letter={ letter } />;
	}
};

/** Drafts go without a trace: nobody has read them. */
function Remove( { letter, onDone }: { letter: Letter; onDone: () => void } ) {
	const { remove } = useDispatch( lettersStore );
	const { act, isBusy, error } = useAct();
	const go = async () => {
		if ( await act( () => remove( letter ) ) ) {
			dropWords( letter );
			onDone();
		}
	};
	return (
		<>
			<Button variant="tertiary" isDestructive isBusy={ isBusy } onClick={ go }>
				{ __( 'Delete the draft', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The draft was not deleted.', 'amicable' ) }
					error={ error }
				/>
			) }
		</>
	);
}

/** One message of a case, from the first word to what the customer got. */
export function Composer( { item, id, onClose, onSent }: Props ) {
	const { letter, error, isLoading } = useLetter( item.id, id );
	const { invalidateResolution } = useDispatch( lettersStore );
	const heading = useRef< HTMLHeadingElement >( null );
	const state = letter?.state;
	// Whoever opened it, or sent it, goes on reading here.
	useEffect( () => heading.current?.focus(), [ state ] );
	return (
		<section
			className="amicable-panel amicable-composer"
			aria-labelledby="amicable-composer"
			aria-busy={ isLoading }
		>
			<div className="amicable-panel__head">
				<h2
					id="amicable-composer"
					ref={ heading }
					tabIndex={ -1 }
					className="amicable-panel__title"
				>
					{ letter ? titleOf( letter ) : __( 'Message', 'amicable' ) }
				</h2>
				<Button variant="tertiary" size="compact" onClick={ onClose }>
					{ __( 'Close', 'amicable' ) }
				</Button>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The message could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getLetter', [ item.id, id ] ) }
				/>
			) }
			{ ! letter && isLoading && <Skeleton lines={ 10 } height={ 24 } /> }
			{ letter && <Standing letter={ letter } item={ item } onSent={ onSent } /> }
			{ letter?.state === 'draft' && <Remove letter={ letter } onDone={ onClose } /> }
		</section>
	);
}
