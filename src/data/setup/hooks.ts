import { useSelect } from '@wordpress/data';
import { setupStore } from './store';

/** Null until it is read, and where it could not be: then nothing is asked. */
export const useSetup = () => useSelect( ( select ) => select( setupStore ).getSetup(), [] );
