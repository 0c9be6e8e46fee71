import { __ } from '@wordpress/i18n';
import type { LogEntry } from '../../data/log/schema';

/** Nobody's name: the program itself, or somebody whose account is gone. */
export const whoOf = ( { who, user_id: user }: LogEntry ) =>
	who ?? ( user === 0 ? __( 'Amicable', 'amicable' ) : __( 'Somebody who left', 'amicable' ) );
