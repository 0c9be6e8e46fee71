/** A GET that may take long: fetch() gives up on headers after five minutes, whatever it is told. */

import { get as request } from 'node:http';
import { Refusal } from './say.mjs';

/** @return {Promise<{status: number, text: string}>} */
export const get = ( address, headers, limit ) =>
	new Promise( ( done, refuse ) => {
		const asked = request( address, { headers, timeout: limit }, ( response ) => {
			let text = '';
			response.setEncoding( 'utf8' );
			response.on( 'data', ( chunk ) => ( text += chunk ) );
			response.on( 'end', () => done( { status: response.statusCode, text } ) );
			response.on( 'error', refuse );
		} );
		asked.on( 'timeout', () =>
			asked.destroy(
				new Refusal(
					`No answer within ${ limit / 1000 } s from ${ new URL( address ).pathname }.`
				)
			)
		);
		asked.on( 'error', ( error ) =>
			refuse(
				error instanceof Refusal
					? error
					: new Refusal( `The site could not be reached: ${ error.message }.` )
			)
		);
	} );
