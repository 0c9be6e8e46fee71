/** Runs other programs. */

import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { Refusal } from './say.mjs';

/** npm hands its own settings down as variables; a nested npm would warn about those it does not know. */
const clean = ( env ) =>
	Object.fromEntries(
		Object.entries( env ).filter( ( [ name ] ) => ! /^npm_(config|package)_/i.test( name ) )
	);

/** Runs to the end and gives back the exit code and everything printed; never throws for a bad code. */
export function capture( command, args = [], options = {} ) {
	return new Promise( ( done ) => {
		const { env = {}, cwd = root, input, onOutput, timeout } = options;
		const child = spawn( command, args, {
			cwd,
			env: { ...clean( process.env ), ...env },
			stdio: [ input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe' ],
			timeout,
		} );
		let output = '';
		let stdout = '';
		const take = ( chunk, isStdout ) => {
			output += chunk;
			stdout += isStdout ? chunk : '';
			onOutput?.( String( chunk ) );
		};
		child.stdout.on( 'data', ( chunk ) => take( chunk, true ) );
		child.stderr.on( 'data', ( chunk ) => take( chunk, false ) );
		child.on( 'error', ( error ) => done( { code: 127, output: error.message, stdout } ) );
		child.on( 'close', ( code, signal ) =>
			done( { code: code ?? 1, signal, output, stdout } )
		);
		if ( input !== undefined ) {
			child.stdin.end( input );
		}
	} );
}

/** Runs to the end; a bad exit code becomes a Refusal that carries the end of the output. */
export async function must( command, args = [], options = {} ) {
	const result = await capture( command, args, options );
	if ( result.code !== 0 ) {
		const tail = result.output
			.trim()
			.split( '\n' )
			.slice( -( options.tail ?? 25 ) )
			.join( '\n' );
		throw new Refusal(
			`${ command } ${ args.join( ' ' ) } ended with code ${ result.code }.\n${ tail }`,
			options.todo ?? ''
		);
	}
	return result.stdout;
}

export const has = async ( command ) =>
	( await capture( 'sh', [ '-c', 'command -v "$1"', 'sh', command ] ) ).code === 0;

/** Package binaries, without npx and its network. */
export const bin = ( name ) => `${ root }/node_modules/.bin/${ name }`;
