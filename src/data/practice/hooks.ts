import { useSelect } from '@wordpress/data';
import { practiceStore } from './store';

export const usePractice = () =>
	useSelect( ( select ) => {
		const { getPractice, hasFinishedResolution, getResolutionError } = select( practiceStore );
		return {
			practice: getPractice(),
			error: getResolutionError( 'getPractice', [] ),
			isLoading: ! hasFinishedResolution( 'getPractice', [] ),
		};
	}, [] );
