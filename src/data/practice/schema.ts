import * as z from 'zod/mini';
import practice from '../../../tests/fixtures/rest/practice.state.json';
import { count, type Shape } from '../common';

export const practiceSchema = z.object( {
	state: z.enum( [ 'absent', 'loading', 'ready', 'removing', 'failed' ] ),
	done: count,
	total: count,
} );

export const shapes: Record< string, Shape > = {
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

export type Practice = z.infer< typeof practiceSchema >;
