import { __, sprintf } from '@wordpress/i18n';
import type { Letter } from '../../../data/letters/schema';
import { formatDateTime } from '../../../format/dates';

/** Who sent it, how, to whom and when. */
export const sentWords = ( { via, to, desk, sent_at: at, sender }: Letter ) => {
	const day = at ? formatDateTime( at ) : '';
	const name = sender?.name ?? __( 'Somebody', 'amicable' );
	if ( via === 'desk' ) {
		return sprintf(
			/* translators: 1: name of a colleague, 2: email address, 3: name of a help desk, 4: date and time. */
			__( '%1$s sent this to %2$s through %3$s on %4$s.', 'amicable' ),
			name,
			to ?? '',
			desk ?? '',
			day
		);
	}
	return via === 'mail'
		? sprintf(
				/* translators: 1: name of a colleague, 2: email address, 3: date and time. */
				__( '%1$s sent this to %2$s on %3$s.', 'amicable' ),
				name,
				to ?? '',
				day
			)
		: sprintf(
				/* translators: 1: name of a colleague, 2: date and time. */
				__( '%1$s sent this elsewhere on %2$s.', 'amicable' ),
				name,
				day
			);
};
