import { useSelect } from '@wordpress/data';
import { overviewStore } from './store';

export const useOverview = () =>
	useSelect( ( select ) => {
		const { getOverview, hasFinishedResolution, getResolutionError } = select( overviewStore );
		return {
			overview: getOverview(),
			error: getResolutionError( 'getOverview', [] ),
			isLoading: ! hasFinishedResolution( 'getOverview', [] ),
		};
	}, [] );
