import { useSelect } from '@wordpress/data';
import { disputesStore } from './store';

export const useDispute = ( id: number ) =>
	useSelect(
		( select ) => {
			const { getSheet, hasFinishedResolution, getResolutionError } = select( disputesStore );
			return {
				sheet: getSheet( id ),
				error: getResolutionError( 'getSheet', [ id ] ),
				isLoading: ! hasFinishedResolution( 'getSheet', [ id ] ),
			};
		},
		[ id ]
	);
