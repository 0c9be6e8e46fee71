import { useSelect } from '@wordpress/data';
import type { OrderRef } from '../common';
import { ordersStore } from './store';

export const useOrderCard = ( order: OrderRef ) =>
	useSelect(
		( select ) => {
			const { getCard, hasFinishedResolution, getResolutionError } = select( ordersStore );
			return {
				card: getCard( order ),
				error: getResolutionError( 'getCard', [ order ] ),
				isLoading: ! hasFinishedResolution( 'getCard', [ order ] ),
			};
		},
		[ order ]
	);
