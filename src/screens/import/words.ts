import { __, _x } from '@wordpress/i18n';
import type {
	Delimiter,
	Desk,
	Encoding,
	Field,
	ImportState,
	MinutesUnit,
} from '../../data/imports/schema';

// The words of closed sets, each a function of the language.

export const stateNames = (): Record< ImportState, string > => ( {
	uploading: __( 'Not all of it was sent', 'amicable' ),
	uploaded: __( 'Waits for its columns', 'amicable' ),
	checking: __( 'Is being checked', 'amicable' ),
	checked: __( 'Checked, nothing imported yet', 'amicable' ),
	importing: __( 'Is being imported', 'amicable' ),
	done: __( 'Imported', 'amicable' ),
	failed: __( 'Could not be read', 'amicable' ),
} );

export const fieldNames = (): Record< Field, string > => ( {
	external_id: __( 'Ticket number', 'amicable' ),
	email: __( 'Email of the customer', 'amicable' ),
	name: __( 'Name of the customer', 'amicable' ),
	subject: __( 'Subject', 'amicable' ),
	text: __( 'Text of the question', 'amicable' ),
	status: __( 'Status', 'amicable' ),
	channel: __( 'Channel', 'amicable' ),
	created_at: __( 'Opened at', 'amicable' ),
	updated_at: __( 'Last changed at', 'amicable' ),
	minutes: __( 'Time spent', 'amicable' ),
	replies: __( 'Number of our replies', 'amicable' ),
	tags: __( 'Tags', 'amicable' ),
	agent: __( 'Agent', 'amicable' ),
	url: __( 'Link to the ticket', 'amicable' ),
	message_id: __( 'Message number', 'amicable' ),
	message_at: __( 'Message sent at', 'amicable' ),
	message_kind: __( 'Who wrote it', 'amicable' ),
	message_text: __( 'Text of the message', 'amicable' ),
	message_author: __( 'Email of the author', 'amicable' ),
} );

export const deskNames = (): Record< Desk, string > => ( {
	freshdesk: 'Freshdesk',
	freshservice: 'Freshservice',
	zendesk: 'Zendesk',
	intercom: 'Intercom',
	file: __( 'Another desk, or a list of your own', 'amicable' ),
} );

export const encodingNames = (): Record< Encoding, string > => ( {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16 LE',
	'utf-16be': 'UTF-16 BE',
	'windows-1252': __( 'Windows-1252 (Western Europe)', 'amicable' ),
	'windows-1254': __( 'Windows-1254 (Turkish)', 'amicable' ),
	'euc-kr': __( 'EUC-KR, CP949 (Korean)', 'amicable' ),
} );

export const delimiterNames = (): Record< Delimiter, string > => ( {
	',': __( 'Comma', 'amicable' ),
	';': __( 'Semicolon', 'amicable' ),
	'\t': _x( 'Tab', 'the sign between two columns of a file', 'amicable' ),
	'|': __( 'Vertical bar', 'amicable' ),
} );

export const unitNames = (): Record< MinutesUnit, string > => ( {
	minutes: __( 'Minutes', 'amicable' ),
	hours: __( 'Hours', 'amicable' ),
	seconds: __( 'Seconds', 'amicable' ),
} );
