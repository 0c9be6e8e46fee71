import { __, _x } from '@wordpress/i18n';
import type { Cause } from '../../../data/cases/schema';
import type {
	Chance,
	Entry,
	EntryState,
	MoveKind,
	Outcome,
	TaskKind,
} from '../../../data/chances/schema';

export const causeNames = (): Record< Cause, string > => ( {
	ours: __( 'We made a mistake', 'amicable' ),
	customer: __( 'They made a mistake', 'amicable' ),
	nobody: __( 'Nobody did', 'amicable' ),
	expectation: __( 'They expected something else', 'amicable' ),
} );

type Giving = NonNullable< Chance[ 'route' ] >[ 'giving' ];

export const givingWords = (): Record< Giving, string > => ( {
	whatever: __( 'Make it good, whatever they have paid.', 'amicable' ),
	limit: __( 'Be generous, as long as the relation still pays.', 'amicable' ),
	nothing: __( 'A gift is not what is missing: explain and help.', 'amicable' ),
} );

export const moveNames = (): Record< MoveKind, string > => ( {
	apologize: __( 'Apologize', 'amicable' ),
	explain: __( 'Explain how we work', 'amicable' ),
	call: __( 'Call them', 'amicable' ),
	fix: __( 'Fix it by a day', 'amicable' ),
	coupon: __( 'Give a discount code', 'amicable' ),
	free_product: __( 'Give a product', 'amicable' ),
	exchange: __( 'Exchange it', 'amicable' ),
	public_answer: __( 'Answer where everybody reads it', 'amicable' ),
	boss: __( 'Hand over to the boss', 'amicable' ),
	renegotiate: __( 'Agree on something else', 'amicable' ),
	other_product: __( 'Suggest another product', 'amicable' ),
} );

export const outcomeNames = (): Record< Outcome, string > => ( {
	took_refund: __( 'They took the refund', 'amicable' ),
	apologized: __( 'They apologized', 'amicable' ),
	silent: __( 'They went silent', 'amicable' ),
	doubled_down: __( 'They went on', 'amicable' ),
} );

export const taskNames = (): Record< TaskKind, string > => ( {
	contest: __( 'They say that a fact is wrong', 'amicable' ),
	objection: __( 'They object to pattern reading', 'amicable' ),
	stop_renewal: __( 'Switch the renewal off in the shop', 'amicable' ),
} );

export const stateNames = (): Record< EntryState, string > => ( {
	begun: __( 'begun; it is not known whether the shop made it', 'amicable' ),
	open: _x( 'to be kept', 'state of a promise or task', 'amicable' ),
	kept: _x( 'kept', 'state of a promise', 'amicable' ),
	broken: _x( 'broken', 'state of a promise', 'amicable' ),
	withdrawn: _x( 'withdrawn', 'state of a promise or task', 'amicable' ),
	done: _x( 'done', 'state of a task', 'amicable' ),
} );

const has = < Name extends string >( names: Record< Name, string >, name: string ): name is Name =>
	name in names;

/** What a line in the book says that it is. */
export function titleOf( { kind, what }: Entry ): string {
	const names = { ...moveNames(), ...outcomeNames(), ...taskNames() };
	if ( has( names, what ) ) {
		return names[ what ];
	}
	if ( kind === 'complaint' ) {
		return __( 'Said in public', 'amicable' );
	}
	if ( kind === 'claim' ) {
		return __( 'They say', 'amicable' );
	}
	if ( kind === 'found' ) {
		return __( 'What we find', 'amicable' );
	}
	if ( kind === 'answered' ) {
		return __( 'Answered elsewhere', 'amicable' );
	}
	return kind === 'read'
		? __( 'Read by somebody else', 'amicable' )
		: __( 'Promised', 'amicable' );
}
