import type { HelpDesk, HelpDesks, HelpDesksUpdate } from '../../../data/help_desks/schema';

/** One help desk as it is typed; `kept`: it has a key, which is not shown. */
export type DeskDraft = Pick< HelpDesk, 'id' | 'name' | 'host' | 'user' > & {
	secret: string;
	kept: boolean;
};

export const deskDrafts = ( { desks }: HelpDesks ): DeskDraft[] =>
	desks.map( ( { id, name, host, user, has_secret: kept } ) => ( {
		id,
		name,
		host,
		user,
		kept,
		secret: '',
	} ) );

export type TagDraft = HelpDesksUpdate[ 'tags' ];

export const tagDraft = ( { tags }: HelpDesks ): TagDraft => ( {
	on: tags.on,
	high_value: tags.high_value,
	locked: tags.locked,
} );

/** A key that nobody typed stays as it is. */
export const updateOf = (
	version: number,
	drafts: DeskDraft[],
	tags: TagDraft
): HelpDesksUpdate => ( {
	version,
	tags: {
		on: tags.on,
		high_value: tags.high_value.trim().toLowerCase(),
		locked: tags.locked.trim().toLowerCase(),
	},
	desks: drafts.map( ( { id, host, user, secret, kept } ) => ( {
		id,
		host: host.trim().toLowerCase(),
		user: user.trim(),
		secret: secret === '' && kept ? null : secret,
	} ) ),
} );
