import { __ } from '@wordpress/i18n';
import type { CustomerRow } from '../data/customers/schema';

/** What a customer is called on a screen. */
export const nameOf = ( { name, email }: Pick< CustomerRow, 'name' | 'email' > ) =>
	name || email || __( 'Without a name', 'amicable' );
