import { useSelect } from '@wordpress/data';
import { incidentsStore } from './store';

export const useIncidents = () =>
	useSelect( ( select ) => {
		const { getList, hasFinishedResolution, getResolutionError } = select( incidentsStore );
		return {
			list: getList(),
			error: getResolutionError( 'getList', [] ),
			isLoading: ! hasFinishedResolution( 'getList', [] ),
		};
	}, [] );

export const useIncident = ( id: number ) =>
	useSelect(
		( select ) => {
			const { getIncident, hasFinishedResolution, getResolutionError } =
				select( incidentsStore );
			return {
				incident: getIncident( id ),
				error: getResolutionError( 'getIncident', [ id ] ),
				isLoading: ! hasFinishedResolution( 'getIncident', [ id ] ),
			};
		},
		[ id ]
	);
