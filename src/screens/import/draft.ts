import type {
	DateOrder,
	Field,
	FileShape,
	ImportOptions,
	MinutesUnit,
	Preview,
} from '../../data/imports/schema';
import type { TicketStatus } from '../../data/tickets/schema';

/** What stands in the form. */
export type Draft = {
	shape: FileShape;
	columns: Partial< Record< Field, number > >;
	dateOrder: DateOrder | '';
	timeZone: string;
	minutesUnit: MinutesUnit;
	/** By the desk's own words. */
	statuses: Record< string, TicketStatus | '' >;
};

const TICKET: Field[] = [
	'external_id',
	'email',
	'name',
	'created_at',
	'updated_at',
	'status',
	'subject',
	'minutes',
	'replies',
	'channel',
	'tags',
	'agent',
	'url',
	'text',
];

const MESSAGE: Field[] = [
	'external_id',
	'email',
	'name',
	'message_at',
	'message_kind',
	'message_text',
	'message_id',
	'message_author',
	'created_at',
	'status',
	'subject',
	'minutes',
	'channel',
	'tags',
	'agent',
	'url',
];

/** What the columns of such a file can mean, the needed ones first. */
export const fieldsOf = ( shape: FileShape ) => ( shape === 'tickets' ? TICKET : MESSAGE );

export const isNeeded = ( field: Field, shape: FileShape ) =>
	shape === 'tickets'
		? field === 'email' || field === 'created_at'
		: [ 'external_id', 'email', 'message_at', 'message_kind' ].includes( field );

const columnsOf = ( list: { field: Field; column: number }[] ): Draft[ 'columns' ] =>
	Object.fromEntries( list.map( ( { field, column } ) => [ field, column ] ) );

/** As the last file with these columns was read, or as its names say. */
export function draftOf( preview: Preview ): Draft {
	const before = preview.told_before;
	const told = preview.date_order === 'ask' ? '' : ( preview.date_order ?? '' );
	const statuses = preview.statuses.map( ( { value, status } ) => [ value, status ?? '' ] );
	return {
		shape: before?.shape ?? preview.shape,
		columns: columnsOf( before?.columns ?? preview.columns ),
		dateOrder: told || ( before?.date_order ?? '' ),
		timeZone: before?.time_zone ?? preview.time_zone,
		minutesUnit: before?.minutes_unit ?? 'minutes',
		statuses: {
			...Object.fromEntries( statuses ),
			...Object.fromEntries(
				before?.statuses.map( ( { value, status } ) => [ value, status ] ) ?? []
			),
		},
	};
}

/** The column whose dates are shown as they will be read. */
export const dateColumn = ( { columns, shape }: Draft ) =>
	shape === 'messages' ? columns.message_at : columns.created_at;

const isStatus = ( entry: [ string, TicketStatus | '' ] ): entry is [ string, TicketStatus ] =>
	entry[ 1 ] !== '';

export function optionsOf( draft: Draft, preview: Preview ): ImportOptions {
	const fields = fieldsOf( draft.shape );
	return {
		encoding: preview.encoding,
		delimiter: preview.delimiter,
		shape: draft.shape,
		source: preview.desk,
		columns: fields.flatMap( ( field ) => {
			const column = draft.columns[ field ];
			return column === undefined ? [] : [ { field, column } ];
		} ),
		date_order: draft.dateOrder || null,
		time_zone: draft.timeZone.trim(),
		minutes_unit: draft.minutesUnit,
		statuses: Object.entries( draft.statuses )
			.filter( isStatus )
			.slice( 0, 100 )
			.map( ( [ value, status ] ) => ( { value, status } ) ),
	};
}
