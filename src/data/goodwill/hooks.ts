import { useSelect } from '@wordpress/data';
import { goodwillStore } from './store';

export const useGoodwill = ( customer: number, page = 1 ) =>
	useSelect(
		( select ) => {
			const { getList, hasFinishedResolution, getResolutionError } = select( goodwillStore );
			return {
				page: getList( customer, page ),
				error: getResolutionError( 'getList', [ customer, page ] ),
				isLoading: ! hasFinishedResolution( 'getList', [ customer, page ] ),
			};
		},
		[ customer, page ]
	);
