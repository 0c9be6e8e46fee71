import { __, _x } from '@wordpress/i18n';
import type { LetterState } from '../../data/letters/schema';

export const letterStates = (): Record< LetterState, string > => ( {
	draft: _x( 'Draft', 'state of a message', 'amicable' ),
	sending: __( 'Being sent', 'amicable' ),
	sent: _x( 'Sent', 'state of a message', 'amicable' ),
	unknown: __( 'Sent or not: needs a look', 'amicable' ),
} );
