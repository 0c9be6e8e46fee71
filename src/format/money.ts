import { __, sprintf } from '@wordpress/i18n';
import { locale } from '../data/boot';
import type { Money } from '../data/common';
import { editableNumber, parseTyped } from './typed';

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

export type Certainty = {
	approximate?: boolean | undefined;
	atLeast?: boolean | undefined;
	/** What is left of something, less what is at least so much. */
	atMost?: boolean | undefined;
};

/** "≈ $185.00", "≥ $185.00": the sign that the figure needs to be honest. */
export function signed( amount: string, { approximate, atLeast, atMost }: Certainty ): string {
	if ( atLeast ) {
		/* translators: %s: amount of money or ratio. "At least", as a sign. */
		return sprintf( __( '≥ %s', 'amicable' ), amount );
	}
	if ( atMost ) {
		/* translators: %s: amount of money. "At most", as a sign. */
		return sprintf( __( '≤ %s', 'amicable' ), amount );
	}
	/* translators: %s: amount of money or ratio. "About", as a sign. */
	return approximate ? sprintf( __( '≈ %s', 'amicable' ), amount ) : amount;
}

/** The same for ears. */
export function spoken( amount: string, { approximate, atLeast, atMost }: Certainty ): string {
	if ( atLeast ) {
		/* translators: %s: amount of money or ratio. */
		return sprintf( __( 'at least %s', 'amicable' ), amount );
	}
	if ( atMost ) {
		/* translators: %s: amount of money. */
		return sprintf( __( 'at most %s', 'amicable' ), amount );
	}
	/* translators: %s: amount of money or ratio. */
	return approximate ? sprintf( __( 'about %s', 'amicable' ), amount ) : amount;
}

/** The amount without its currency, for an input: "79.00", in Turkish "79,00". */
export function editable( { minor, currency }: Money ): string {
	const digits = decimalsOf( currency );
	return editableNumber( minor / 10 ** digits, digits, digits );
}

/** What a person typed as minor units, in the separators of their language, with or without the currency. */
export function parseMoney( typed: string, currency: string ): Money | undefined {
	const minor = parseTyped( typed, decimalsOf( currency ) );
	return minor === undefined ? undefined : { minor, currency };
}

const RATE_DIGITS = 9;

/** A rate as typed in the separators of the language, as "1.0857"; undefined for what is none. */
export function decimalText( typed: string ): string | undefined {
	const parsed = parseTyped( typed, RATE_DIGITS );
	if ( ! parsed || parsed < 0 ) {
		return undefined;
	}
	const digits = String( parsed ).padStart( RATE_DIGITS + 1, '0' );
	const [ whole, fraction ] = [ digits.slice( 0, -RATE_DIGITS ), digits.slice( -RATE_DIGITS ) ];
	return `${ whole }.${ fraction }`.replace( /\.?0+$/, '' );
}
