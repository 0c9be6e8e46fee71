import { speak } from '@wordpress/a11y';
import { useDispatch, useRegistry } from '@wordpress/data';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useAct } from '../../../components/use-act';
import { casesStore } from '../../../data/cases/store';
import { newKey } from '../../../data/key';
import type { Letter, LetterSend } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';

/** How it leaves; through a help desk, into the ticket that was seen. */
export type Way = Pick< LetterSend, 'via' | 'desk' | 'ticket' >;

/** The same send tried again keeps its key; another one gets its own. */
function useKeys() {
	const last = useRef( { of: '', key: '' } );
	return ( request: LetterSend ) => {
		const of = JSON.stringify( request );
		if ( last.current.of !== of ) {
			last.current = { of, key: newKey() };
		}
		return last.current.key;
	};
}

/** A sent letter takes its case to the stage that it was written for, where that way is open. */
function useMoveOn() {
	const registry = useRegistry();
	const { advance } = useDispatch( casesStore );
	return async ( { id, case_id: caseId, stage }: Letter ) => {
		const item = await registry.resolveSelect( casesStore ).getCase( caseId );
		const way = item?.next.find( ( { to } ) => to === stage );
		// A way that asks for more than the letter is gone by hand.
		if ( item && way?.allowed && ! way.why ) {
			await advance( item, { to: stage, letter: id } );
		}
	};
}

/** `onSent`: it is known to be out, and the case has followed where it could. */
export function useSend(
	letter: Letter,
	onSave: () => Promise< number >,
	onSent: ( letter: Letter ) => void
) {
	const { send, invalidateResolution } = useDispatch( lettersStore );
	const keyOf = useKeys();
	const moveOn = useMoveOn();
	const { act, ...state } = useAct();
	const go = ( way: Way, answers: LetterSend[ 'answers' ] ) =>
		act( async () => {
			const request = { version: await onSave(), ...way, answers };
			const sent = await send( letter, request, keyOf( request ) ).catch( async ( error ) => {
				// A letter that did not leave is a draft again, and says why.
				await invalidateResolution( 'getLetter', [ letter.case_id, letter.id ] );
				throw error;
			} );
			if ( sent.state !== 'sent' ) {
				return;
			}
			speak( __( 'Sent.', 'amicable' ) );
			await moveOn( sent ).finally( () => onSent( sent ) );
		} );
	return { ...state, go };
}
