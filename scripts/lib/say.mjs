/** What a person at the terminal reads. */

const tty = process.stdout.isTTY === true;
const paint = ( code ) => ( text ) => ( tty ? `\u001b[${ code }m${ text }\u001b[0m` : text );

export const bold = paint( 1 );
export const red = paint( 31 );
export const green = paint( 32 );
export const yellow = paint( 33 );
export const dim = paint( 2 );

export const seconds = ( ms ) => `${ ( ms / 1000 ).toFixed( 1 ) } s`;

/** A failure that is explained already: the sentence says what happened, `todo` what to do. */
export class Refusal extends Error {
	constructor( message, todo = '' ) {
		super( message );
		this.todo = todo;
	}
}

/** Shows that long work goes on, and how long it took. */
export async function step( title, work, say = console.log ) {
	const begun = Date.now();
	const alive = setInterval(
		() => say( dim( `  … ${ title } (${ seconds( Date.now() - begun ) })` ) ),
		15000
	);
	say( `• ${ title }` );
	try {
		const result = await work();
		const took = Date.now() - begun;
		if ( took > 2000 ) {
			say( dim( `  done in ${ seconds( took ) }` ) );
		}
		return result;
	} finally {
		clearInterval( alive );
	}
}

/** Ends a command-line program with an explained failure, or with the stack of a surprise. */
export function fail( error ) {
	if ( error instanceof Refusal ) {
		console.error( `\n${ red( 'Stopped:' ) } ${ error.message }` );
		if ( error.todo ) {
			console.error( `What to do: ${ error.todo }` );
		}
	} else {
		console.error( error );
	}
	process.exitCode = 1;
}
