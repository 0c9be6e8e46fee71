/** So many customers, the next best ones, and what they brought together. */
export type Part = { customers: number; minor: number };

/** After so many customers, the best first, this much. */
export type Point = { customers: number; minor: number };

/** Where the curve is after each part; it begins with nobody and nothing. */
export function pointsOf( parts: Part[] ): Point[] {
	const points: Point[] = [ { customers: 0, minor: 0 } ];
	parts.forEach( ( part ) => {
		const last = points[ points.length - 1 ] ?? { customers: 0, minor: 0 };
		points.push( {
			customers: last.customers + part.customers,
			minor: last.minor + part.minor,
		} );
	} );
	return points;
}

/** What the best so many percent brought, as near as the parts tell: the first point that holds them all. */
export function atShare( points: Point[], percent: number ): Point {
	const all = points.at( -1 )?.customers ?? 0;
	const wanted = Math.max( 1, Math.ceil( ( all * percent ) / 100 ) );
	return points.find( ( { customers } ) => customers >= wanted ) ?? { customers: 0, minor: 0 };
}

/** The line in a box of 100 × 100, zero and the highest point in sight; and where zero is. */
export function pathOf( points: Point[] ): { line: string; zero: number } {
	const all = Math.max( 1, points.at( -1 )?.customers ?? 0 );
	const amounts = points.map( ( { minor } ) => minor );
	const [ low, high ] = [ Math.min( 0, ...amounts ), Math.max( 1, ...amounts ) ];
	const y = ( minor: number ) => 100 - ( ( minor - low ) / ( high - low ) ) * 100;
	const at = points.map(
		( { customers, minor } ) =>
			`${ ( ( customers / all ) * 100 ).toFixed( 2 ) } ${ y( minor ).toFixed( 2 ) }`
	);
	return { line: `M${ at.join( 'L' ) }`, zero: y( 0 ) };
}
