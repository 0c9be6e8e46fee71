import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import { highValueTried, type HighValue } from './high-value';
import {
	previewSchema,
	ruleTried,
	settingsSchema,
	type OwnRule,
	type PreviewRequest,
	type Settings,
	type SettingsUpdate,
} from './schema';

const PATH = '/amicable/v1/settings';

type State = Settings | null;
type Action = ReturnType< typeof events.receiveSettings >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveSettings: ( settings: Settings ) => ( { type: 'RECEIVE_SETTINGS', settings } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_SETTINGS' ? action.settings : state;

const selectors = { getSettings: ( state: State ) => state };

const resolvers = {
	getSettings:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveSettings( await getOne( settingsSchema, PATH ) );
		},
};

/** A cost or a threshold changes what every row says. */
const save =
	( update: SettingsUpdate ) =>
	async ( { dispatch, registry }: Context ) => {
		dispatch.receiveSettings( await write( settingsSchema, PATH, update, { method: 'PUT' } ) );
		await registry.dispatch( customersStore ).forget();
	};

/** Keeps nothing: it is asked anew each time somebody presses the button. */
const preview = ( request: PreviewRequest ) => () =>
	write( previewSchema, `${ PATH }/preview`, request );

/** Keeps nothing either. */
const tryRule = ( rule: OwnRule, after: number ) => () =>
	write( ruleTried, `${ PATH }/rules/try`, { rule, after } );

const tryHighValue = ( rule: HighValue ) => () =>
	write( highValueTried, `${ PATH }/high-value/try`, rule );

export const settingsStore = createReduxStore( 'amicable/settings', {
	reducer,
	actions: { ...events, save, preview, tryRule, tryHighValue },
	selectors,
	resolvers,
} );
register( settingsStore );
