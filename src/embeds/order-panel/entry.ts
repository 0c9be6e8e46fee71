import type { OrderRef } from '../../data/common';
import type { ContactCreate } from '../../data/contacts/schema';

export type Entry = {
	channel: ContactCreate[ 'channel' ];
	minutes: string;
	note: string;
	/** '' where nobody has said. */
	inDocs: '' | 'yes' | 'no';
};

export const EMPTY: Entry = { channel: 'email', minutes: '', note: '', inDocs: '' };

/** Seconds, without fractions: what the server and we agree on. */
const timeOf = ( at: Date ) => at.toISOString().replace( /\.\d+Z$/, 'Z' );

export const contactOf = ( order: OrderRef, entry: Entry, at: Date ): ContactCreate => ( {
	order,
	channel: entry.channel,
	at: timeOf( at ),
	minutes: Number( entry.minutes ),
	...( entry.note.trim() && { note: entry.note.trim() } ),
	...( entry.inDocs && { in_docs: entry.inDocs === 'yes' } ),
} );
