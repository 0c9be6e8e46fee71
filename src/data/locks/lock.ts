import * as z from 'zod/mini';
import { id, time } from '../common';

/** That nobody answers a customer in the ordinary way, because of which case, since when, by whom and why. */
export const lockOf = z.object( {
	case_id: id,
	/** Of the case: lifting the lock names it. */
	version: id,
	/** The case is closed, or a person confirmed litigation. */
	kind: z.enum( [ 'closed', 'counsel' ] ),
	/** Letters go to counsel, also after the case was closed. */
	with_counsel: z.boolean(),
	since: time,
	/** Name and address of counsel, where the shop said them. */
	forward_to: z.nullable( z.string() ),
	/** Null: the program, or somebody who left. */
	who: z.nullable( z.string() ),
	reason: z.nullable( z.string() ),
} );

export type Lock = z.infer< typeof lockOf >;
