import { useSelect } from '@wordpress/data';
import { looseEndsStore, type LooseEndQuery } from './store';

export const useLooseEnds = ( query: LooseEndQuery ) =>
	useSelect(
		( select ) => {
			const { getPage, hasFinishedResolution, getResolutionError } = select( looseEndsStore );
			return {
				page: getPage( query ),
				error: getResolutionError( 'getPage', [ query ] ),
				isLoading: ! hasFinishedResolution( 'getPage', [ query ] ),
			};
		},
		[ query ]
	);
