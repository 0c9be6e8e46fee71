import { useSyncExternalStore } from '@wordpress/element';

/** A phone: one figure fits beside a name. */
const query = () => window.matchMedia?.( '(max-width: 600px)' );

const subscribe = ( listener: () => void ) => {
	const list = query();
	list?.addEventListener( 'change', listener );
	return () => list?.removeEventListener( 'change', listener );
};

export const useNarrow = () => useSyncExternalStore( subscribe, () => query()?.matches ?? false );
