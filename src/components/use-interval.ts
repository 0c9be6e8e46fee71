import { useEffect, useRef } from '@wordpress/element';

/** Calls again and again while it is worth it; nobody looks at a hidden tab. */
export function useInterval( call: () => void, seconds: number, isOn: boolean ) {
	const latest = useRef( call );
	useEffect( () => {
		latest.current = call;
	} );
	useEffect( () => {
		if ( ! isOn ) {
			return undefined;
		}
		const timer = setInterval( () => {
			if ( document.visibilityState !== 'hidden' ) {
				latest.current();
			}
		}, seconds * 1000 );
		return () => clearInterval( timer );
	}, [ seconds, isOn ] );
}
