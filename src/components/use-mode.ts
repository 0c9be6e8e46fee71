import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import type { Mode } from '../data/me/schema';
import { practiceStore } from '../data/practice/store';
import { hrefOf } from '../router/history';

/** Changes the mode of this person and loads the page anew: all that it holds belongs to the other mode. */
export function useMode() {
	const dispatch = useDispatch( practiceStore );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();

	const enter = async ( mode: Mode ) => {
		setBusy( true );
		setError( undefined );
		try {
			await dispatch.enter( mode );
			window.location.assign( hrefOf( 'overview' ) );
		} catch ( thrown ) {
			setError( thrown );
			setBusy( false );
		}
	};

	return { enter, isBusy, error };
}
