import { useSelect } from '@wordpress/data';
import { goodwillStore } from './store';

export const useGoodwill = ( customer: number ) =>
	useSelect(
		( select ) => {
			const { getList, hasFinishedResolution, getResolutionError } = select( goodwillStore );
			return {
				page: getList( customer ),
				error: getResolutionError( 'getList', [ customer ] ),
				isLoading: ! hasFinishedResolution( 'getList', [ customer ] ),
			};
		},
		[ customer ]
	);
