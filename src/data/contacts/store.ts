import { createReduxStore, register } from '@wordpress/data';
import { write } from '../api';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import { contactSchema, type ContactCreate } from './schema';

type Context = Thunk< null, object, object >;

/** `key` stays the same while the person means the same contact. */
const log =
	( contact: ContactCreate, key: string ) =>
	async ( { registry }: Context ) => {
		const logged = await write( contactSchema, '/amicable/v1/contacts', contact, { key } );
		await registry.dispatch( customersStore ).forget();
		return logged;
	};

/** Nothing is kept here: a logged contact shows as a ticket of its customer. */
export const contactsStore = createReduxStore( 'amicable/contacts', {
	reducer: () => null,
	actions: { log },
	selectors: {},
} );
register( contactsStore );
