import { _x } from '@wordpress/i18n';
import type { Flag } from '../../data/customers/schema';

const WORDS: Flag[ 'pattern' ][] = [
	'hostile_messages',
	'threat_with_demand',
	'legal_step',
	'expectations',
];

/** Why it is not so, one click each: what was said may be meant otherwise, what was counted may have its cause. */
export const dismissals = ( { pattern }: Pick< Flag, 'pattern' > ) =>
	WORDS.includes( pattern )
		? [
				_x( 'About the product, not a person', 'why a pattern is not so', 'amicable' ),
				_x( 'Quoted, or somebody else’s words', 'why a pattern is not so', 'amicable' ),
				_x( 'Joking or friendly', 'why a pattern is not so', 'amicable' ),
				_x( 'A fair complaint', 'why a pattern is not so', 'amicable' ),
				_x( 'Misread', 'why a pattern is not so', 'amicable' ),
			]
		: [
				_x( 'It came of our mistake', 'why a pattern is not so', 'amicable' ),
				_x( 'Agreed with them', 'why a pattern is not so', 'amicable' ),
				_x( 'Counted wrongly', 'why a pattern is not so', 'amicable' ),
			];
