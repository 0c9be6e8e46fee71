import * as z from 'zod/mini';
import reading from '../../../tests/fixtures/rest/license_server.reading.json';
import settings from '../../../tests/fixtures/rest/license_server.settings.json';
import { id, said, text, time, type Shape } from '../common';

const store = z.enum( [ 'woocommerce', 'edd' ] );
const method = z.enum( [ 'POST', 'PUT', 'PATCH', 'DELETE' ] );

/** How a license server of the shop's own is asked about an order, and told to end its license. */
const fields = {
	version: id,
	enabled: z.boolean(),
	name: text( 60 ),
	store,
	/** "licenses.shop.com": always https, always the usual port. */
	host: text( 253 ),
	read_path: text( 500 ),
	/** Where the answer has the status: "data.status". */
	status_path: said( 200 ),
	/** What it says there when a license is of no use any more. */
	ended: z.array( text( 60 ) ).check( z.maxLength( 20 ) ),
	/** Where it says until when it was paid for; empty: nowhere. */
	ends_at_path: text( 200 ),
	end_method: method,
	end_path: text( 500 ),
	end_body: text( 4000 ),
	/** Empty: every 2xx is a yes. */
	success_path: text( 200 ),
	success_value: text( 200 ),
	back_method: method,
	/** How a license that was ended is given back; empty: not by a call. */
	back_path: text( 500 ),
	back_body: text( 4000 ),
};

/** Of headers only the names go out. */
export const licenseServerSchema = z.object( { ...fields, headers: z.array( z.string() ) } );

const header = z.strictObject( {
	name: z.string().check( z.regex( /^(?:[A-Za-z0-9-]{1,60})(?!\n)$/ ) ),
	/** Null: the one that is kept. */
	value: z.nullable( text( 2000 ) ),
} );

export const licenseServerUpdate = z.strictObject( {
	...fields,
	headers: z.array( header ).check( z.maxLength( 10 ) ),
} );

export const tryRequest = z.strictObject( { order_id: id } );

export const readingSchema = z.object( {
	state: z.enum( [ 'usable', 'ended', 'missing', 'unreadable' ] ),
	/** The server's own word. */
	status: z.nullable( z.string() ),
	ends_at: z.nullable( time ),
	why: z.nullable( z.string() ),
} );

const update = { ...settings, headers: [ { name: 'Authorization', value: 'Bearer abc' } ] };

export const shapes: Record< string, Shape > = {
	'license_server.settings': {
		schema: licenseServerSchema,
		io: 'output',
		valid: [ settings, { ...settings, headers: [], host: '' } ],
		invalid: [
			{ ...settings, version: 0 },
			{ ...settings, store: 'sample' },
		],
	},
	'license_server.update': {
		schema: licenseServerUpdate,
		io: 'input',
		valid: [
			update,
			{ ...update, headers: [ { name: 'X-Key', value: null } ] },
			{ ...update, enabled: false, host: '', headers: [] },
		],
		invalid: [
			{},
			{ ...update, end_method: 'GET' },
			{ ...update, status_path: '' },
			{ ...update, headers: [ { name: 'X Key', value: 'a' } ] },
			{ ...update, headers: [ { name: 'X-Key\n', value: 'a' } ] },
			{ ...update, headers: [ { name: 'X-Key' } ] },
			{ ...update, url: 'https://licenses.shop.com' },
		],
	},
	'license_server.try': {
		schema: tryRequest,
		io: 'input',
		valid: [ { order_id: 12 } ],
		invalid: [ {}, { order_id: 0 }, { order_id: '12' } ],
	},
	'license_server.reading': {
		schema: readingSchema,
		io: 'output',
		valid: [ reading, { ...reading, state: 'missing', status: null, ends_at: null } ],
		invalid: [
			{ ...reading, state: 'unknown' },
			{ ...reading, ends_at: 'soon' },
		],
	},
};

export type LicenseServer = z.infer< typeof licenseServerSchema >;
export type LicenseServerUpdate = z.infer< typeof licenseServerUpdate >;
export type Reading = z.infer< typeof readingSchema >;
