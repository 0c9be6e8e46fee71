import * as z from 'zod/mini';
import { count, id, money, time } from '../common';
import { method, scopeSchema, stepKind } from './plan';
import { runKind } from './requests';

export const runState = z.enum( [
	'awaiting_approval',
	'scheduled',
	'running',
	'waiting',
	'paused',
	'needs_attention',
	'completed',
	'stopped',
] );

export const stepState = z.enum( [
	'pending',
	'running',
	'done',
	'skipped',
	'manual',
	'failed',
	'unknown',
] );

const step = z.object( {
	key: z.string(),
	kind: stepKind,
	label: z.string(),
	state: stepState,
	attempts: count,
	method: z.nullable( method ),
	amount: z.nullable( money ),
	receipt: z.nullable( z.string() ),
	message: z.nullable( z.string() ),
	/** Of a run that has ended: whether this can be given back, that it was, or why it cannot be. */
	undo: z.nullable(
		z.object( {
			state: z.enum( [ 'possible', 'impossible', 'under_way', 'open', 'done' ] ),
			text: z.nullable( z.string() ),
			reason: z.nullable( z.string() ),
			by: z.nullable( z.string() ),
			at: z.nullable( time ),
		} )
	),
} );

const obligation = z.object( {
	check: z.int().check( z.minimum( 1 ), z.maximum( 17 ) ),
	state: z.enum( [ 'clear', 'open', 'accepted', 'outside', 'not_covered' ] ),
	ref: z.nullable( z.string() ),
	text: z.string(),
} );

const dispute = z.object( {
	id,
	/** Of the order. */
	number: z.string(),
	status: z.enum( [ 'open', 'lost' ] ),
	opened_at: time,
	deadline_at: z.nullable( time ),
} );

export const runSchema = z.object( {
	id,
	version: id,
	customer_id: id,
	customer_name: z.string(),
	case_id: z.nullable( id ),
	kind: runKind,
	scope: scopeSchema,
	state: runState,
	/** What the person who asks may do with it now. */
	allowed: z.array(
		z.enum( [ 'run', 'stop', 'resume', 'approve', 'settle', 'accept', 'check' ] )
	),
	progress: z.object( { done: count, total: count } ),
	steps: z.array( step ),
	proof: z.nullable( z.object( { checked_at: time, obligations: z.array( obligation ) } ) ),
	/** Later looks at what the run had closed, also those to come. */
	rounds: z.array(
		z.object( { due_at: time, checked_at: z.nullable( time ), open: z.nullable( count ) } )
	),
	/** Since when the receipt no longer holds. */
	broken_at: z.nullable( time ),
	/** When the last look found everything as it should be. */
	stamped_at: z.nullable( time ),
	/** Open or lost ones of its orders, also such as came after it had ended. */
	disputes: z.array( dispute ),
	started_by: z.nullable( z.string() ),
	approved_by: z.nullable( z.string() ),
	/** When a scheduled run begins by itself. */
	start_at: z.nullable( time ),
	created_at: time,
	ended_at: z.nullable( time ),
} );

export type RunState = z.infer< typeof runState >;
export type StepState = z.infer< typeof stepState >;
export type Step = z.infer< typeof step >;
export type Obligation = z.infer< typeof obligation >;
export type Run = z.infer< typeof runSchema >;
