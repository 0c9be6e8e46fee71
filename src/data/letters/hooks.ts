import { useSelect } from '@wordpress/data';
import type { Stage } from '../cases/schema';
import type { Letter, LetterLanguage } from './schema';
import { lettersStore } from './store';

export const useLetters = ( caseId: number ) =>
	useSelect(
		( select ) => {
			const { getList, hasFinishedResolution, getResolutionError } = select( lettersStore );
			return {
				page: getList( caseId ),
				error: getResolutionError( 'getList', [ caseId ] ),
				isLoading: ! hasFinishedResolution( 'getList', [ caseId ] ),
			};
		},
		[ caseId ]
	);

export const useLetter = ( caseId: number, id: number ) =>
	useSelect(
		( select ) => {
			const { getLetter, hasFinishedResolution, getResolutionError } = select( lettersStore );
			return {
				letter: getLetter( caseId, id ),
				error: getResolutionError( 'getLetter', [ caseId, id ] ),
				isLoading: ! hasFinishedResolution( 'getLetter', [ caseId, id ] ),
			};
		},
		[ caseId, id ]
	);

export const useLetterChoice = ( caseId: number, stage?: Stage ) =>
	useSelect(
		( select ) => {
			const { getChoice, hasFinishedResolution, getResolutionError } = select( lettersStore );
			return {
				choice: getChoice( caseId, stage ),
				error: getResolutionError( 'getChoice', [ caseId, stage ] ),
				isLoading: ! hasFinishedResolution( 'getChoice', [ caseId, stage ] ),
			};
		},
		[ caseId, stage ]
	);

export const useConversation = ( caseId: number ) =>
	useSelect(
		( select ) => {
			const { getConversation, hasFinishedResolution, getResolutionError } =
				select( lettersStore );
			return {
				conversation: getConversation( caseId ),
				error: getResolutionError( 'getConversation', [ caseId ] ),
				isLoading: ! hasFinishedResolution( 'getConversation', [ caseId ] ),
			};
		},
		[ caseId ]
	);

/** Of the letter as it was last saved: the arguments are its version, not its words. */
const versionOf = ( { id, case_id: caseId, version }: Letter ) => ( {
	id,
	case_id: caseId,
	version,
} );

export const useBeside = ( letter: Letter, language: LetterLanguage ) =>
	useSelect(
		( select ) => {
			const { getBeside, hasFinishedResolution, getResolutionError } = select( lettersStore );
			const of = versionOf( letter );
			return {
				beside: getBeside( of, language ),
				error: getResolutionError( 'getBeside', [ of, language ] ),
				isLoading: ! hasFinishedResolution( 'getBeside', [ of, language ] ),
			};
		},
		[ letter, language ]
	);

export const usePublicView = ( letter: Letter ) =>
	useSelect(
		( select ) => {
			const { getPublicView, hasFinishedResolution, getResolutionError } =
				select( lettersStore );
			const of = versionOf( letter );
			return {
				view: getPublicView( of ),
				error: getResolutionError( 'getPublicView', [ of ] ),
				isLoading: ! hasFinishedResolution( 'getPublicView', [ of ] ),
			};
		},
		[ letter ]
	);
