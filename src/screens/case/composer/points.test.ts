import { carried, placeIn, stretches } from './points';

const place = ( text: string, words: string ) => {
	const start = Array.from( text.slice( 0, text.indexOf( words ) ) ).length;
	return { start, end: start + Array.from( words ).length };
};

it.each( [
	[ 'plain letters', 'Sorry, but no.', 'but' ],
	[ 'an emoji before it', 'Hi 👋🏽 there, sorry, but no.', 'but' ],
	[ 'Hangul', '안녕하세요 🙇 고객님, 다시는 그러지 마세요.', '다시는' ],
	[ 'a family of one letter', '👨‍👩‍👧 said IDIOTS', 'IDIOTS' ],
] )( 'finds the words in units of the browser: %s', ( _name, text, words ) => {
	const { start, end } = placeIn( text, place( text, words ) );
	expect( text.slice( start, end ) ).toBe( words );
} );

it( 'carries places along while somebody types before and after them', () => {
	const before = '🙂 First. Sorry, but no. Last!!';
	const places = [ place( before, 'Sorry, but' ), place( before, '!!' ) ];
	const now = '🙂🙂 First. Sorry, but no. At last!!';
	expect( carried( places, before, now ).map( ( at ) => cutOut( now, at ) ) ).toEqual( [ '!!' ] );
	const after = before + ' More';
	expect( carried( places, before, after ).map( ( at ) => cutOut( after, at ) ) ).toEqual( [
		'Sorry, but',
		'!!',
	] );
} );

const cutOut = ( text: string, at: { start: number; end: number } ) => {
	const { start, end } = placeIn( text, at );
	return text.slice( start, end );
};

it( 'cuts the text at its places and loses no letter', () => {
	const text = '고객님 👋 never again, never';
	const cut = stretches( text, [ place( text, 'never again' ), place( text, 'again' ) ] );
	expect( cut.map( ( part ) => part.text ).join( '' ) ).toBe( text );
	expect( cut.filter( ( { of } ) => of ).map( ( part ) => part.text ) ).toEqual( [
		'never again',
	] );
} );
