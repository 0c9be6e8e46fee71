import apiFetch from '@wordpress/api-fetch';
import { createRegistry } from '@wordpress/data';
import { casesStore } from './cases/store';
import { contactsStore } from './contacts/store';
import { listsStore } from './customers/lists-store';
import { customersStore } from './customers/store';
import { disputesStore } from './disputes/store';
import { goodwillStore } from './goodwill/store';
import { importsStore } from './imports/store';
import { lettersStore } from './letters/store';
import { incidentsStore } from './incidents/store';
import { looseEndsStore } from './loose_ends/store';
import { offboardingsStore } from './offboardings/store';
import { ordersStore } from './orders/store';
import { overviewStore } from './overview/store';
import { playbookStore } from './playbook/store';
import { practiceStore } from './practice/store';
import { reportsStore } from './reports/store';
import { reviewStore } from './review/store';
import { settingsStore } from './settings/store';
import { setupStore } from './setup/store';

const STORES = [
	casesStore,
	contactsStore,
	customersStore,
	disputesStore,
	goodwillStore,
	importsStore,
	incidentsStore,
	lettersStore,
	listsStore,
	looseEndsStore,
	offboardingsStore,
	ordersStore,
	overviewStore,
	playbookStore,
	practiceStore,
	reportsStore,
	reviewStore,
	settingsStore,
	setupStore,
];

/** For tests: the stores as they are, without what an earlier test left in them. */
export function freshRegistry() {
	const registry = createRegistry();
	STORES.forEach( ( store ) => registry.register( store ) );
	return registry;
}

/** What the server answers, as `apiFetch` gives it with `parse: false`. */
export const answer = ( body: unknown, headers: Record< string, string > = {}, status = 200 ) => ( {
	status,
	json: async () => body,
	headers: new Headers( headers ),
} );

export const answerPage = ( items: unknown[], headers: Record< string, string > = {} ) =>
	answer( items, { 'X-WP-Total': String( items.length ), 'X-WP-TotalPages': '1', ...headers } );

/** Needs `jest.mock( '@wordpress/api-fetch' )` in the test. */
export const server = () => jest.mocked( apiFetch );
