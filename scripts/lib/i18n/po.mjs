/** Reads and writes gettext's text files: only what this project uses of them. */

const unquote = ( line ) => JSON.parse( line.slice( line.indexOf( '"' ) ) );
const quote = ( text ) => JSON.stringify( text );

export const keyOf = ( { context, text } ) => ( context ? `${ context }\u0004${ text }` : text );

function readEntry( lines ) {
	const entry = {
		context: '',
		text: '',
		plural: '',
		translations: [],
		comments: [],
		isFuzzy: false,
	};
	let add = () => {};
	const fields = [
		[ /^msgctxt /, ( value ) => ( entry.context += value ) ],
		[ /^msgid_plural /, ( value ) => ( entry.plural += value ) ],
		[ /^msgid /, ( value ) => ( entry.text += value ) ],
		[
			/^msgstr(\[\d\])? /,
			( value, form ) =>
				( entry.translations[ form ] = ( entry.translations[ form ] ?? '' ) + value ),
		],
	];
	for ( const line of lines ) {
		const field = fields.find( ( [ pattern ] ) => pattern.test( line ) );
		if ( line.startsWith( '#' ) ) {
			entry.comments.push( line );
			entry.isFuzzy ||= line.startsWith( '#,' ) && line.includes( 'fuzzy' );
		} else if ( field ) {
			const form = Number( line.match( /^msgstr\[(\d)\]/ )?.[ 1 ] ?? 0 );
			add = ( value ) => field[ 1 ]( value, form );
			add( unquote( line ) );
		} else if ( line.startsWith( '"' ) ) {
			add( unquote( line ) );
		}
	}
	return entry;
}

/** @return {Map<string, object>} Entries by key; the header has the empty key. */
export function parsePo( content ) {
	const blocks = content
		.replace( /\r/g, '' )
		.split( /\n\s*\n/ )
		.filter( ( block ) => /^msgid /m.test( block ) );
	const entries = blocks.map( ( block ) =>
		readEntry( block.split( '\n' ).filter( ( line ) => line && ! line.startsWith( '#~' ) ) )
	);
	return new Map( entries.map( ( entry ) => [ keyOf( entry ), entry ] ) );
}

function writeEntry( { context, text, plural, translations, comment, files } ) {
	const forms = plural
		? translations.map( ( form, index ) => `msgstr[${ index }] ${ quote( form ) }` )
		: [ `msgstr ${ quote( translations[ 0 ] ?? '' ) }` ];
	return [
		...( comment ? [ `#. ${ comment.replace( /\s+/g, ' ' ) }` ] : [] ),
		...( files ?? [] ).map( ( file ) => `#: ${ file }` ),
		...( context ? [ `msgctxt ${ quote( context ) }` ] : [] ),
		`msgid ${ quote( text ) }`,
		...( plural ? [ `msgid_plural ${ quote( plural ) }` ] : [] ),
		...forms,
	].join( '\n' );
}

const header = ( fields ) =>
	`msgid ""\nmsgstr ""\n${ Object.entries( fields )
		.map( ( [ name, value ] ) => quote( `${ name }: ${ value }\n` ) )
		.join( '\n' ) }`;

/** Sorted by text, and without line numbers: two people who add strings rarely meet in one place. */
export function writePo( fields, entries ) {
	const sorted = [ ...entries ].sort( ( a, b ) => ( keyOf( a ) < keyOf( b ) ? -1 : 1 ) );
	return `${ [ header( fields ), ...sorted.map( writeEntry ) ].join( '\n\n' ) }\n`;
}
