import { useDispatch } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { overviewStore } from '../../data/overview/store';

/** Somebody else is at it, or the line is down: no hurry. */
const PATIENCE = 3000;

/** While orders are still being read, this page helps, one slice after the other, until it is left. */
export function useReading( isRunning: boolean ) {
	const { readOn } = useDispatch( overviewStore );
	useEffect( () => {
		if ( ! isRunning ) {
			return undefined;
		}
		let timer: ReturnType< typeof setTimeout > | undefined;
		let isHere = true;
		let before = -1;
		const next = async () => {
			const done = await readOn()
				.then( ( progress ) => progress.done )
				.catch( () => before );
			if ( isHere ) {
				timer = setTimeout( next, done === before ? PATIENCE : 0 );
			}
			before = done;
		};
		next();
		return () => {
			isHere = false;
			clearTimeout( timer );
		};
	}, [ isRunning, readOn ] );
}
