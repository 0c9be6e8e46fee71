import { __, _n, sprintf } from '@wordpress/i18n';
import type { Flag } from '../data/customers/schema';
import { formatMinutes } from './duration';
import { earlySigns } from './early-signs';
import { formatNumber } from './numbers';
import { ownMeasured } from './own-rules';

const count = ( figures: Flag[ 'measured' ], name: string ) => figures[ name ] ?? 0;

const days = ( { threshold }: Flag ) => {
	const within = count( threshold, 'days' );
	/* translators: %s: number of days that are looked back. */
	const words = _n( 'Within the last %s day.', 'Within the last %s days.', within, 'amicable' );
	return sprintf( words, formatNumber( within ) );
};

const messages = ( number: number ) =>
	/* translators: %s: number of messages. */
	sprintf( _n( '%s message', '%s messages', number, 'amicable' ), formatNumber( number ) );

function hostile( flag: Flag ): string[] {
	const { measured, threshold } = flag;
	return [
		sprintf(
			/* translators: 1: such as "2 messages", 2: such as "3 messages", 3: number of days. */
			__(
				'%1$s with grave words and %2$s with milder ones, on %3$s different days.',
				'amicable'
			),
			messages( count( measured, 'severe' ) ),
			messages( count( measured, 'mild' ) ),
			formatNumber( count( measured, 'on_days' ) )
		),
		sprintf(
			/* translators: 1 and 2: number of messages, 3: number of days. */
			__( 'Line: %1$s grave, or %2$s on %3$s different days.', 'amicable' ),
			formatNumber( count( threshold, 'severe' ) ),
			formatNumber( count( threshold, 'mild' ) ),
			formatNumber( count( threshold, 'mild_days' ) )
		),
		days( flag ),
	];
}

const threats = ( flag: Flag ): string[] => [
	sprintf(
		/* translators: %s: such as "2 messages". */
		__( '%s with a threat and a demand in one.', 'amicable' ),
		messages( count( flag.measured, 'messages' ) )
	),
	...( count( flag.measured, 'review' ) > 0
		? [ __( 'By way of a review or a post.', 'amicable' ) ]
		: [] ),
	...( count( flag.measured, 'chargeback' ) > 0
		? [ __( 'By way of the bank.', 'amicable' ) ]
		: [] ),
	days( flag ),
];

const legal = ( { measured }: Flag ): string[] => [
	...( count( measured, 'litigation' ) > 0
		? [ __( 'A lawyer, a court or the police is named.', 'amicable' ) ]
		: [] ),
	...( count( measured, 'authority' ) > 0
		? [ __( 'An authority, a consumer body or arbitration is named.', 'amicable' ) ]
		: [] ),
];

function disputes( flag: Flag ): string[] {
	const { measured } = flag;
	const all = count( measured, 'disputes' );
	const demands = count( measured, 'demands' );
	return [
		sprintf(
			/* translators: 1: number of payment disputes, 2: how many of them are open. */
			_n( '%1$s dispute, %2$s open.', '%1$s disputes, %2$s open.', all, 'amicable' ),
			formatNumber( all ),
			formatNumber( count( measured, 'open' ) )
		),
		...( demands > 0
			? [
					sprintf(
						/* translators: %s: such as "2 messages". */
						__( '%s with demands since then.', 'amicable' ),
						messages( demands )
					),
				]
			: [] ),
		days( flag ),
	];
}

function refunds( flag: Flag ): string[] {
	const { measured, threshold } = flag;
	return [
		sprintf(
			/* translators: 1: number of refunds, 2: number of tickets, 3: number from which on this shows. */
			__(
				'Late refunds: %1$s. Tickets asking for something free: %2$s. Line: %3$s together.',
				'amicable'
			),
			formatNumber( count( measured, 'refunds' ) ),
			formatNumber( count( measured, 'asked' ) ),
			formatNumber( count( threshold, 'times' ) )
		),
		__( 'Refunds by right are not counted.', 'amicable' ),
		days( flag ),
	];
}

function expectations( flag: Flag ): string[] {
	const reply = flag.measured.reply_minutes ?? undefined;
	return [
		sprintf(
			/* translators: 1: such as "3 messages", 2: number from which on this shows. */
			__( '%1$s that expect more than was sold (line: %2$s).', 'amicable' ),
			messages( count( flag.measured, 'messages' ) ),
			formatNumber( count( flag.threshold, 'messages' ) )
		),
		...( reply === undefined
			? []
			: [
					sprintf(
						/* translators: %s: duration such as "1 h 30 min". */
						__( 'Their first answers mostly took %s.', 'amicable' ),
						formatMinutes( reply )
					),
				] ),
		days( flag ),
	];
}

/** What patterns counted, where one flag says it all. */
export function wordsMeasured( flag: Flag ): string[] {
	switch ( flag.pattern ) {
		case 'hostile_messages':
			return hostile( flag );
		case 'threat_with_demand':
			return threats( flag );
		case 'legal_step':
			return legal( flag );
		case 'payment_dispute':
			return disputes( flag );
		case 'repeat_refunds':
			return refunds( flag );
		case 'expectations':
			return expectations( flag );
		case 'early_signs':
			return earlySigns( flag );
		default:
			return flag.pattern.startsWith( 'own:' ) ? ownMeasured( flag ) : [];
	}
}
