import type { ReduxStoreConfig, StoreDescriptor, ThunkArgs } from '@wordpress/data';

/** Thunk arguments typed from a store's plain actions and selectors, so that a store never refers to itself. */
export type Thunk< State, Events, Selectors > = ThunkArgs<
	StoreDescriptor< ReduxStoreConfig< State, Events, Selectors > >
>;
