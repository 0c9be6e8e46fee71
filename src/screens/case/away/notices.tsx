import { __, _n, sprintf } from '@wordpress/i18n';
import type { Notice } from '../../../data/closings/schema';
import { formatDate, formatDateTime } from '../../../format/dates';

const which = ( { days, closes_at: at }: Notice ) =>
	days === 0
		? sprintf(
				/* translators: %s: date. */
				__( 'On the day, %s', 'amicable' ),
				formatDate( at )
			)
		: sprintf(
				/* translators: 1: number of days, 2: date. */
				_n( '%1$d day before %2$s', '%1$d days before %2$s', days, 'amicable' ),
				days,
				formatDate( at )
			);

const standing = ( { state, sent_at: at }: Notice ) => {
	switch ( state ) {
		case 'sent':
			return at === null
				? __( 'sent', 'amicable' )
				: sprintf(
						/* translators: %s: date and time. */
						__( 'sent on %s', 'amicable' ),
						formatDateTime( at )
					);
		case 'sending':
			return __( 'being sent', 'amicable' );
		case 'failed':
			return __( 'not sent: it waits among the letters of this case', 'amicable' );
		case 'missed':
			return __( 'not sent: its day was over before anybody could', 'amicable' );
		case 'held':
			return __(
				'not sent yet: the text lacks something, such as the link where data are fetched',
				'amicable'
			);
		default:
			return __( 'not known: it may have gone out, look among the letters', 'amicable' );
	}
};

/** What was said about the closing dates, and what was not. */
export const Notices = ( { notices }: { notices: Notice[] } ) =>
	notices.length > 0 ? (
		<ul>
			{ notices.map( ( notice ) => (
				<li key={ notice.id }>
					{ which( notice ) }: { standing( notice ) }
				</li>
			) ) }
		</ul>
	) : null;
