import { useSelect } from '@wordpress/data';
import type { PlanRequest } from './schema';
import { offboardingsStore } from './store';

export const usePlan = ( request: PlanRequest ) =>
	useSelect(
		( select ) => {
			const { getPlan, hasFinishedResolution, getResolutionError } =
				select( offboardingsStore );
			return {
				plan: getPlan( request ),
				error: getResolutionError( 'getPlan', [ request ] ),
				isLoading: ! hasFinishedResolution( 'getPlan', [ request ] ),
			};
		},
		[ request ]
	);

export const useRun = ( id: number ) =>
	useSelect(
		( select ) => {
			const { getRun, hasFinishedResolution, getResolutionError } =
				select( offboardingsStore );
			return {
				run: getRun( id ),
				error: getResolutionError( 'getRun', [ id ] ),
				isLoading: ! hasFinishedResolution( 'getRun', [ id ] ),
			};
		},
		[ id ]
	);
