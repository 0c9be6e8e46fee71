import * as z from 'zod/mini';
import me from '../../../tests/fixtures/rest/me.me.json';
import type { Shape } from '../common';

export const mode = z.enum( [ 'live', 'practice' ] );

export const capability = z.enum( [
	'amicable_view',
	'amicable_money',
	'amicable_log',
	'amicable_cases',
	'amicable_send',
	'amicable_offboard',
	'amicable_approve',
	'amicable_intake',
	'amicable_settings',
] );

export const meSchema = z.object( { mode, capabilities: z.array( capability ) } );
export const meUpdate = z.strictObject( { mode } );

export const shapes: Record< string, Shape > = {
	'me.me': {
		schema: meSchema,
		io: 'output',
		valid: [ me, { mode: 'live', capabilities: [] } ],
		invalid: [
			{ ...me, mode: 'demo' },
			{ ...me, capabilities: [ 'manage_options' ] },
		],
	},
	'me.update': {
		schema: meUpdate,
		io: 'input',
		valid: [ { mode: 'practice' }, { mode: 'live' } ],
		invalid: [ {}, { mode: 'demo' }, { mode: 'live', capabilities: [] } ],
	},
};

export type Mode = z.infer< typeof mode >;
export type Capability = z.infer< typeof capability >;
export type Me = z.infer< typeof meSchema >;
