import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../data/boot';
import type { Flag } from '../data/customers/schema';
import { ownField, type OwnField } from '../data/settings/own-rules';
import { formatMoney } from './money';
import { formatNumber, formatPercent } from './numbers';

export const ownFieldNames = (): Record< OwnField, string > => ( {
	tickets: __( 'New tickets', 'amicable' ),
	refunds: __( 'Full refunds after the refund window', 'amicable' ),
	minutes: __( 'Minutes of support', 'amicable' ),
	paid: __( 'Paid', 'amicable' ),
	cost_percent: __( 'Support cost as percent of paid', 'amicable' ),
	hostile: __( 'Messages with hostile words', 'amicable' ),
	freebie: __( 'Messages that ask for something free', 'amicable' ),
	expectation: __( 'Messages that expect more than was sold', 'amicable' ),
	do_it_for_me: __( 'Messages that ask you to do it for them', 'amicable' ),
	docs_percent: __( 'Percent of their questions that the docs answer', 'amicable' ),
	disputes: __( 'Payment disputes, open or lost', 'amicable' ),
	customer_days: __( 'Days since the first purchase', 'amicable' ),
	sites: __( 'Sites in use', 'amicable' ),
	praise: __( 'Messages with good words', 'amicable' ),
	our_mistakes: __( 'Tickets that came of mistakes of yours', 'amicable' ),
	waiting: __( 'Tickets that wait for you', 'amicable' ),
} );

/** Fields that count what happened lately. */
export const hasDays = ( field: OwnField ) =>
	! [ 'minutes', 'paid', 'cost_percent', 'customer_days', 'sites', 'waiting' ].includes( field );

const figure = ( field: OwnField, value: number, currency: string ) => {
	if ( field === 'paid' ) {
		return formatMoney( { minor: value, currency } );
	}
	return field === 'cost_percent' || field === 'docs_percent'
		? formatPercent( value )
		: formatNumber( value );
};

/** `tickets_30` and `paid` as the server keeps them. */
const parted = ( key: string ) => {
	const [ , name, days ] = /^(.+?)(?:_(\d+))?$/.exec( key ) ?? [];
	const { data: field } = ownField.safeParse( name );
	return { field, days: days ? Number( days ) : 0 };
};

const line = ( what: string, value: string, limit: string, days: number ) =>
	days > 0
		? sprintf(
				/* translators: 1: what was counted, 2: how many, 3: number of days, 4: number that the rule asks for. */
				__( '%1$s: %2$s within %3$s days (line: %4$s).', 'amicable' ),
				what,
				value,
				formatNumber( days ),
				limit
			)
		: sprintf(
				/* translators: 1: what was counted, 2: how much, 3: number that the rule asks for. */
				__( '%1$s: %2$s (line: %3$s).', 'amicable' ),
				what,
				value,
				limit
			);

/** What a rule of the shop's own measured, each line beside its number. */
export function ownMeasured( { measured, threshold }: Flag ): string[] {
	const currency = boot()?.currency ?? 'USD';
	return Object.entries( measured ).flatMap( ( [ key, value ] ) => {
		const { field, days } = parted( key );
		return field && value !== null
			? [
					line(
						ownFieldNames()[ field ],
						figure( field, value, currency ),
						figure( field, threshold[ key ] ?? 0, currency ),
						days
					),
				]
			: [];
	} );
}
