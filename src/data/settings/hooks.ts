import { useSelect } from '@wordpress/data';
import { settingsStore } from './store';

export const useSettings = () =>
	useSelect( ( select ) => {
		const { getSettings, hasFinishedResolution, getResolutionError } = select( settingsStore );
		return {
			settings: getSettings(),
			error: getResolutionError( 'getSettings', [] ),
			isLoading: ! hasFinishedResolution( 'getSettings', [] ),
		};
	}, [] );
