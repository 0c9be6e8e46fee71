import * as z from 'zod/mini';
import { count, id, orderRef, time } from '../common';

/** A dispute over the payment of one order: about it, and nothing else, only the bank is talked to. */
export const chargeOf = z.object( {
	dispute_id: id,
	/** Of the dispute: talking about it again names it. */
	version: count,
	order: orderRef,
	number: z.string(),
	/** An inquiry may be settled by talking. */
	status: z.enum( [ 'open', 'warning' ] ),
	/** Nothing is said or given about this order except through the dispute. */
	holds: z.boolean(),
	since: time,
	deadline_at: z.nullable( time ),
} );

export type Charge = z.infer< typeof chargeOf >;
