/**
 * `npm run i18n`: brings languages/*.po up to date with the source and makes what WordPress reads:
 * .l10n.php for PHP, one JSON file per script handle. `--check` fails when a translation is missing or wrong;
 * `--compile` makes the files and leaves the .po files alone.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readCatalog, readHandles } from './lib/i18n/catalog.mjs';
import { parsePo, writePo } from './lib/i18n/po.mjs';
import { inRoot } from './lib/paths.mjs';
import { fail, Refusal } from './lib/say.mjs';

const LOCALES = {
	ko_KR: { lang: 'ko', plurals: 'nplurals=1; plural=0;', forms: 1 },
	tr_TR: { lang: 'tr', plurals: 'nplurals=2; plural=(n > 1);', forms: 2 },
};

const poFile = ( locale ) => inRoot( `languages/amicable-${ locale }.po` );
const fieldsOf = ( locale ) => ( {
	'Project-Id-Version': 'Amicable',
	Language: locale,
	'MIME-Version': '1.0',
	'Content-Type': 'text/plain; charset=UTF-8',
	'Content-Transfer-Encoding': '8bit',
	'Plural-Forms': LOCALES[ locale ]?.plurals ?? 'nplurals=2; plural=(n != 1);',
	'X-Domain': 'amicable',
} );

const readPo = ( locale ) =>
	existsSync( poFile( locale ) )
		? parsePo( readFileSync( poFile( locale ), 'utf8' ) )
		: new Map();

/** Translations of strings that are still there; new ones are empty. */
function merged( catalog, locale ) {
	const old = readPo( locale );
	return [ ...catalog ].map( ( [ key, entry ] ) => {
		const count = entry.plural ? LOCALES[ locale ].forms : 1;
		const known = old.get( key )?.isFuzzy ? [] : ( old.get( key )?.translations ?? [] );
		return {
			...entry,
			key,
			translations: Array.from( { length: count }, ( _, index ) => known[ index ] ?? '' ),
		};
	} );
}

const placeholders = ( text ) =>
	( text.match( /%(\d+\$)?[sdf]/g ) ?? [] )
		.map( ( mark ) => mark.at( -1 ) )
		.sort()
		.join( '' );

function problemOf( { text, plural, translations } ) {
	if ( translations.some( ( translation ) => translation === '' ) ) {
		return 'not translated';
	}
	const allowed = [ text, plural || text ].map( placeholders );
	return translations.every( ( translation ) => allowed.includes( placeholders( translation ) ) )
		? null
		: 'other placeholders than the original';
}

function check( catalog ) {
	const problems = Object.keys( LOCALES ).flatMap( ( locale ) =>
		merged( catalog, locale ).flatMap( ( entry ) => {
			const problem = problemOf( entry );
			return problem
				? [
						`${ locale }: ${ problem }: ${ JSON.stringify( entry.text ) } (${ entry.files[ 0 ] })`,
					]
				: [];
		} )
	);
	if ( problems.length > 0 ) {
		throw new Refusal(
			`${ problems.slice( 0, 40 ).join( '\n' ) }\n${ problems.length } in all.`,
			'npm run i18n, then fill in languages/*.po'
		);
	}
	console.log(
		`${ catalog.size } strings, complete in ${ Object.keys( LOCALES ).join( ' and ' ) }.`
	);
}

const phpString = ( text ) => `'${ text.replace( /[\\']/g, '\\$&' ) }'`;

/** WordPress joins plural forms with a null byte, in text and in translation. */
function l10nPhp( locale, entries ) {
	const lines = entries.map(
		( { key, translations } ) =>
			`\t\t${ phpString( key ) } => ${ translations.map( phpString ).join( ' . "\\0" . ' ) },`
	);
	return `<?php\nreturn [\n\t'domain' => 'amicable',\n\t'plural-forms' => ${ phpString( LOCALES[ locale ].plurals ) },\n\t'language' => ${ phpString( locale ) },\n\t'messages' => [\n${ lines.join( '\n' ) }\n\t],\n];\n`;
}

function jed( locale, entries ) {
	const { lang, plurals } = LOCALES[ locale ];
	const messages = Object.fromEntries(
		entries.map( ( { key, translations } ) => [ key, translations ] )
	);
	return JSON.stringify( {
		domain: 'messages',
		locale_data: {
			messages: { '': { domain: 'messages', 'plural-forms': plurals, lang }, ...messages },
		},
	} );
}

const isTranslated = ( { translations } ) =>
	translations.every( ( translation ) => translation !== '' );

const translatedOf = ( locale ) =>
	[ ...readPo( locale ) ]
		.map( ( [ key, entry ] ) => ( { ...entry, key } ) )
		.filter( ( entry ) => entry.key !== '' && ! entry.isFuzzy && isTranslated( entry ) );

function compile( handles ) {
	for ( const locale of Object.keys( LOCALES ) ) {
		const entries = translatedOf( locale );
		writeFileSync(
			inRoot( `languages/amicable-${ locale }.l10n.php` ),
			l10nPhp( locale, entries )
		);
		for ( const [ handle, keys ] of handles ) {
			const own = entries.filter( ( { key } ) => keys.has( key ) );
			writeFileSync(
				inRoot( `languages/amicable-${ locale }-${ handle }.json` ),
				jed( locale, own )
			);
		}
	}
}

function update( catalog ) {
	for ( const locale of Object.keys( LOCALES ) ) {
		const entries = merged( catalog, locale );
		writeFileSync( poFile( locale ), writePo( fieldsOf( locale ), entries ) );
		console.log(
			`${ locale }: ${ entries.filter( isTranslated ).length } of ${ entries.length } translated`
		);
	}
	const template = [ ...catalog.values() ].map( ( entry ) => ( {
		...entry,
		translations: entry.plural ? [ '', '' ] : [ '' ],
	} ) );
	writeFileSync( inRoot( 'languages/amicable.pot' ), writePo( fieldsOf( '' ), template ) );
}

async function main() {
	mkdirSync( inRoot( 'languages' ), { recursive: true } );
	if ( process.argv.includes( '--check' ) ) {
		check( await readCatalog() );
		return;
	}
	if ( ! process.argv.includes( '--compile' ) ) {
		update( await readCatalog() );
	}
	compile( await readHandles() );
}

main().catch( fail );
