import { __, _n, sprintf } from '@wordpress/i18n';
import type { CustomerDetail } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';

/** What nobody looked at, said aloud; nothing where all was read. */
export function readingWords( { reading, left_out_since: since }: CustomerDetail ) {
	if ( since ) {
		return sprintf(
			/* translators: %s: date. */
			__( 'Left out of all patterns since %s. Figures are counted as before.', 'amicable' ),
			formatDate( since )
		);
	}
	if ( reading.not_read === 0 ) {
		return undefined;
	}
	return sprintf(
		/* translators: 1: number of messages, 2: number of all their messages. */
		_n(
			'%1$s of %2$s messages is in a language that is not read for tone.',
			'%1$s of %2$s messages are in a language that is not read for tone.',
			reading.not_read,
			'amicable'
		),
		formatNumber( reading.not_read ),
		formatNumber( reading.messages )
	);
}

/** What speaks for them whatever is noticed; nothing where nothing was agreed. */
export const extraTimeWords = ( { extra_time_since: since }: CustomerDetail ) =>
	since
		? sprintf(
				/* translators: %s: date. */
				__( 'Extra time is agreed with them since %s.', 'amicable' ),
				formatDate( since )
			)
		: undefined;
