import { useEffect, useState } from '@wordpress/element';

/** A value once it has rested for a moment: not every letter typed is a question. */
export function useDelayed< T >( value: T, milliseconds = 250 ): T {
	const [ rested, setRested ] = useState( value );
	useEffect( () => {
		const timer = window.setTimeout( () => setRested( value ), milliseconds );
		return () => window.clearTimeout( timer );
	}, [ value, milliseconds ] );
	return rested;
}
