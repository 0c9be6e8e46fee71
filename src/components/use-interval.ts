import { useEffect, useRef } from '@wordpress/element';

/**
 * Calls again and again while it is worth it; nobody looks at a hidden tab. Never while the last call is still on its way:
 * on a slow site they would queue up, and whatever comes after them with them.
 */
export function useInterval( call: () => unknown, seconds: number, isOn: boolean ) {
	const latest = useRef( call );
	const isAsking = useRef( false );
	useEffect( () => {
		latest.current = call;
	} );
	useEffect( () => {
		if ( ! isOn ) {
			return undefined;
		}
		const timer = setInterval( async () => {
			if ( isAsking.current || document.visibilityState === 'hidden' ) {
				return;
			}
			isAsking.current = true;
			try {
				await latest.current();
			} finally {
				isAsking.current = false;
			}
		}, seconds * 1000 );
		return () => clearInterval( timer );
	}, [ seconds, isOn ] );
}
