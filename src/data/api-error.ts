import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';

type Params = Record< string, string >;

/** The server said no: `code` is for us, `message` for whoever sits before the screen, `params` for single fields. */
export class ApiError extends Error {
	constructor(
		public readonly code: string,
		message: string,
		public readonly status = 0,
		public readonly params: Params = {},
		options: ErrorOptions = {}
	) {
		super( message, options );
		this.name = 'ApiError';
	}
}

const refusal = z.object( {
	code: z.string(),
	message: z.string(),
	data: z.optional(
		z.nullable(
			z.object( {
				status: z.optional( z.int() ),
				params: z.optional( z.record( z.string(), z.string() ) ),
			} )
		)
	),
} );

/** What WordPress and the browser call these, and what a person can do about them. */
const sentences = (): Record< string, string > => ( {
	offline_error: __(
		'You are offline. Nothing was changed. Try again once you are back.',
		'amicable'
	),
	fetch_error: __(
		'The site could not be reached. Nothing else was tried. Try again.',
		'amicable'
	),
	rest_cookie_invalid_nonce: __(
		'Your login has expired. Log in again in another tab, then try again here.',
		'amicable'
	),
	rest_not_logged_in: __(
		'You are logged out. Log in again in another tab, then try again here.',
		'amicable'
	),
} );

export const unreadable = ( cause: unknown ) =>
	new ApiError(
		'amicable_unreadable_answer',
		__(
			'The answer of the site could not be read. Another plugin may have changed it.',
			'amicable'
		),
		0,
		{},
		{ cause }
	);

/** A refusal as WordPress words it; a params object that PHP sent as an empty list counts as none. */
export function toApiError( body: unknown, status: number ): ApiError {
	const { data, error } = refusal.safeParse( body );
	if ( ! data ) {
		const bare = z.object( { code: z.string(), message: z.string() } ).safeParse( body ).data;
		return bare ? new ApiError( bare.code, bare.message, status ) : unreadable( error );
	}
	const message = sentences()[ data.code ] ?? data.message;
	return new ApiError( data.code, message, data.data?.status ?? status, data.data?.params );
}

/** A sentence for whatever was thrown. */
export const messageOf = ( thrown: unknown ) =>
	thrown instanceof Error && thrown.message
		? thrown.message
		: __( 'Something went wrong.', 'amicable' );
