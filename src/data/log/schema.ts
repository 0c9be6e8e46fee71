import * as z from 'zod/mini';
import verified from '../../../tests/fixtures/rest/log.verified.json';
import { count, id, type Shape } from '../common';

export const verifiedSchema = z.object( {
	intact: z.boolean(),
	rows: count,
	/** The first row whose link does not hold. */
	broken_at: z.nullable( id ),
} );

export const shapes: Record< string, Shape > = {
	'log.verified': {
		schema: verifiedSchema,
		io: 'output',
		valid: [ verified, { intact: false, rows: 12, broken_at: 7 } ],
		invalid: [ { ...verified, intact: 'yes' }, { intact: true } ],
	},
};

export type Verified = z.infer< typeof verifiedSchema >;
