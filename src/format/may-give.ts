import { __, sprintf } from '@wordpress/i18n';
import type { Money } from '../data/common';
import { formatMoney, signed } from './money';

type Sureness = { approximate: boolean; at_least: boolean };

/** How generous one may be, as far as the margin reaches and is known. */
export function mayGive( most: Money, { approximate, at_least: atLeast }: Sureness ) {
	const sentence = atLeast
		? /* translators: %s: amount of money. */
			__( 'You can give up to %s and still profit, as far as support is known.', 'amicable' )
		: /* translators: %s: amount of money. */
			__( 'You can give up to %s and still profit.', 'amicable' );
	return sprintf( sentence, signed( formatMoney( most ), { approximate } ) );
}
