import { __ } from '@wordpress/i18n';
import { locale } from '../data/boot';
import type { LetterLanguage } from '../data/letters/schema';

export const LANGUAGES: LetterLanguage[] = [ 'en', 'ko', 'tr' ];

export const languageNames = (): Record< LetterLanguage, string > => ( {
	en: __( 'English', 'amicable' ),
	ko: __( 'Korean', 'amicable' ),
	tr: __( 'Turkish', 'amicable' ),
} );

/** The language of whoever reads this screen, where texts exist in it; English otherwise. */
export const readersLanguage = (): LetterLanguage =>
	LANGUAGES.find( ( language ) => locale().toLowerCase().startsWith( language ) ) ?? 'en';
