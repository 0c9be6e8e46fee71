import type { OwnField, OwnRule } from '../../../data/settings/own-rules';
import { editable, parseMoney } from '../../../format/money';
import { hasDays } from '../../../format/own-rules';
import { parseTyped } from '../../../format/typed';

export type Line = { field: OwnField; is: 'least' | 'most'; number: string; days: string };

export type Draft = Omit< OwnRule, 'conditions' > & { lines: Line[] };

export const NEW_LINE: Line = { field: 'tickets', is: 'least', number: '', days: '30' };

export const newDraft = ( id: number ): Draft => ( {
	id,
	name: '',
	level: 'watch',
	match: 'all',
	silent: false,
	lines: [ NEW_LINE ],
} );

export const toDraft = ( { conditions, ...rule }: OwnRule, currency: string ): Draft => ( {
	...rule,
	lines: conditions.map( ( { field, is, number, days } ) => ( {
		field,
		is,
		number: field === 'paid' ? editable( { minor: number, currency } ) : String( number ),
		days: String( days ?? 30 ),
	} ) ),
} );

const MOST_DAYS = 366;

/** Undefined while a line is not complete. */
function condition( { field, is, number, days }: Line, currency: string ) {
	const value =
		field === 'paid' ? parseMoney( number, currency )?.minor : parseTyped( number, 0 );
	const back = hasDays( field ) ? parseTyped( days, 0 ) : null;
	const isDays = back === null || ( back !== undefined && back >= 1 && back <= MOST_DAYS );
	return value === undefined || value < 0 || ! isDays
		? undefined
		: { field, is, number: value, days: back ?? null };
}

export function toRule( { lines, ...draft }: Draft, currency: string ): OwnRule | undefined {
	const conditions = lines.flatMap( ( line ) => condition( line, currency ) ?? [] );
	const name = draft.name.trim();
	return name && conditions.length === lines.length ? { ...draft, name, conditions } : undefined;
}
