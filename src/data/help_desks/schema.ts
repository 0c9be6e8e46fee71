import * as z from 'zod/mini';
import settings from '../../../tests/fixtures/rest/help_desks.settings.json';
import trial from '../../../tests/fixtures/rest/help_desks.trial.json';
import { id, text, type Shape } from '../common';

export const deskId = z.enum( [ 'help_scout', 'zendesk', 'freshdesk' ] );

const account = {
	id: deskId,
	/** "shop.zendesk.com": always https; empty: not used. */
	host: text( 253 ),
	/** An agent's address, or the id of an app. */
	user: text( 254 ),
};

/** How this site signs in at outside help desks. Keys never go out. */
export const helpDesksSchema = z.object( {
	version: id,
	desks: z.array( z.object( { ...account, name: z.string(), has_secret: z.boolean() } ) ),
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
} );

export const tryRequest = z.strictObject( { desk: deskId } );
export const trialSchema = z.object( {
	works: z.boolean(),
	/** Translated: why not. */
	why: z.nullable( z.string() ),
} );

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
			{ version: 1, desks: [ said ] },
			{ version: 2, desks: [ { ...said, secret: null } ] },
		],
		invalid: [
			{},
			{ version: 1, desks: [ { ...said, id: 'fax' } ] },
			{ version: 1, desks: [ { ...said, url: 'https://shop.zendesk.com' } ] },
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
