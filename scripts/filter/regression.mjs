/* eslint-disable no-bitwise -- the generator of random numbers is made of bits */
/**
 * Logistic regression with L2 penalty on texts as sets of features, by dual coordinate descent
 * (H.-F. Yu, F.-L. Huang and C.-J. Lin, 2011): small, exact enough, and the same on every run.
 */

const PENALTY = 64;
const POSITIVE = 2;
const ROUNDS = 16;
const SEED = 7;

/** From so much on, as a logarithm of texts for each that has it, something is rare. */
const RARE = 9;

/** What is far out may be cut off: one weight in two thousand. */
const KEPT = 0.9995;

function shuffler() {
	let seed = SEED;
	const random = () => {
		seed = ( Math.imul( seed, 1103515245 ) + 12345 ) >>> 0;
		return seed / 4294967296;
	};
	return ( order ) => {
		for ( let at = order.length - 1; at > 0; at-- ) {
			const other = Math.floor( random() * ( at + 1 ) );
			[ order[ at ], order[ other ] ] = [ order[ other ], order[ at ] ];
		}
		return order;
	};
}

/** A step that would leave the range goes nine tenths of the way to its end. */
function within( next, now, most ) {
	if ( next <= 0 ) {
		return now * 0.1;
	}
	return next >= most ? most - ( most - now ) * 0.1 : next;
}

/** The best share of one text, between 0 and `most`, by Newton's steps. */
function share( old, most, margin ) {
	let now = old;
	for ( let step = 0; step < 8; step++ ) {
		const slope = now - old + margin + Math.log( now / ( most - now ) );
		const next = now - slope / ( 1 + most / ( now * ( most - now ) ) );
		const inside = within( next, now, most );
		if ( Math.abs( inside - now ) < 1e-6 * most ) {
			return inside;
		}
		now = inside;
	}
	return now;
}

/** How much less what stands in every second text is worth than what is rare: "will" stands in threats and in ordinary questions. */
function rarity( texts, buckets ) {
	const counts = new Uint32Array( buckets );
	for ( const text of texts ) {
		for ( const feature of new Set( text ) ) {
			counts[ feature ]++;
		}
	}
	return Float64Array.from( counts, ( count ) =>
		Math.min( 1, Math.log( texts.length / ( count + 1 ) ) / RARE )
	);
}

/**
 * @param {Uint32Array[]} texts
 * @param {boolean[]}     said    Whether each says it.
 * @param {number}        buckets
 */
export function fit( texts, said, buckets ) {
	const weights = new Float64Array( buckets );
	let bias = 0;
	const worth = rarity( texts, buckets );
	const norms = texts.map( ( text ) => 1 / Math.sqrt( text.length + 1 ) );
	const shares = new Float64Array( texts.length );
	const most = said.map( ( yes ) => PENALTY * ( yes ? POSITIVE : 1 ) );
	const add = ( at, amount ) => {
		const step = ( said[ at ] ? amount : -amount ) * norms[ at ];
		shares[ at ] += amount;
		for ( const feature of texts[ at ] ) {
			weights[ feature ] += step * worth[ feature ] ** 2;
		}
		bias += step;
	};
	texts.forEach( ( _, at ) => add( at, 1e-8 ) );
	const shuffled = shuffler();
	const order = [ ...texts.keys() ];
	for ( let round = 0; round < ROUNDS; round++ ) {
		for ( const at of shuffled( order ) ) {
			let sum = bias;
			for ( const feature of texts[ at ] ) {
				sum += weights[ feature ];
			}
			const margin = sum * norms[ at ] * ( said[ at ] ? 1 : -1 );
			add( at, share( shares[ at ], most[ at ], margin ) - shares[ at ] );
		}
	}
	return { weights, bias };
}

/** Whole numbers from -127 to 127 and what one of them is worth. */
export function rounded( { weights, bias } ) {
	const sizes = [ ...weights ]
		.filter( Boolean )
		.map( Math.abs )
		.sort( ( a, b ) => a - b );
	const scale = ( sizes[ Math.floor( sizes.length * KEPT ) ] ?? 1 ) / 127;
	const whole = Int8Array.from( weights, ( weight ) =>
		Math.max( -127, Math.min( 127, Math.round( weight / scale ) ) )
	);
	return { weights: whole, bias, scale };
}

export function score( { weights, bias, scale }, text ) {
	let sum = 0;
	for ( const feature of text ) {
		sum += weights[ feature ];
	}
	return ( bias + sum * scale ) / Math.sqrt( text.length + 1 );
}
