import { useSelect } from '@wordpress/data';
import type { LockLanguage } from './schema';
import { locksStore } from './store';

export const useLock = ( customer: number, language?: LockLanguage ) =>
	useSelect(
		( select ) => {
			const { getLock, hasFinishedResolution, getResolutionError } = select( locksStore );
			const key = [ customer, language ];
			return {
				locked: getLock( customer, language ),
				error: getResolutionError( 'getLock', key ),
				isLoading: ! hasFinishedResolution( 'getLock', key ),
			};
		},
		[ customer, language ]
	);
