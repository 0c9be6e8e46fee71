import * as z from 'zod/mini';

export const channel = z.enum( [
	'email',
	'chat',
	'phone',
	'form',
	'forum',
	'social',
	'public',
	'api',
	'import',
	'other',
] );

export const ticketStatus = z.enum( [ 'open', 'pending', 'closed', 'spam', 'deleted', 'merged' ] );
export const messageKind = z.enum( [ 'customer', 'agent', 'note', 'auto', 'ai', 'system' ] );
export const cause = z.enum( [ 'ours', 'customer', 'nobody', 'expectation', 'onboarding' ] );

export type Channel = z.infer< typeof channel >;
export type TicketStatus = z.infer< typeof ticketStatus >;
export type Cause = z.infer< typeof cause >;
