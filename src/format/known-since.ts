import { __, sprintf } from '@wordpress/i18n';
import { formatDate } from './dates';

/** Stands wherever cost is shown: what came before that day is not in it. */
export const knownSince = ( since: string, atLeast: boolean ) =>
	atLeast
		? sprintf(
				/* translators: %s: date. */
				__(
					'Support is known since %s only: cost and ratio are at least this.',
					'amicable'
				),
				formatDate( since )
			)
		: sprintf(
				/* translators: %s: date. */
				__( 'Support known since %s.', 'amicable' ),
				formatDate( since )
			);
