import { useSelect } from '@wordpress/data';
import { reviewStore } from './store';

export const useReviewQueue = () =>
	useSelect( ( select ) => {
		const { getQueue, hasFinishedResolution, getResolutionError } = select( reviewStore );
		return {
			queue: getQueue(),
			error: getResolutionError( 'getQueue', [] ),
			isLoading: ! hasFinishedResolution( 'getQueue', [] ),
		};
	}, [] );
