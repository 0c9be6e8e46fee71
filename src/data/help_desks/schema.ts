import * as z from 'zod/mini';
import settings from '../../../tests/fixtures/rest/help_desks.settings.json';
import trial from '../../../tests/fixtures/rest/help_desks.trial.json';
import { count, id, text, type Shape } from '../common';

export const deskId = z.enum( [ 'help_scout', 'zendesk', 'freshdesk' ] );

const account = {
	id: deskId,
	/** "shop.zendesk.com": always https; empty: not used. */
	host: text( 253 ),
	/** An agent's address, or the id of an app. */
	user: text( 254 ),
};

const tagNames = {
	on: z.boolean(),
	/** "high-value": lower-case, no spaces; never the name of a pattern. */
	high_value: text( 32 ),
	/** On the tickets of customers whom nobody answers. */
	locked: text( 32 ),
};

/** How this site signs in at outside help desks, and what all desks are told by tags. Keys never go out. */
export const helpDesksSchema = z.object( {
	version: id,
	desks: z.array( z.object( { ...account, name: z.string(), has_secret: z.boolean() } ) ),
	tags: z.object( {
		...tagNames,
		/** How many have yet to be written. */
		waiting: count,
		/** How many were tried too often: saving tries them again. */
		stuck: count,
		/** Translated: what a desk said last; null: nothing. */
		why: z.nullable( z.string() ),
	} ),
} );

export const helpDesksUpdate = z.strictObject( {
	version: id,
	desks: z
		.array(
			z.strictObject( {
				...account,
				/** Null: the one that is kept. */
				secret: z.nullable( text( 2000 ) ),
			} )
		)
		.check( z.maxLength( 3 ) ),
	tags: z.strictObject( tagNames ),
} );

export const tryRequest = z.strictObject( { desk: deskId } );
export const trialSchema = z.object( {
	works: z.boolean(),
	/** Translated: why not. */
	why: z.nullable( z.string() ),
} );

const tags = { on: true, high_value: 'high-value', locked: 'see-amicable' };
const said = { id: 'zendesk', host: 'shop.zendesk.com', user: 'ada@example.com', secret: 'abc' };

export const shapes: Record< string, Shape > = {
	'help_desks.settings': {
		schema: helpDesksSchema,
		io: 'output',
		valid: [ settings, { ...settings, desks: [] } ],
		invalid: [
			{ ...settings, version: 0 },
			{ ...settings, desks: [ { ...said, name: 'Zendesk' } ] },
		],
	},
	'help_desks.update': {
		schema: helpDesksUpdate,
		io: 'input',
		valid: [
			{ version: 1, desks: [ said ], tags },
			{ version: 2, desks: [ { ...said, secret: null } ], tags },
		],
		invalid: [
			{},
			{ version: 1, desks: [ said ] },
			{ version: 1, desks: [ said ], tags: { ...tags, on: 'yes' } },
			{ version: 1, desks: [ { ...said, id: 'fax' } ], tags },
			{ version: 1, desks: [ { ...said, url: 'https://shop.zendesk.com' } ], tags },
		],
	},
	'help_desks.try': {
		schema: tryRequest,
		io: 'input',
		valid: [ { desk: 'zendesk' } ],
		invalid: [ {}, { desk: 'fax' } ],
	},
	'help_desks.trial': {
		schema: trialSchema,
		io: 'output',
		valid: [ trial, { works: false, why: 'It could not be asked.' } ],
		invalid: [ {}, { works: 'yes', why: null } ],
	},
};

export type HelpDesks = z.infer< typeof helpDesksSchema >;
export type HelpDesksUpdate = z.infer< typeof helpDesksUpdate >;
export type HelpDesk = HelpDesks[ 'desks' ][ number ];
export type Trial = z.infer< typeof trialSchema >;
