import * as z from 'zod/mini';
import { count, money, moneyInput } from '../common';

const whole = ( least: number, most: number ) =>
	z.int().check( z.minimum( least ), z.maximum( most ) );

const fields = {
	/** Beside what others paid lately, by what was paid altogether, or by what is left of that after support. */
	by: z.enum( [ 'percentile', 'sum', 'profit' ] ),
	/** The best so many percent of those who paid lately. */
	percent: whole( 1, 50 ),
	/** And never below so many times what the middle one of them paid. */
	times_median: whole( 0, 100 ),
	/** Whoever has it keeps it down to so many percent of where it begins. */
	kept_percent: whole( 1, 100 ),
};

/** Who has high value. The numbers of all three ways are kept. */
export const highValue = z.object( { ...fields, sum: money, profit: money } );
export const highValueInput = z.strictObject( { ...fields, sum: moneyInput, profit: moneyInput } );

/** How many customers that would be; `begins` is null where there are too few to compare. */
export const highValueTried = z.object( { customers: count, begins: z.nullable( money ) } );

export type HighValue = z.infer< typeof highValueInput >;
export type HighValueTried = z.infer< typeof highValueTried >;
