/** The options of `npm run demo`, also when npm swallowed them (`npm run demo --port=9500`). */

import { parseArgs } from 'node:util';
import { Refusal } from './say.mjs';

export const HELP = `npm run demo -- [options]

Starts WordPress with Amicable and data in it, on this machine only.

  --port=9400                                  where wp-admin answers
  --store=auto|practice|woocommerce|edd        which shop (auto: WooCommerce when it is found, else Practice)
  --reset                                      start over with an empty site
  --help                                       this text

WordPress is looked for in AMICABLE_WP_DIR, the cache folder ($XDG_CACHE_HOME or ~/.cache, then /amicable),
wordpress.org and, on Debian, the distribution's packages. Store plugins: AMICABLE_PLUGINS_DIR, the cache
folder, wordpress.org.`;

const STORES = [ 'auto', 'practice', 'woocommerce', 'edd' ];

const fromNpm = ( name ) => process.env[ `npm_config_${ name }` ];

function parse( args ) {
	try {
		return parseArgs( {
			args,
			options: {
				port: { type: 'string', default: fromNpm( 'port' ) ?? '9400' },
				store: { type: 'string', default: fromNpm( 'store' ) ?? 'auto' },
				reset: { type: 'boolean', default: fromNpm( 'reset' ) === 'true' },
				help: { type: 'boolean', default: false },
			},
		} ).values;
	} catch ( error ) {
		throw new Refusal( error.message, 'npm run demo -- --help' );
	}
}

export function demoOptions( args ) {
	const options = parse( args );
	const port = Number( options.port );
	if ( ! Number.isInteger( port ) || port < 1 || port > 65535 ) {
		throw new Refusal(
			`--port=${ options.port } is no port.`,
			'Give a number from 1024 to 65535.'
		);
	}
	if ( ! STORES.includes( options.store ) ) {
		throw new Refusal(
			`--store=${ options.store } is not known.`,
			`Choose one of ${ STORES.join( ', ' ) }.`
		);
	}
	return { ...options, port };
}
