import { useSelect } from '@wordpress/data';
import { logStore, type LogQuery } from './store';

export const useLog = ( query: LogQuery ) =>
	useSelect(
		( select ) => {
			const { getPage, hasFinishedResolution, getResolutionError } = select( logStore );
			return {
				page: getPage( query ),
				error: getResolutionError( 'getPage', [ query ] ),
				isLoading: ! hasFinishedResolution( 'getPage', [ query ] ),
			};
		},
		[ query ]
	);
