/** A fresh Idempotency-Key; `crypto.randomUUID` is missing on sites without https. */
export const newKey = () =>
	Array.from( window.crypto.getRandomValues( new Uint8Array( 16 ) ), ( byte ) =>
		byte.toString( 16 ).padStart( 2, '0' )
	).join( '' );
