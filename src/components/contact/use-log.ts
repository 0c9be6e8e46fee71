import { useDispatch } from '@wordpress/data';
import { useRef } from '@wordpress/element';
import { contactsStore } from '../../data/contacts/store';
import { newKey } from '../../data/key';
import { useAct } from '../use-act';
import { contactOf, type About, type Entry } from './entry';

/** The key stays the same until it worked: a second try after a lost answer is the same contact. */
export function useLog( about: About ) {
	const { log } = useDispatch( contactsStore );
	const { act, ...state } = useAct();
	const key = useRef( newKey() );
	const save = async ( entry: Entry ) => {
		const saved = await act( () => log( contactOf( about, entry, new Date() ), key.current ) );
		if ( saved ) {
			key.current = newKey();
		}
		return saved;
	};
	return { ...state, save };
}
