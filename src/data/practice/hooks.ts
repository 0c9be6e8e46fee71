import { useSelect } from '@wordpress/data';
import { inPractice } from '../boot';
import type { Story } from './schema';
import { practiceStore } from './store';

const NONE: Story[] = [];

/** None in a real shop, which has nobody to introduce. */
export const useStories = () =>
	useSelect( ( select ) => ( inPractice() ? select( practiceStore ).getStories() : NONE ), [] );

export const usePractice = () =>
	useSelect( ( select ) => {
		const { getPractice, hasFinishedResolution, getResolutionError } = select( practiceStore );
		return {
			practice: getPractice(),
			error: getResolutionError( 'getPractice', [] ),
			isLoading: ! hasFinishedResolution( 'getPractice', [] ),
		};
	}, [] );
