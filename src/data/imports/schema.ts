import * as z from 'zod/mini';
import entry from '../../../tests/fixtures/rest/imports.import.json';
import list from '../../../tests/fixtures/rest/imports.list.json';
import preview from '../../../tests/fixtures/rest/imports.preview.json';
import rejected from '../../../tests/fixtures/rest/imports.rejected.json';
import { count, id, time, type Shape } from '../common';
import { ticketStatus } from '../tickets/values';
import { delimiter, desk, encoding, field, shape } from './fields';
import {
	importChunk,
	importCreate,
	importOptions,
	importStep,
	MOST_BYTES,
	type ImportOptions,
} from './requests';

export * from './fields';
export * from './requests';

export const importState = z.enum( [
	'uploading',
	'uploaded',
	'checking',
	'checked',
	'importing',
	'done',
	'failed',
] );

/** Tickets by what becomes of them, refused rows, and who asked: people who bought something, and others. */
export const counts = z.object( {
	rows: count,
	created: count,
	updated: count,
	unchanged: count,
	rejected: count,
	known: count,
	unknown: count,
} );

const rowErrors = z.array(
	z.object( {
		/** What the column stands for; null: the whole row. */
		field: z.nullable( field ),
		/** The column's name in the file. */
		column: z.nullable( z.string() ),
		message: z.string(),
	} )
);

const sample = z.object( {
	row: count,
	result: z.enum( [ 'created', 'updated', 'unchanged' ] ),
	external_id: z.string(),
	email: z.string(),
	subject: z.string(),
	at: z.nullable( time ),
	minutes: z.nullable( count ),
	is_known: z.boolean(),
} );

export const importSchema = z.object( {
	id,
	name: z.string(),
	size: count,
	state: importState,
	/** Why it failed, in words. */
	failure: z.nullable( z.string() ),
	piece_size: count,
	pieces: count,
	missing: z.array( count ),
	options: z.nullable( importOptions ),
	progress: z.nullable(
		z.object( { phase: z.enum( [ 'read', 'judge', 'write' ] ), done: count, total: count } )
	),
	counts: z.nullable( counts ),
	samples: z.array( sample ),
	rejected: z.array( z.object( { row: count, line: count, errors: rowErrors } ) ),
	created_at: time,
	updated_at: time,
} );

export const importListSchema = z.object( {
	imports: z.array(
		z.object( {
			id,
			name: z.string(),
			state: importState,
			counts: z.nullable( counts ),
			created_at: time,
		} )
	),
} );

export const previewSchema = z.object( {
	encoding,
	delimiter,
	header: z.array( z.string() ),
	rows: z.array( z.array( z.string() ) ),
	desk,
	shape,
	columns: z.array( z.object( { field, column: count } ) ),
	/** `ask`: the dates could be read both ways, and a person has to say. */
	date_order: z.nullable( z.enum( [ 'dmy', 'mdy', 'ask' ] ) ),
	dates: z.array( z.object( { text: z.string(), at: z.nullable( time ) } ) ),
	statuses: z.array( z.object( { value: z.string(), status: z.nullable( ticketStatus ) } ) ),
	time_zone: z.string(),
	/** How a file with the same columns was read the last time. */
	told_before: z.nullable( importOptions ),
} );

/** A part of the list of refused rows, as CSV. */
export const rejectedSchema = z.object( { text: z.string(), next: z.nullable( count ) } );
export const removedSchema = z.object( { removed: id } );

const options = {
	encoding: 'utf-8',
	delimiter: ';',
	shape: 'tickets',
	source: 'zendesk',
	columns: [
		{ field: 'email', column: 2 },
		{ field: 'created_at', column: 0 },
	],
	date_order: 'dmy',
	time_zone: 'Europe/Istanbul',
	minutes_unit: 'minutes',
	statuses: [ { value: 'Beklemede', status: 'pending' } ],
} satisfies ImportOptions;

export const shapes: Record< string, Shape > = {
	'imports.import': {
		schema: importSchema,
		io: 'output',
		valid: [ entry, { ...entry, options, progress: { phase: 'read', done: 1, total: 4 } } ],
		invalid: [ {}, { ...entry, state: 'half' }, { ...entry, counts: { rows: 1 } } ],
	},
	'imports.list': {
		schema: importListSchema,
		io: 'output',
		valid: [ list, { imports: [] } ],
		invalid: [ [], { imports: [ { id: 0 } ] } ],
	},
	'imports.preview': {
		schema: previewSchema,
		io: 'output',
		valid: [ preview, { ...preview, date_order: 'ask', told_before: options } ],
		invalid: [
			{ ...preview, delimiter: ':' },
			{ ...preview, columns: [ { field: 'price', column: 1 } ] },
		],
	},
	'imports.rejected': {
		schema: rejectedSchema,
		io: 'output',
		valid: [ rejected, { text: '', next: 500 } ],
		invalid: [ { text: '' }, { ...rejected, next: -1 } ],
	},
	'imports.removed': {
		schema: removedSchema,
		io: 'output',
		valid: [ { removed: 3 } ],
		invalid: [ {}, { removed: 0 } ],
	},
	'imports.create': {
		schema: importCreate,
		io: 'input',
		valid: [
			{ name: 'tickets.csv', size: 5000 },
			{ name: 'x', size: MOST_BYTES },
		],
		invalid: [
			{ name: '', size: 1 },
			{ name: 'tickets.csv', size: 0 },
			{ name: 'tickets.csv', size: MOST_BYTES + 1 },
			{ name: 'tickets.csv', size: '5000' },
			{ name: 'tickets.csv', size: 5000, path: '../../x' },
		],
	},
	'imports.chunk': {
		schema: importChunk,
		io: 'input',
		valid: [ { sha256: 'a'.repeat( 64 ), data: 'YSxi' } ],
		invalid: [ { sha256: 'A'.repeat( 64 ), data: 'YSxi' }, { sha256: 'a'.repeat( 64 ) } ],
	},
	'imports.options': {
		schema: importOptions,
		io: 'input',
		valid: [ options, { ...options, date_order: null, statuses: [], delimiter: '\t' } ],
		invalid: [
			{ ...options, delimiter: ':' },
			{ ...options, columns: [] },
			{ ...options, columns: [ { field: 'email', column: -1 } ] },
			{ ...options, source: 'My Desk' },
			{ ...options, statuses: [ { value: 'x', status: 'frozen' } ] },
			{ ...options, date_order: 'ymd' },
		],
	},
	'imports.step': {
		schema: importStep,
		io: 'input',
		valid: [ { step: 'check' }, { step: 'import' } ],
		invalid: [ {}, { step: 'undo' } ],
	},
};

export type Import = z.infer< typeof importSchema >;
export type ImportEntry = z.infer< typeof importListSchema >[ 'imports' ][ number ];
export type ImportState = z.infer< typeof importState >;
export type Counts = z.infer< typeof counts >;
export type Preview = z.infer< typeof previewSchema >;
