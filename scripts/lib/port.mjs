/** Ports on this machine. */

import { createServer } from 'node:net';

const listen = ( port ) =>
	new Promise( ( done, refuse ) => {
		const server = createServer();
		server.once( 'error', refuse );
		server.listen( port, '127.0.0.1', () => {
			const { port: taken } = server.address();
			server.close( () => done( taken ) );
		} );
	} );

export const freePort = () => listen( 0 );

export const isFree = async ( port ) => {
	try {
		await listen( port );
		return true;
	} catch ( error ) {
		if ( error.code === 'EADDRINUSE' || error.code === 'EACCES' ) {
			return false;
		}
		throw error;
	}
};
