import { useSelect } from '@wordpress/data';
import { importsStore, type Look } from './store';

export const useImports = () =>
	useSelect( ( select ) => {
		const { getImports, getResolutionError } = select( importsStore );
		return { imports: getImports(), error: getResolutionError( 'getImports', [] ) };
	}, [] );

export const useImport = ( id: number ) =>
	useSelect(
		( select ) => {
			const { getImport, getUpload, hasFinishedResolution, getResolutionError } =
				select( importsStore );
			return {
				one: getImport( id ),
				upload: getUpload( id ),
				error: getResolutionError( 'getImport', [ id ] ),
				isLoading: ! hasFinishedResolution( 'getImport', [ id ] ),
			};
		},
		[ id ]
	);

export const usePreview = ( id: number, look: Look ) =>
	useSelect(
		( select ) => {
			const { getPreview, hasFinishedResolution, getResolutionError } =
				select( importsStore );
			return {
				preview: getPreview( id, look ),
				error: getResolutionError( 'getPreview', [ id, look ] ),
				isLoading: ! hasFinishedResolution( 'getPreview', [ id, look ] ),
			};
		},
		[ id, look ]
	);
