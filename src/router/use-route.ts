import { useMemo, useSyncExternalStore } from '@wordpress/element';
import { history, routeOf } from './history';

const subscribe = ( listener: () => void ) => history.listen( listener );
const search = () => history.location.search;

export function useRoute() {
	const current = useSyncExternalStore( subscribe, search );
	return useMemo( () => routeOf( current ), [ current ] );
}
