import { useSelect } from '@wordpress/data';
import { listsStore } from './lists-store';
import type { CustomerQuery } from './query';
import { customersStore } from './store';

export const useCustomers = ( query: CustomerQuery ) =>
	useSelect(
		( select ) => {
			const { getPage, hasFinishedResolution, getResolutionError } = select( customersStore );
			return {
				page: getPage( query ),
				error: getResolutionError( 'getPage', [ query ] ),
				isLoading: ! hasFinishedResolution( 'getPage', [ query ] ),
			};
		},
		[ query ]
	);

export const useCustomer = ( id: number ) =>
	useSelect(
		( select ) => {
			const { getCustomer, hasFinishedResolution, getResolutionError } =
				select( customersStore );
			return {
				customer: getCustomer( id ),
				error: getResolutionError( 'getCustomer', [ id ] ),
				isLoading: ! hasFinishedResolution( 'getCustomer', [ id ] ),
			};
		},
		[ id ]
	);

/** Nothing is asked while there is nothing to ask for. */
export const useFound = ( text: string ) =>
	useSelect(
		( select ) => {
			if ( text === '' ) {
				return { found: undefined, error: undefined, isLoading: false };
			}
			const { getFound, hasFinishedResolution, getResolutionError } =
				select( customersStore );
			return {
				found: getFound( text ),
				error: getResolutionError( 'getFound', [ text ] ),
				isLoading: ! hasFinishedResolution( 'getFound', [ text ] ),
			};
		},
		[ text ]
	);

export const useCustomerOrders = ( id: number, page = 1 ) =>
	useSelect(
		( select ) => {
			const { getOrders, hasFinishedResolution, getResolutionError } = select( listsStore );
			return {
				page: getOrders( id, page ),
				error: getResolutionError( 'getOrders', [ id, page ] ),
				isLoading: ! hasFinishedResolution( 'getOrders', [ id, page ] ),
			};
		},
		[ id, page ]
	);

export const useCustomerTickets = ( id: number, page = 1 ) =>
	useSelect(
		( select ) => {
			const { getTickets, hasFinishedResolution, getResolutionError } = select( listsStore );
			return {
				page: getTickets( id, page ),
				error: getResolutionError( 'getTickets', [ id, page ] ),
				isLoading: ! hasFinishedResolution( 'getTickets', [ id, page ] ),
			};
		},
		[ id, page ]
	);

export const useCustomerEvidence = ( id: number, page = 1 ) =>
	useSelect(
		( select ) => {
			const { getEvidence, hasFinishedResolution, getResolutionError } = select( listsStore );
			return {
				page: getEvidence( id, page ),
				error: getResolutionError( 'getEvidence', [ id, page ] ),
				isLoading: ! hasFinishedResolution( 'getEvidence', [ id, page ] ),
			};
		},
		[ id, page ]
	);

export const useCustomerTimeline = ( id: number, page = 1 ) =>
	useSelect(
		( select ) => {
			const { getTimeline, hasFinishedResolution, getResolutionError } = select( listsStore );
			return {
				page: getTimeline( id, page ),
				error: getResolutionError( 'getTimeline', [ id, page ] ),
				isLoading: ! hasFinishedResolution( 'getTimeline', [ id, page ] ),
			};
		},
		[ id, page ]
	);
