/** `npm run demo`: from a fresh clone to a running wp-admin with Amicable in it. */

import { setTimeout as wait } from 'node:timers/promises';
import { needBuild } from './lib/build.mjs';
import { startDemo } from './lib/demo.mjs';
import { demoOptions, HELP } from './lib/demo-options.mjs';
import { needNode, needNodePackages } from './lib/dependencies.mjs';
import { isFree } from './lib/port.mjs';
import { bold, fail, Refusal, seconds } from './lib/say.mjs';

const begun = Date.now();

async function needPort( port ) {
	if ( ! ( await isFree( port ) ) ) {
		throw new Refusal(
			`Port ${ port } is taken: perhaps by another demo.`,
			'Stop that, or choose another: npm run demo -- --port=9500'
		);
	}
}

function announce( { url, link, password } ) {
	console.log( `
${ bold( 'Amicable is running.' ) } (${ seconds( Date.now() - begun ) })

  Log in (once, within the hour):  ${ link }
  Site:                            ${ url }/wp-admin/
  Later:                           user admin, password ${ password }

Ctrl+C stops it. The site is kept; --reset starts over.` );
}

/** Ctrl+C before the demo runs ends at once; afterwards it stops the server and waits for it. */
function stopOnSignal( demo ) {
	return new Promise( ( done ) => {
		let ending = false;
		// npm hands the signal on a second time; only the first one counts.
		const end = async () => {
			if ( ending ) {
				return;
			}
			ending = true;
			console.log( '\nStopping …' );
			await demo.stop();
			console.log( 'Stopped.' );
			done();
		};
		[ 'SIGINT', 'SIGTERM', 'SIGHUP' ].forEach( ( signal ) => {
			process.removeAllListeners( signal );
			process.on( signal, end );
		} );
	} );
}

async function main() {
	const options = demoOptions( process.argv.slice( 2 ) );
	if ( options.help ) {
		console.log( HELP );
		return;
	}
	[ 'SIGINT', 'SIGTERM', 'SIGHUP' ].forEach( ( signal ) =>
		process.once( signal, () => process.exit( 130 ) )
	);
	needNode();
	await needPort( options.port );
	await needNodePackages();
	await needBuild();
	const demo = await startDemo( options );
	announce( demo );
	const asked = stopOnSignal( demo );
	await demo.ended;
	if ( ( await Promise.race( [ asked, wait( 500, 'by itself' ) ] ) ) === 'by itself' ) {
		throw new Refusal(
			`The server ended by itself.\n${ demo.output().slice( -2000 ) }`,
			'Start the demo again.'
		);
	}
}

main()
	.catch( fail )
	.finally( () => process.exit() );
