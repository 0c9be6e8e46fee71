import * as z from 'zod/mini';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import me from '../../../tests/fixtures/rest/me.me.json';
import { currency, id, storeId, type Shape } from '../common';
import { pattern } from '../pattern';

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
/** What the page itself knows: printed as `window.amicableBoot` before the script of the admin app and of every embed. */
export const bootSchema = z.object( {
	mode,
	/** The one that costs are counted in. */
	currency,
	capabilities: z.array( capability ),
	user: z.object( { id, name: z.string() } ),
	/** Our page without a screen: …/wp-admin/admin.php?page=amicable */
	url: z.string(),
	/** Stores found on this site; empty: only Practice can be shown. */
	stores: z.array( storeId ),
	/** Practice data is loaded, whatever the mode is. */
	practice_loaded: z.boolean(),
	/** Whether messages can go through a help desk. */
	help_desks: z.boolean(),
	/** Whether this looks like a copy of the shop, from which nobody is written to. */
	is_copy: z.boolean(),
	/** What the owner called the rules of the shop's own. */
	own_rules: z.array( z.object( { pattern, name: z.string() } ) ),
	version: z.string(),
} );

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
	'me.boot': {
		schema: bootSchema,
		io: 'output',
		valid: [ boot, { ...boot, stores: [] } ],
		invalid: [
			{ ...boot, mode: '' },
			{ ...boot, user: null },
			{ ...boot, currency: '$' },
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
export type Boot = z.infer< typeof bootSchema >;
