import { useState } from '@wordpress/element';

type State = { isBusy: boolean; error?: unknown };

/** One deed of a person: busy while it is under way, its error kept until the next try. Answers whether it was done. */
export function useAct() {
	const [ state, setState ] = useState< State >( { isBusy: false } );
	const act = async ( deed: () => Promise< unknown > ): Promise< boolean > => {
		setState( { isBusy: true } );
		try {
			await deed();
			setState( { isBusy: false } );
			return true;
		} catch ( error ) {
			setState( { isBusy: false, error } );
			return false;
		}
	};
	return { ...state, act };
}
