import type { LicenseServer, LicenseServerUpdate } from '../../../data/license_server/schema';

/** As it stands in the fields. A kept header shows nothing of its value; left empty, it keeps it. */
export type HeaderDraft = { name: string; value: string; kept: boolean };
export type ServerDraft = Omit< LicenseServer, 'headers' | 'ended' > & {
	ended: string;
	headers: HeaderDraft[];
};

export const serverDraftOf = ( server: LicenseServer ): ServerDraft => ( {
	...server,
	ended: server.ended.join( ', ' ),
	headers: server.headers.map( ( name ) => ( { name, value: '', kept: true } ) ),
} );

/** People paste whole addresses; the host is what counts. */
const hostOf = ( typed: string ) =>
	typed
		.trim()
		.toLowerCase()
		.replace( /^https:\/\//, '' )
		.replace( /\/+$/, '' );

export const serverUpdateOf = ( draft: ServerDraft ): LicenseServerUpdate => ( {
	...draft,
	name: draft.name.trim(),
	host: hostOf( draft.host ),
	read_path: draft.read_path.trim(),
	status_path: draft.status_path.trim(),
	ends_at_path: draft.ends_at_path.trim(),
	end_path: draft.end_path.trim(),
	end_body: draft.end_body.trim(),
	success_path: draft.success_path.trim(),
	back_path: draft.back_path.trim(),
	back_body: draft.back_body.trim(),
	ended: draft.ended
		.split( ',' )
		.map( ( word ) => word.trim() )
		.filter( Boolean ),
	headers: draft.headers.map( ( { name, value, kept } ) => ( {
		name: name.trim(),
		value: kept && value === '' ? null : value.trim(),
	} ) ),
} );
