import { useSelect } from '@wordpress/data';
import type { LetterLanguage } from '../letters/schema';
import { playbookStore } from './store';

export const useTemplates = ( language: LetterLanguage ) =>
	useSelect(
		( select ) => {
			const { getTemplates, hasFinishedResolution, getResolutionError } =
				select( playbookStore );
			return {
				templates: getTemplates( language ),
				error: getResolutionError( 'getTemplates', [ language ] ),
				isLoading: ! hasFinishedResolution( 'getTemplates', [ language ] ),
			};
		},
		[ language ]
	);

export const usePlaybookFields = () =>
	useSelect( ( select ) => {
		const { getFields, hasFinishedResolution, getResolutionError } = select( playbookStore );
		return {
			fields: getFields(),
			error: getResolutionError( 'getFields', [] ),
			isLoading: ! hasFinishedResolution( 'getFields', [] ),
		};
	}, [] );
