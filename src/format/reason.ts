import { __, _n, sprintf } from '@wordpress/i18n';
import type { CustomerRow } from '../data/customers/schema';
import { formatMinutes } from './duration';
import { signed } from './money';
import { formatNumber, formatRatio } from './numbers';

const OPEN = [ 'open', 'confirmed' ];

const has = ( { flags }: CustomerRow, pattern: string ) =>
	flags.some( ( flag ) => flag.pattern === pattern && OPEN.includes( flag.state ) );

function cost( row: CustomerRow ): string | undefined {
	const ratio = row.money?.ratio;
	if ( ratio === undefined || ratio === null || ! has( row, 'cost_over_paid' ) ) {
		return undefined;
	}
	return sprintf(
		/* translators: %s: ratio such as "2.3×" or "≥ 1.3×". */
		__( 'support cost %s what they paid', 'amicable' ),
		signed( formatRatio( ratio ), { atLeast: row.money?.at_least } )
	);
}

function questions( row: CustomerRow ): string | undefined {
	const peak = row.tickets_peak_14d;
	if ( ! has( row, 'docs_questions' ) || peak === null ) {
		return undefined;
	}
	return sprintf(
		/* translators: %s: number of tickets. */
		_n( '%s question within 14 days', '%s questions within 14 days', peak, 'amicable' ),
		formatNumber( peak )
	);
}

function time( row: CustomerRow ): string {
	return sprintf(
		/* translators: 1: number of tickets, 2: duration such as "6 h 10 min". */
		_n( '%1$s ticket, %2$s', '%1$s tickets, %2$s', row.tickets, 'amicable' ),
		formatNumber( row.tickets ),
		formatMinutes( row.minutes )
	);
}

/** Why somebody stands in a list, in words that can be read aloud to them. */
export function reasonsOf( row: CustomerRow ): string[] {
	return [ cost( row ), questions( row ), time( row ) ].filter( ( text ) => text !== undefined );
}
