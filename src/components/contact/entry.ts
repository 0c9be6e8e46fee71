import type { ContactCreate } from '../../data/contacts/schema';

export type Entry = {
	channel: ContactCreate[ 'channel' ];
	minutes: string;
	note: string;
	/** Of what was said in public. */
	url: string;
	stars: '' | '1' | '2' | '3' | '4' | '5';
	text: string;
	/** '' where nobody has said. */
	inDocs: '' | 'yes' | 'no';
};

export const EMPTY: Entry = {
	channel: 'email',
	minutes: '',
	note: '',
	url: '',
	stars: '',
	text: '',
	inDocs: '',
};

export const isPublic = ( { channel }: Entry ) => channel === 'public';

/** Enough is said to save it. */
export const isWhole = ( entry: Entry ) =>
	entry.minutes !== '' && ( ! isPublic( entry ) || entry.url.trim() !== '' );

const inPublic = ( { url, stars, text }: Entry ) => ( {
	url: url.trim(),
	...( stars && { stars: Number( stars ) } ),
	...( text.trim() && { text: text.trim() } ),
} );

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
	...( isPublic( entry ) && inPublic( entry ) ),
	...( entry.inDocs && { in_docs: entry.inDocs === 'yes' } ),
} );
