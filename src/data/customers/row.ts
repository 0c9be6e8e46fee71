import * as z from 'zod/mini';
import { stage } from '../cases/schema';
import { count, id, money, percent, storeId, time } from '../common';
import { pattern } from '../pattern';

export { pattern };

export const level = z.enum( [ 'watch', 'flag' ] );
export const flagState = z.enum( [ 'open', 'confirmed', 'dismissed', 'snoozed', 'expired' ] );
export const tier = z.enum( [ 'high_value', 'new_customer' ] );

export const rowFlag = z.object( { pattern, level, state: flagState, since: time } );

const amount = z.nullable( money );

/** In base currency, null where unknown; `paid` alone is a list, one sum per currency. */
export const rowMoney = z.object( {
	paid: z.array( money ),
	paid_base: amount,
	gross_base: amount,
	value: amount,
	support_cost: amount,
	margin: amount,
	/** What may still be given, in round figures, with profit left over; null where there is none or nobody knows. */
	may_give: amount,
	/** Support cost over paid, in whole millionths. */
	ratio: z.nullable( count ),
	approximate: z.boolean(),
	at_least: z.boolean(),
	support_known_since: z.nullable( time ),
} );

export const rowFields = {
	id,
	name: z.string(),
	email: z.string(),
	stores: z.array( storeId ),
	orders: count,
	orders_not_converted: count,
	/** Absent for those who may not see money. */
	money: z.optional( rowMoney ),
	tickets: count,
	/** Null: too few tickets to look for a rush. */
	tickets_peak_14d: z.nullable( count ),
	minutes: count,
	/** Percent of the minutes; null without any. */
	minutes_estimated_share: z.nullable( percent ),
	/** Percent of the tickets whose answer is known; null where none is. */
	docs_answered_share: z.nullable( percent ),
	flags: z.array( rowFlag ),
	tier: z.nullable( tier ),
	case: z.nullable( z.object( { id, stage } ) ),
	blocked: z.boolean(),
	last_order_at: z.nullable( time ),
	last_ticket_at: z.nullable( time ),
};

export const rowSchema = z.object( rowFields );

export type Pattern = z.infer< typeof pattern >;
export type Tier = z.infer< typeof tier >;
export type Level = z.infer< typeof level >;
export type FlagState = z.infer< typeof flagState >;
export type RowFlag = z.infer< typeof rowFlag >;
export type RowMoney = z.infer< typeof rowMoney >;
export type CustomerRow = z.infer< typeof rowSchema >;
