import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { reportsStore } from './store';

/** Whoever opens the reports wants them as they are now; what was shown last stays until then. */
export function useReport() {
	const { invalidateResolution } = useDispatch( reportsStore );
	useEffect(
		() => () => {
			invalidateResolution( 'getReport', [] );
		},
		[ invalidateResolution ]
	);
	return useSelect( ( select ) => {
		const { getReport, hasFinishedResolution, getResolutionError } = select( reportsStore );
		return {
			report: getReport(),
			error: getResolutionError( 'getReport', [] ),
			isLoading: ! hasFinishedResolution( 'getReport', [] ),
		};
	}, [] );
}
