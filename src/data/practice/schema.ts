import * as z from 'zod/mini';
import practice from '../../../tests/fixtures/rest/practice.state.json';
import story from '../../../tests/fixtures/rest/practice.story.json';
import { count, id, type Shape } from '../common';

export const practiceSchema = z.object( {
	state: z.enum( [ 'absent', 'loading', 'ready', 'removing', 'failed' ] ),
	done: count,
	total: count,
} );

export const storySchema = z.object( {
	story: z.enum( [
		'will',
		'angry_and_right',
		'belle',
		'xavier',
		'legal_step',
		'agency',
		'dispute',
		'loose_ends',
		'recovered',
	] ),
	customer_id: id,
	name: z.string(),
} );

export const shapes: Record< string, Shape > = {
	'practice.story': {
		schema: storySchema,
		io: 'output',
		valid: [ story ],
		invalid: [
			{ ...story, story: 'another' },
			{ ...story, customer_id: 0 },
		],
	},
	'practice.state': {
		schema: practiceSchema,
		io: 'output',
		valid: [ practice, { state: 'absent', done: 0, total: 0 } ],
		invalid: [
			{ state: 'half', done: 0, total: 0 },
			{ ...practice, done: -1 },
		],
	},
};

export type Story = z.infer< typeof storySchema >;
export type Practice = z.infer< typeof practiceSchema >;
