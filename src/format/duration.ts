import { __, sprintf } from '@wordpress/i18n';
import { formatNumber } from './numbers';

/** "6 h 10 min"; from a hundred hours on minutes are noise. */
export function formatSeconds( seconds: number ): string {
	const all = Math.round( seconds / 60 );
	const [ hours, minutes ] = [ Math.floor( all / 60 ), all % 60 ];
	if ( hours === 0 ) {
		/* translators: %s: number of minutes. */
		return sprintf( __( '%s min', 'amicable' ), formatNumber( minutes ) );
	}
	if ( minutes === 0 || hours >= 100 ) {
		/* translators: %s: number of hours. */
		return sprintf( __( '%s h', 'amicable' ), formatNumber( Math.round( all / 60 ) ) );
	}
	return sprintf(
		/* translators: 1: number of hours, 2: number of minutes. */
		__( '%1$s h %2$s min', 'amicable' ),
		formatNumber( hours ),
		formatNumber( minutes )
	);
}

export const formatMinutes = ( minutes: number ) => formatSeconds( minutes * 60 );
