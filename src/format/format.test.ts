import { readFileSync } from 'fs';
import { join } from 'path';
import { formatRelative } from './dates';
import { formatSeconds } from './duration';
import { decimalsOf, decimalText, editable, formatMoney, parseMoney, signed } from './money';
import { formatRatio } from './numbers';

const speak = ( language: string ) => document.documentElement.setAttribute( 'lang', language );

beforeEach( () => speak( 'en-US' ) );

it( 'counts the decimals of every currency as PHP does', () => {
	const php = readFileSync( join( __dirname, '../../includes/Values/Currency.php' ), 'utf8' );
	const codes = ( list: string ) =>
		[
			...(
				php.match( new RegExp( `const ${ list } = \\[([^\\]]+)` ) )?.[ 1 ] ?? ''
			).matchAll( /[A-Z]{3}/g ),
		].map( String );

	expect( codes( 'ZERO' ).map( decimalsOf ) ).toEqual( codes( 'ZERO' ).map( () => 0 ) );
	expect( codes( 'THREE' ).map( decimalsOf ) ).toEqual( codes( 'THREE' ).map( () => 3 ) );
	expect( codes( 'TWO' ).map( decimalsOf ) ).toEqual( codes( 'TWO' ).map( () => 2 ) );
	expect( codes( 'TWO' ).length ).toBeGreaterThan( 100 );
} );

it.each( [
	[ 'en-US', { minor: 4900, currency: 'USD' }, '$49.00' ],
	[ 'en-US', { minor: -10859, currency: 'USD' }, '-$108.59' ],
	[ 'ko-KR', { minor: 90000, currency: 'KRW' }, '₩90,000' ],
	[ 'tr-TR', { minor: 123456, currency: 'TRY' }, '₺1.234,56' ],
	[ 'en-US', { minor: 12345, currency: 'RSD' }, 'RSD 123.45' ],
	[ 'en-US', { minor: 12345, currency: 'KWD' }, 'KWD 12.345' ],
] )( 'in %s %j reads %s', ( language, money, text ) => {
	speak( language );
	expect( formatMoney( money ).replace( /\u00a0/g, ' ' ) ).toBe( text );
} );

it.each( [
	[ 'en-US', '79', 'USD', 7900 ],
	[ 'en-US', '$1,234.50', 'USD', 123450 ],
	[ 'en-US', '1234.5', 'USD', 123450 ],
	[ 'tr-TR', '₺1.234,56', 'TRY', 123456 ],
	[ 'de-DE', '49,00 €', 'EUR', 4900 ],
	[ 'ko-KR', '90,000', 'KRW', 90000 ],
	[ 'ar-EG', '٤٩٫٠٠', 'USD', 4900 ],
] )( 'in %s somebody types %s', ( language, typed, currency, minor ) => {
	speak( language );
	expect( parseMoney( typed, currency ) ).toEqual( { minor, currency } );
} );

it.each( [
	[ 'de-DE', '49.00', 'EUR' ],
	[ 'en-US', '49,00', 'USD' ],
	[ 'en-US', '12.345', 'USD' ],
	[ 'en-US', '-5', 'USD' ],
	[ 'en-US', '', 'USD' ],
	[ 'ko-KR', '900.5', 'KRW' ],
] )( 'in %s nobody guesses what %s means', ( language, typed, currency ) => {
	speak( language );
	expect( parseMoney( typed, currency ) ).toBeUndefined();
} );

it.each( [ 'en-US', 'ko-KR', 'tr-TR', 'de-DE', 'ar-EG', 'fr-FR' ] )(
	'in %s what stands in a field can be read back',
	( language ) => {
		speak( language );
		const money = { minor: 1234567, currency: 'USD' };
		expect( parseMoney( editable( money ), 'USD' ) ).toEqual( money );
		expect( parseMoney( formatMoney( money ), 'USD' ) ).toEqual( money );
	}
);

it( 'cuts a ratio and never rounds it up', () => {
	expect( formatRatio( 1_990_000 ) ).toBe( '1.9×' );
	expect( formatRatio( 2_341_772 ) ).toBe( '2.3×' );
} );

it( 'puts the honest sign before an amount', () => {
	expect( signed( '$5', { approximate: true } ) ).toBe( '≈ $5' );
	expect( signed( '$5', { approximate: true, atLeast: true } ) ).toBe( '≥ $5' );
	expect( signed( '$5', {} ) ).toBe( '$5' );
} );

it( 'tells time in hours and minutes', () => {
	expect( formatSeconds( 22200 ) ).toBe( '6 h 10 min' );
	expect( formatSeconds( 1483200 ) ).toBe( '412 h' );
	expect( formatSeconds( 90 ) ).toBe( '2 min' );
	expect( formatSeconds( 7200 ) ).toBe( '2 h' );
} );

it( 'tells how long ago something was', () => {
	const now = Date.parse( '2026-03-04T08:00:00Z' );
	expect( formatRelative( '2026-03-01T08:00:00Z', now ) ).toBe( '3 days ago' );
	expect( formatRelative( '2026-03-04T07:59:40Z', now ) ).toBe( 'this minute' );
} );

it( 'reads a rate in the separators of the language', () => {
	expect( decimalText( '1.0857' ) ).toBe( '1.0857' );
	expect( decimalText( '0.00072' ) ).toBe( '0.00072' );
	expect( decimalText( ' 1350 ' ) ).toBe( '1350' );
	expect( decimalText( '10' ) ).toBe( '10' );
	expect( [ '', '0', '0.00', '-1', 'abc', '1.2.3' ].map( decimalText ) ).toEqual(
		Array( 6 ).fill( undefined )
	);
	speak( 'tr-TR' );
	expect( decimalText( '1,0857' ) ).toBe( '1.0857' );
} );
