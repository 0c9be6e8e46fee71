/** Sentences, and a stretch of a text in its sentence with those beside it, as includes/Language/Surroundings.php cuts them. */

/** Bytes before and behind: whoever writes without a full stop is not read whole. */
const MOST = 600;

const BEFORE = /(?:[^.!?\n…]+[.!?…\n]+)?[^.!?\n…]*$/;
const ENDED = /[.!?…\n] *$/;
const ONE_MORE = /^[.!?…\n]*(?:[^.!?\n…]+[.!?…\n]*)?/;
const TWO_MORE = /^[^.!?\n…]*[.!?…\n]*(?:[^.!?\n…]+[.!?…\n]*)?/;

/** A mark within a number or a name ends nothing. */
const SENTENCE = /(?:[^.!?\n…]|[.!?…](?![ \t\r\n]|$))+[.!?…\n]*/gu;

export const sentences = ( text ) => text.match( SENTENCE ) ?? [];

/** Each sentence with its neighbors: what is judged where no rule found anything. */
export function companies( text ) {
	const all = sentences( text );
	return all.map( ( _, at ) => all.slice( Math.max( 0, at - 1 ), at + 2 ).join( '' ) );
}

/** At most so many bytes of whole characters, from the end or from the beginning. */
function cut( text, fromEnd ) {
	const bytes = Buffer.from( text );
	const kept = fromEnd
		? bytes.subarray( Math.max( 0, bytes.length - MOST ) )
		: bytes.subarray( 0, MOST );
	return kept.toString().replace( fromEnd ? /^\ufffd+/ : /\ufffd+$/, '' );
}

/**
 * @param {string} text
 * @param {number} start In UTF-16 units, as `end`.
 * @param {number} end
 */
export function around( text, start, end ) {
	const said = text.slice( start, end );
	const behind = cut( text.slice( end ), false );
	const ended = ENDED.test( said ) || /^[.!?…\n]/.test( behind );
	return (
		BEFORE.exec( cut( text.slice( 0, start ), true ) )[ 0 ] +
		said +
		( ended ? ONE_MORE : TWO_MORE ).exec( behind )[ 0 ]
	);
}

const units = ( text, codePoints ) => [ ...text ].slice( 0, codePoints ).join( '' ).length;

const isShort = ( text ) => ( text.match( /[^.!?\n…]+/g ) ?? [] ).length <= 3;

/** Where a message is known to say something: marked, or so short that all of it is read anyway. */
export function known( { text, evidence }, label ) {
	if ( evidence === undefined ) {
		return isShort( text ) ? [ text ] : [];
	}
	return evidence
		.filter( ( mark ) => mark.label === label )
		.map( ( { start, end } ) => around( text, units( text, start ), units( text, end ) ) );
}
