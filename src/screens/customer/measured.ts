import { __, _n, sprintf } from '@wordpress/i18n';
import type { CustomerDetail, Flag } from '../../data/customers/schema';
import { formatMinutes } from '../../format/duration';
import { signed } from '../../format/money';
import { formatNumber, formatPercent, formatRatio } from '../../format/numbers';
import { wordsMeasured } from '../../format/measured';

const number = ( figures: Flag[ 'measured' ], name: string ) => figures[ name ] ?? undefined;

/** Early enough to help: how far it is to the next line. */
const toGo = ( left: number ) =>
	sprintf(
		/* translators: %s: number of tickets. */
		_n( '%s more, and it needs a look.', '%s more, and it needs a look.', left, 'amicable' ),
		formatNumber( left )
	);

function questions( { measured, threshold, level }: Flag ): string[] {
	const tickets = number( measured, 'tickets' ) ?? 0;
	const days = number( measured, 'days' ) ?? 14;
	const known = number( measured, 'known' ) ?? 0;
	const share = number( measured, 'answered_percent' );
	const line = number( threshold, level );
	/* translators: 1: number of tickets, 2: number of days, 3: number of tickets from which on this shows. */
	const asked = _n(
		'%1$s new ticket within %2$s days (line: %3$s).',
		'%1$s new tickets within %2$s days (line: %3$s).',
		tickets,
		'amicable'
	);
	const said = sprintf(
		asked,
		formatNumber( tickets ),
		formatNumber( days ),
		line === undefined ? '–' : formatNumber( line )
	);
	const left = ( number( threshold, 'flag' ) ?? 0 ) - tickets;
	const early = level === 'watch' && left > 0 ? [ toGo( left ) ] : [];
	if ( share === undefined || known === 0 ) {
		return [
			said,
			...early,
			__( 'Whether the docs answer them is not known yet.', 'amicable' ),
		];
	}
	/* translators: 1: percentage, 2: number of tickets, 3: percentage from which on this counts. */
	const answered = __(
		'The docs answer %1$s of the %2$s that are known (line: %3$s).',
		'amicable'
	);
	const needed = number( threshold, 'answered_percent' ) ?? 0;
	return [
		said,
		...early,
		sprintf( answered, formatPercent( share ), formatNumber( known ), formatPercent( needed ) ),
	];
}

function cost( { measured, threshold, level }: Flag, { money }: CustomerDetail ): string[] {
	const ratio = number( measured, 'ratio_millionths' );
	const line = number( threshold, `${ level }_millionths` );
	if ( ratio === undefined || line === undefined ) {
		return [ __( 'Support took more than the purchases brought.', 'amicable' ) ];
	}
	const tickets = number( measured, 'tickets' ) ?? 0;
	/* translators: 1: ratio such as "2.3×", 2: ratio from which on this shows, 3: number of tickets, 4: duration. */
	const words = _n(
		'Support cost %1$s what they paid (line: %2$s), %3$s ticket, %4$s.',
		'Support cost %1$s what they paid (line: %2$s), %3$s tickets, %4$s.',
		tickets,
		'amicable'
	);
	return [
		sprintf(
			words,
			signed( formatRatio( ratio ), { atLeast: money?.at_least } ),
			formatRatio( line ),
			formatNumber( tickets ),
			formatMinutes( number( measured, 'minutes' ) ?? 0 )
		),
	];
}

/** The measured value beside its threshold: never a bare verdict. */
export function measuredWords( flag: Flag, customer: CustomerDetail ): string[] {
	switch ( flag.pattern ) {
		case 'docs_questions':
			return questions( flag );
		case 'cost_over_paid':
			return cost( flag, customer );
		default:
			return wordsMeasured( flag );
	}
}
