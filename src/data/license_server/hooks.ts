import { useSelect } from '@wordpress/data';
import { licenseServerStore } from './store';

export const useLicenseServer = () =>
	useSelect( ( select ) => {
		const { getServer, getResolutionError } = select( licenseServerStore );
		return { server: getServer(), error: getResolutionError( 'getServer', [] ) };
	}, [] );
