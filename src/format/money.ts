import { __, sprintf } from '@wordpress/i18n';
import { locale } from '../data/boot';
import type { Money } from '../data/common';

// The lists of Values\Currency: browsers round some of these to whole units, which would move the decimal point.
const ZERO = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split( ' ' );
const THREE = 'BHD IQD JOD KWD LYD OMR TND'.split( ' ' );

/** Digits after the decimal separator. */
export function decimalsOf( currency: string ): number {
	if ( ZERO.includes( currency ) ) {
		return 0;
	}
	return THREE.includes( currency ) ? 3 : 2;
}

export function formatMoney( { minor, currency }: Money ): string {
	const digits = decimalsOf( currency );
	return new Intl.NumberFormat( locale(), {
		style: 'currency',
		currency,
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	} ).format( minor / 10 ** digits );
}

export type Certainty = { approximate?: boolean | undefined; atLeast?: boolean | undefined };

/** "≈ $185.00", "≥ $185.00": the sign that the figure needs to be honest. */
export function signed( amount: string, { approximate, atLeast }: Certainty ): string {
	if ( atLeast ) {
		/* translators: %s: amount of money or ratio. "At least", as a sign. */
		return sprintf( __( '≥ %s', 'amicable' ), amount );
	}
	/* translators: %s: amount of money or ratio. "About", as a sign. */
	return approximate ? sprintf( __( '≈ %s', 'amicable' ), amount ) : amount;
}

/** The same for ears. */
export function spoken( amount: string, { approximate, atLeast }: Certainty ): string {
	if ( atLeast ) {
		/* translators: %s: amount of money or ratio. */
		return sprintf( __( 'at least %s', 'amicable' ), amount );
	}
	/* translators: %s: amount of money or ratio. */
	return approximate ? sprintf( __( 'about %s', 'amicable' ), amount ) : amount;
}

/** The amount without its currency, for an input: "79.00", in Turkish "79,00". */
export function editable( { minor, currency }: Money ): string {
	const digits = decimalsOf( currency );
	return new Intl.NumberFormat( locale(), {
		useGrouping: false,
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	} ).format( minor / 10 ** digits );
}

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
 * What a person typed as minor units, in the separators of their language, with or without the currency; undefined
 * where it could be read in two ways. "1.5" in German is not fifteen.
 */
export function parseMoney( typed: string, currency: string ): Money | undefined {
	const digits = decimalsOf( currency );
	const [ group, decimal ] = [ escape( symbolOf( 'group' ) ), escape( symbolOf( 'decimal' ) ) ];
	const bare = latin( typed ).replace( /[\p{Sc}\p{L}]+\.?|[\s\p{Cf}]/gu, '' );
	const whole = `\\d+|\\d{1,3}(?:${ group.trim() === '' ? '' : group }\\d{3})+`;
	const fraction = digits ? `(?:${ decimal }(\\d{1,${ digits }}))?` : `(?:${ decimal }(0+))?`;
	const found = new RegExp( `^(${ whole })${ fraction }$` ).exec( bare );
	if ( ! found?.[ 1 ] ) {
		return undefined;
	}
	const minor =
		found[ 1 ].replace( /\D/g, '' ) +
		( found[ 2 ] ?? '' ).slice( 0, digits ).padEnd( digits, '0' );
	return Number.isSafeInteger( Number( minor ) )
		? { minor: Number( minor ), currency }
		: undefined;
}
