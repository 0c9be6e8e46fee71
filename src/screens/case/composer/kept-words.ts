import * as z from 'zod/mini';
import { boot } from '../../../data/boot';
import type { Letter } from '../../../data/letters/schema';

/** What a person types into a draft. */
export type Words = { subject: string; body: string; to: string | null };

export const wordsOf = ( { subject, body, to }: Letter ): Words => ( { subject, body, to } );

export const isSame = ( one: Words, other: Words ) =>
	one.subject === other.subject && one.body === other.body && one.to === other.to;

const keptSchema = z.object( {
	version: z.int(),
	words: z.object( { subject: z.string(), body: z.string(), to: z.nullable( z.string() ) } ),
} );

const nameOf = ( { id }: Pick< Letter, 'id' > ) =>
	`amicable_letter_${ boot()?.mode ?? 'live' }_${ id }`;

/** Words that the server does not have yet live in this tab: a reload does not lose them, a closed tab leaves nothing behind. */
export function keepWords( { id, version }: Pick< Letter, 'id' | 'version' >, words: Words ) {
	try {
		window.sessionStorage.setItem( nameOf( { id } ), JSON.stringify( { version, words } ) );
	} catch {
		// A full or forbidden storage: the words still stand in the fields, and leaving the page asks first.
	}
}

export function dropWords( letter: Pick< Letter, 'id' > ) {
	try {
		window.sessionStorage.removeItem( nameOf( letter ) );
	} catch {
		// Where nothing may be kept, nothing was.
	}
}

export function keptWords( letter: Letter ) {
	try {
		const kept: unknown = JSON.parse(
			window.sessionStorage.getItem( nameOf( letter ) ) ?? 'null'
		);
		const { data } = keptSchema.safeParse( kept );
		return data && ! isSame( data.words, wordsOf( letter ) ) ? data : undefined;
	} catch {
		return undefined;
	}
}
