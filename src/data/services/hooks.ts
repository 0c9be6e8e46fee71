import { useSelect } from '@wordpress/data';
import { servicesStore } from './store';

export const useServices = () =>
	useSelect( ( select ) => {
		const { getList, hasFinishedResolution, getResolutionError } = select( servicesStore );
		return {
			list: getList(),
			error: getResolutionError( 'getList', [] ),
			isLoading: ! hasFinishedResolution( 'getList', [] ),
		};
	}, [] );
