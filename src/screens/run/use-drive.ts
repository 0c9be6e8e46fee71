import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import type { Run } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { isMoving, isWaiting } from './view';

const SOON = 400;
const LATER = 5000;

/** Carries a run on step by step while its page is open. A job does the same behind it; both at once is safe. */
export function useDrive( run: Run | undefined ): unknown {
	const { runNext, refresh } = useDispatch( offboardingsStore );
	const [ error, setError ] = useState< unknown >();

	useEffect( () => {
		if ( ! run || ! ( isMoving( run ) || isWaiting( run ) ) ) {
			return;
		}
		const go = () =>
			( isMoving( run ) ? runNext( run.id ) : refresh( run.id ) )
				.then( () => setError( undefined ) )
				.catch( setError );
		const timer = window.setTimeout( go, isMoving( run ) && ! error ? SOON : LATER );
		return () => window.clearTimeout( timer );
	}, [ run, error, runNext, refresh ] );

	return error;
}
