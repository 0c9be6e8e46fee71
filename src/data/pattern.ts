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
	'early_signs',
	'own:1',
	'own:2',
	'own:3',
	'own:4',
	'own:5',
	'own:6',
	'own:7',
	'own:8',
] );
