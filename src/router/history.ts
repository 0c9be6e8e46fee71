import { addQueryArgs, getQueryArgs } from '@wordpress/url';
import { createBrowserHistory } from 'history';
import { boot } from '../data/boot';

export const SCREEN_NAMES = [
	'overview',
	'find',
	'customers',
	'customer',
	'cases',
	'case',
	'run',
	'dispute',
	'review',
	'reports',
	'loose-ends',
	'playbook',
	'settings',
	'import',
	'log',
	'evidence',
	'practice-order',
] as const;

export type ScreenName = ( typeof SCREEN_NAMES )[ number ];
export type Params = Record< string, string | undefined >;
export type Route = { screen: ScreenName | undefined; id: number | undefined; params: Params };

export const history = createBrowserHistory();

const OURS = [ 'page', 'post_type', 'screen', 'id' ];
const isOurs = ( name: string ) => OURS.includes( name );

/** The address of a screen; the menu may sit below WooCommerce, below Downloads or on its own, so the page says where. */
export function hrefOf( screen: ScreenName, id?: number, params: Params = {} ): string {
	const page = new URL( boot()?.url ?? window.location.href, window.location.href );
	const { page: slug = 'amicable', post_type: type } = getQueryArgs( page.href );
	return addQueryArgs( page.pathname, {
		// `page` says which plugin's page this is: a page of a list needs another word.
		...( type ? { post_type: type } : {} ),
		page: slug,
		...( screen === 'overview' ? {} : { screen } ),
		...( id === undefined ? {} : { id } ),
		...Object.fromEntries(
			Object.entries( params ).filter( ( [ name ] ) => ! isOurs( name ) )
		),
	} );
}

const isScreen = ( name: unknown ): name is ScreenName =>
	SCREEN_NAMES.some( ( known ) => known === name );

export function routeOf( search: string ): Route {
	const args = Object.entries( getQueryArgs( search ) ).filter(
		( entry ): entry is [ string, string ] => typeof entry[ 1 ] === 'string'
	);
	const { screen = 'overview', id } = Object.fromEntries( args );
	return {
		screen: isScreen( screen ) ? screen : undefined,
		id: /^[1-9]\d{0,14}$/.test( id ?? '' ) ? Number( id ) : undefined,
		params: Object.fromEntries( args.filter( ( [ name ] ) => ! isOurs( name ) ) ),
	};
}

export const navigate = ( screen: ScreenName, id?: number, params?: Params ) =>
	history.push( hrefOf( screen, id, params ) );

/** Filters and tabs change the address without a step in the history of each letter typed. */
export const replaceParams = ( { screen = 'overview', id }: Route, params: Params ) =>
	history.replace( hrefOf( screen, id, params ) );
