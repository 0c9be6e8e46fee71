import { ApiError } from './api-error';

export type Errors = Record< string, string >;

/** What the server said about single fields. */
export const errorsOf = ( thrown: unknown ): Errors =>
	thrown instanceof ApiError ? thrown.params : {};

/** Every reason stands beside its field, so the names of fields need not be listed too. */
export const isMarked = ( thrown: unknown ) => Object.keys( errorsOf( thrown ) ).length > 0;

/** What is said about a field or about anything inside it. */
export const errorOf = ( errors: Errors, name: string ) =>
	Object.entries( errors ).find(
		( [ field ] ) => field === name || field.startsWith( `${ name }.` )
	)?.[ 1 ];
