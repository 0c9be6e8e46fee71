import { __, sprintf } from '@wordpress/i18n';
import type { RowFlag } from '../data/customers/schema';
import { flagStateNames, levelNames, patternNames } from '../format/words';
import { Badge } from './badge';

const QUIET = [ 'dismissed', 'expired', 'snoozed' ];

/** What happened, how much it matters, and what a person said to it: in words and by a shape; color only helps. */
export function FlagBadge( { flag }: { flag: RowFlag } ) {
	return (
		<Badge look={ QUIET.includes( flag.state ) ? 'quiet' : flag.level }>
			{ patternNames()[ flag.pattern ] }
			<span className="screen-reader-text">
				{ sprintf(
					/* translators: 1: how urgent, such as "Watch", 2: state of the review, such as "Confirmed". */
					__( '(%1$s, %2$s)', 'amicable' ),
					levelNames()[ flag.level ],
					flagStateNames()[ flag.state ]
				) }
			</span>
		</Badge>
	);
}

/** Those that somebody may still have to look at come first; expired ones are history. */
export function FlagBadges( { flags }: { flags: RowFlag[] } ) {
	const shown = flags.filter( ( { state } ) => state !== 'expired' );
	if ( shown.length === 0 ) {
		return null;
	}
	return (
		<span className="amicable-badges">
			{ shown.map( ( flag ) => (
				<FlagBadge key={ flag.pattern } flag={ flag } />
			) ) }
		</span>
	);
}
