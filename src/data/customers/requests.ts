import * as z from 'zod/mini';
import { id, said, text, time } from '../common';

/** A reason goes with `dismiss`, a date with `snooze`; `version` is that of the flag. */
export const reviewRequest = z.strictObject( {
	action: z.enum( [ 'confirm', 'dismiss', 'snooze' ] ),
	reason: z.optional( text( 500 ) ),
	until: z.optional( time ),
	version: id,
} );

/** The other customer, who becomes part of the one in the address. */
export const mergeRequest = z.strictObject( { customer_id: id, version: id } );

/** The customer who was merged in and gets back what was theirs. */
export const unmergeRequest = z.strictObject( { customer_id: id, version: id } );

/** For `block` and `unblock`. */
export const blockRequest = z.strictObject( {
	reason: said( 500 ),
	until: z.optional( time ),
	version: id,
} );

/** Whether patterns look at the customer; figures stay either way. */
export const leaveOutRequest = z.strictObject( { left_out: z.boolean(), version: id } );

/** Whether more time than others get is agreed. No reason: that may be a matter of health. */
export const extraTimeRequest = z.strictObject( { agreed: z.boolean(), version: id } );

export type ReviewRequest = z.infer< typeof reviewRequest >;
export type MergeRequest = z.infer< typeof mergeRequest >;
export type BlockRequest = z.infer< typeof blockRequest >;
export type LeaveOutRequest = z.infer< typeof leaveOutRequest >;
export type ExtraTimeRequest = z.infer< typeof extraTimeRequest >;
