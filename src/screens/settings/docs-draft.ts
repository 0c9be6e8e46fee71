import type { Settings } from '../../data/settings/schema';

type Typed = { docsUrls: string; docsLanguages: Record< string, string > };

export const addressesOf = ( typed: string ) => typed.split( /\s+/ ).filter( Boolean );

export const docsLanguagesDraftOf = ( told: Settings[ 'docs_languages' ] ) =>
	Object.fromEntries( told.map( ( { url, languages } ) => [ url, languages.join( ', ' ) ] ) );

/** Of addresses that still stand there; where nothing was typed the site's language holds, and nothing is kept. */
export const docsLanguagesOf = ( { docsUrls, docsLanguages }: Typed ) =>
	[ ...new Set( addressesOf( docsUrls ) ) ].flatMap( ( url ) => {
		const languages = ( docsLanguages[ url ] ?? '' )
			.toLowerCase()
			.split( /[\s,]+/ )
			.filter( Boolean );
		return languages.length > 0 ? [ { url, languages: [ ...new Set( languages ) ] } ] : [];
	} );
