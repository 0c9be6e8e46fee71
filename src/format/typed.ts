import { locale } from '../data/boot';

const symbolOf = ( type: 'decimal' | 'group' ) =>
	new Intl.NumberFormat( locale() )
		.formatToParts( 12345.6 )
		.find( ( part ) => part.type === type )?.value ?? '';

const escape = ( text: string ) => text.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' );

/** Digits of any script that the locale writes with, as 0–9. */
function latin( text: string ): string {
	const digits = new Intl.NumberFormat( locale(), { useGrouping: false } ).format( 9876543210 );
	return [ ...text ]
		.map( ( char ) =>
			digits.includes( char ) ? String( 9 - digits.indexOf( char ) ) : char
		)
		.join( '' );
}

/**
 * What a person typed as a whole number of the smallest unit, so many digits behind the separator of their language;
 * undefined where it could be read in two ways. "1.5" in German is not fifteen.
 */
export function parseTyped( typed: string, digits: number ): number | undefined {
	const [ group, decimal ] = [ escape( symbolOf( 'group' ) ), escape( symbolOf( 'decimal' ) ) ];
	const bare = latin( typed ).replace( /[\p{Sc}\p{L}]+\.?|[\s\p{Cf}]/gu, '' );
	const whole = `\\d+|\\d{1,3}(?:${ group.trim() === '' ? '' : group }\\d{3})+`;
	const fraction = digits ? `(?:${ decimal }(\\d{1,${ digits }}))?` : `(?:${ decimal }(0+))?`;
	const found = new RegExp( `^(${ whole })${ fraction }$` ).exec( bare );
	if ( ! found?.[ 1 ] ) {
		return undefined;
	}
	const units = Number(
		found[ 1 ].replace( /\D/g, '' ) +
			( found[ 2 ] ?? '' ).slice( 0, digits ).padEnd( digits, '0' )
	);
	return Number.isSafeInteger( units ) ? units : undefined;
}

/** A number as it stands in a field: no grouping, the separator of the language. */
export const editableNumber = ( value: number, least = 0, most = 6 ) =>
	new Intl.NumberFormat( locale(), {
		useGrouping: false,
		minimumFractionDigits: least,
		maximumFractionDigits: most,
	} ).format( value );

/** A whole number as a number field gives it; NaN for none. */
export const wholeTyped = ( text: string ) =>
	text.trim() === '' ? NaN : Math.round( Number( text ) );
