import { useSelect } from '@wordpress/data';
import { casesStore, type CaseQuery } from './store';

export const useCases = ( query: CaseQuery ) =>
	useSelect(
		( select ) => {
			const { getPage, hasFinishedResolution, getResolutionError } = select( casesStore );
			return {
				page: getPage( query ),
				error: getResolutionError( 'getPage', [ query ] ),
				isLoading: ! hasFinishedResolution( 'getPage', [ query ] ),
			};
		},
		[ query ]
	);

export const useCase = ( id: number ) =>
	useSelect(
		( select ) => {
			const { getCase, hasFinishedResolution, getResolutionError } = select( casesStore );
			return {
				item: getCase( id ),
				error: getResolutionError( 'getCase', [ id ] ),
				isLoading: ! hasFinishedResolution( 'getCase', [ id ] ),
			};
		},
		[ id ]
	);
