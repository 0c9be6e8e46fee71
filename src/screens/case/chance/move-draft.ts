import type { StoreId } from '../../../data/common';
import type { Chance, EntryCreate, MoveKind } from '../../../data/chances/schema';
import { parseMoney } from '../../../format/money';
import { timeOf } from './days';

/** What stands in the fields of a move, as typed. */
export type MoveDraft = {
	note: string;
	contact: string;
	link: string;
	day: string;
	assignee: string;
	store: StoreId | undefined;
	amount: string;
	product: string;
	/** Of an exchange: by a code that the shop makes, or by hand. */
	byHand: boolean;
	order: string;
	cost: string;
	problem: string;
	departure: string;
};

export const emptyMove = ( { shops }: Chance ): MoveDraft => ( {
	note: '',
	contact: '',
	link: '',
	day: '',
	assignee: '',
	store: shops[ 0 ]?.store,
	amount: '',
	product: '',
	byHand: shops.length === 0,
	order: '',
	cost: '',
	problem: '',
	departure: '',
} );

export const shopOf = ( { shops }: Chance, { store }: MoveDraft ) =>
	shops.find( ( shop ) => shop.store === store );

const giftOf = ( kind: MoveKind, draft: MoveDraft, chance: Chance ) => {
	const shop = shopOf( chance, draft );
	const amount =
		kind === 'coupon' && shop ? parseMoney( draft.amount, shop.currency ) : undefined;
	const base = chance.money?.currency ?? '';
	// What a code takes off is what it costs, where shop and ledger count in the same currency.
	const cost =
		parseMoney( draft.cost, base ) ?? ( amount?.currency === base ? amount : undefined );
	const inOrder = kind === 'exchange' && draft.byHand;
	return {
		...( shop && ! inOrder && { store: shop.store } ),
		...( inOrder && draft.order.trim() && { order: draft.order.trim() } ),
		...( amount && { amount } ),
		...( kind !== 'coupon' &&
			! inOrder &&
			draft.product && { product: Number( draft.product ) } ),
		...( cost && { cost } ),
		...( draft.problem && { problem: draft.problem } ),
		...( draft.departure.trim() && { departure: draft.departure.trim() } ),
	};
};

/** It costs the shop something, which is booked to the customer. */
export const isGift = ( kind: MoveKind ) =>
	kind === 'coupon' || kind === 'free_product' || kind === 'exchange';

/** It is written down with the day by which it is kept. */
export const isPromise = ( kind: MoveKind ) => kind === 'fix' || kind === 'renegotiate';

export function moveOf(
	kind: MoveKind,
	draft: MoveDraft,
	chance: Chance
): Omit< EntryCreate, 'version' > {
	const due = timeOf( draft.day );
	return {
		kind: 'move',
		what: kind,
		note: draft.note,
		...( kind === 'call' && { contact: draft.contact } ),
		...( kind === 'public_answer' && draft.link && { link: draft.link } ),
		...( isPromise( kind ) && due && { due_at: due } ),
		...( kind === 'boss' && draft.assignee && { assignee: Number( draft.assignee ) } ),
		...( isGift( kind ) && giftOf( kind, draft, chance ) ),
	};
}
