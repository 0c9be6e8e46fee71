import * as z from 'zod/mini';
import { count } from '../common';

const counts = z.object( { watch: count, flag: count } );

/** How many customers the thresholds would show on what is known today; null where there are too many to look at while somebody waits. Nobody is counted twice. */
export const previewSchema = z.object( {
	docs_questions: z.nullable( counts ),
	cost_over_paid: z.nullable( counts ),
	hostile_messages: z.nullable( counts ),
	threat_with_demand: z.nullable( counts ),
	payment_dispute: z.nullable( counts ),
	repeat_refunds: z.nullable( counts ),
	expectations: z.nullable( counts ),
	early_signs: z.nullable( counts ),
} );

export type Preview = z.infer< typeof previewSchema >;
export type PreviewCounts = z.infer< typeof counts >;
