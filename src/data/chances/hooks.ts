import { useSelect } from '@wordpress/data';
import type { OffboardingCase } from '../cases/schema';
import { chancesStore } from './store';

export const useChance = ( { id, version }: OffboardingCase ) =>
	useSelect(
		( select ) => {
			const { getChance, getResolutionError } = select( chancesStore );
			const seen = { id, version };
			return {
				chance: getChance( seen ),
				error: getResolutionError( 'getChance', [ seen ] ),
			};
		},
		[ id, version ]
	);
