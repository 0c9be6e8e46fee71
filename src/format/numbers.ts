import { __, sprintf } from '@wordpress/i18n';
import { locale } from '../data/boot';

export const formatNumber = ( value: number ) => new Intl.NumberFormat( locale() ).format( value );

export const formatPercent = ( percent: number ) =>
	new Intl.NumberFormat( locale(), { style: 'percent' } ).format( percent / 100 );

/** Millionths as "2.3×", cut and not rounded: a ratio is never shown as more than it is. */
export function formatRatio( millionths: number ): string {
	const tenths = Math.floor( millionths / 100_000 ) / 10;
	/* translators: %s: number. So many times. */
	return sprintf( __( '%s×', 'amicable' ), formatNumber( tenths ) );
}
