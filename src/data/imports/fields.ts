import * as z from 'zod/mini';

export const encoding = z.enum( [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1254',
	'euc-kr',
] );
export const delimiter = z.enum( [ ',', ';', '\t', '|' ] );
export const shape = z.enum( [ 'tickets', 'messages' ] );
export const dateOrder = z.enum( [ 'dmy', 'mdy' ] );
export const minutesUnit = z.enum( [ 'minutes', 'hours', 'seconds' ] );

/** What a column may mean. */
export const field = z.enum( [
	'external_id',
	'email',
	'name',
	'subject',
	'text',
	'status',
	'channel',
	'created_at',
	'updated_at',
	'minutes',
	'replies',
	'tags',
	'agent',
	'url',
	'message_id',
	'message_at',
	'message_kind',
	'message_text',
	'message_author',
] );

/** Desks whose column names are known, and any other file. */
export const desk = z.enum( [ 'freshdesk', 'freshservice', 'zendesk', 'intercom', 'file' ] );

export type Encoding = z.infer< typeof encoding >;
export type Delimiter = z.infer< typeof delimiter >;
export type FileShape = z.infer< typeof shape >;
export type DateOrder = z.infer< typeof dateOrder >;
export type MinutesUnit = z.infer< typeof minutesUnit >;
export type Field = z.infer< typeof field >;
export type Desk = z.infer< typeof desk >;
