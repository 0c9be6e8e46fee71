import { useSelect } from '@wordpress/data';
import { freemiusStore } from './store';

export const useFreemius = () =>
	useSelect( ( select ) => {
		const { getFreemius, getResolutionError } = select( freemiusStore );
		return { freemius: getFreemius(), error: getResolutionError( 'getFreemius', [] ) };
	}, [] );
