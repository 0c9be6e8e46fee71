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

/** Whom it was with: the customer themselves, or whoever placed an order. */
export type About = Pick< ContactCreate, 'order' > | Pick< ContactCreate, 'customer_id' >;

export const contactOf = ( about: About, entry: Entry, at: Date ): ContactCreate => ( {
	...about,
	channel: entry.channel,
	at: timeOf( at ),
	minutes: Number( entry.minutes ),
	...( entry.note.trim() && { note: entry.note.trim() } ),
	...( entry.inDocs && { in_docs: entry.inDocs === 'yes' } ),
} );
