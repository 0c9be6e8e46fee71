import { __, sprintf } from '@wordpress/i18n';
import type { LogEntry } from '../../data/log/schema';

/** Nobody's name: the program itself, or somebody whose account is gone. */
export const whoOf = ( { who, user_id: user }: LogEntry ) =>
	who ?? ( user === 0 ? __( 'Amicable', 'amicable' ) : __( 'Somebody who left', 'amicable' ) );

/** What has no page of its own. */
export function objectOf( object: string, id: number ) {
	switch ( object ) {
		case 'order':
			/* translators: %d: number of an order. */
			return sprintf( __( 'Order %d', 'amicable' ), id );
		case 'letter':
			/* translators: %d: number of a message. */
			return sprintf( __( 'Message %d', 'amicable' ), id );
		case 'customer':
			/* translators: %d: number of a customer. */
			return sprintf( __( 'Customer %d', 'amicable' ), id );
		case 'template':
			return __( 'A text of the playbook', 'amicable' );
		case 'settings':
			return __( 'Settings', 'amicable' );
		default:
			return id > 0 ? `${ object } ${ id }` : object;
	}
}
