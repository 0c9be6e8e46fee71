import * as z from 'zod/mini';

/** What can be found out about a customer, by what happened. */
export const pattern = z.enum( [
	'docs_questions',
	'cost_over_paid',
	'hostile_messages',
	'threat_with_demand',
	'legal_step',
	'payment_dispute',
	'repeat_refunds',
	'expectations',
	'high_value',
	'new_customer',
] );
