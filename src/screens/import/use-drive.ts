import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import type { Import } from '../../data/imports/schema';
import { importsStore } from '../../data/imports/store';

const SOON = 100;
const LATER = 1500;
const AFTER_AN_ERROR = 5000;

/** Carries an import on while its page is open. A job does the same behind it; both at once is safe. */
export function useDrive( one: Import ): unknown {
	const { run } = useDispatch( importsStore );
	const [ wait, setWait ] = useState( SOON );
	const [ error, setError ] = useState< unknown >();
	const step = { checking: 'check', importing: 'import' } as const;
	const next = one.state === 'checking' || one.state === 'importing' ? step[ one.state ] : null;

	useEffect( () => {
		if ( ! next ) {
			return undefined;
		}
		const go = async () => {
			try {
				const after = await run( one.id, next );
				// No step further: somebody else has it in hand.
				setWait( after.progress?.done === one.progress?.done ? LATER : SOON );
				setError( undefined );
			} catch ( thrown ) {
				setError( thrown );
				setWait( AFTER_AN_ERROR );
			}
		};
		const timer = window.setTimeout( go, wait );
		return () => window.clearTimeout( timer );
	}, [ one, next, wait, error, run ] );

	return error;
}
