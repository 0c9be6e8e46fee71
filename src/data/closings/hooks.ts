import { useSelect } from '@wordpress/data';
import { closingsStore } from './store';

export const useClosings = ( caseId: number ) =>
	useSelect(
		( select ) => {
			const { getList, hasFinishedResolution, getResolutionError } = select( closingsStore );
			return {
				list: getList( caseId ),
				error: getResolutionError( 'getList', [ caseId ] ),
				isLoading: ! hasFinishedResolution( 'getList', [ caseId ] ),
			};
		},
		[ caseId ]
	);
