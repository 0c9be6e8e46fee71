import type { LogFilter } from '../../data/log/store';
import type { Params } from '../../router/history';

const number = ( text: string | undefined ) =>
	text !== undefined && /^\d{1,15}$/.test( text ) ? Number( text ) : undefined;

const id = ( text: string | undefined ) => number( text ) || undefined;

const matching = ( text: string | undefined, pattern: RegExp ) =>
	text !== undefined && pattern.test( text ) ? text : undefined;

/** What the address asks for; what makes no sense in it is not asked for. */
export const filterOf = ( params: Params ): LogFilter => ( {
	case_id: id( params.case ),
	customer_id: id( params.customer ),
	user_id: number( params.user ),
	what: matching( params.what, /^[a-z_.]{1,40}$/ ),
	until: matching( params.until, /^\d{4}-\d{2}-\d{2}$/ ),
} );

const text = ( value: number | string | undefined ) =>
	value === undefined ? undefined : String( value );

export const paramsOf = ( filter: LogFilter, at: number ): Params => ( {
	case: text( filter.case_id ),
	customer: text( filter.customer_id ),
	user: text( filter.user_id ),
	what: filter.what,
	until: filter.until,
	at: at > 1 ? String( at ) : undefined,
} );
