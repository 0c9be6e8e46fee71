import { useSelect } from '@wordpress/data';
import { evidenceStore } from './store';

export const usePack = ( id: number ) =>
	useSelect(
		( select ) => {
			const { getPack, hasFinishedResolution, getResolutionError } = select( evidenceStore );
			return {
				pack: getPack( id ),
				error: getResolutionError( 'getPack', [ id ] ),
				isLoading: ! hasFinishedResolution( 'getPack', [ id ] ),
			};
		},
		[ id ]
	);
