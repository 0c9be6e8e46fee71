/** The server counts places in code points, the browser in UTF-16 units: an emoji is one there and two here. */
export const unitsAt = ( text: string, points: number ) =>
	Array.from( text ).slice( 0, points ).join( '' ).length;

type Place = { start: number; end: number };

/** The same place in units of the browser. */
export const placeIn = ( text: string, { start, end }: Place ): Place => ( {
	start: unitsAt( text, start ),
	end: unitsAt( text, end ),
} );

const commonStart = ( before: string[], now: string[] ) => {
	const at = before.findIndex( ( point, index ) => point !== now[ index ] );
	return at === -1 ? before.length : at;
};

const commonEnd = ( before: string[], now: string[], start: number ) => {
	const most = Math.min( before.length, now.length ) - start;
	let length = 0;
	while (
		length < most &&
		before[ before.length - 1 - length ] === now[ now.length - 1 - length ]
	) {
		length++;
	}
	return length;
};

/**
 * What was said about an earlier state of the text, for the text as it is now: places before and after the changed part
 * move along, those inside it are no longer known.
 */
export function carried< T extends Place >( places: T[], before: string, now: string ): T[] {
	if ( before === now ) {
		return places;
	}
	const [ old, fresh ] = [ Array.from( before ), Array.from( now ) ];
	const start = commonStart( old, fresh );
	const end = old.length - commonEnd( old, fresh, start );
	const moved = fresh.length - old.length;
	return places.flatMap( ( place ) => {
		if ( place.end <= start ) {
			return [ place ];
		}
		return place.start >= end
			? [ { ...place, start: place.start + moved, end: place.end + moved } ]
			: [];
	} );
}

export type Stretch< T > = { text: string; of: T | undefined };

/** The text cut at the places, in order; of two that overlap the first is shown. */
export function stretches< T extends Place >( text: string, places: T[] ): Stretch< T >[] {
	const points = Array.from( text );
	const cut = ( from: number, to?: number ) => points.slice( from, to ).join( '' );
	const parts: Stretch< T >[] = [];
	let at = 0;
	for ( const place of [ ...places ].sort( ( a, b ) => a.start - b.start ) ) {
		if ( place.start >= at && place.end > place.start ) {
			parts.push( { text: cut( at, place.start ), of: undefined } );
			parts.push( { text: cut( place.start, place.end ), of: place } );
			at = place.end;
		}
	}
	return [ ...parts, { text: cut( at ), of: undefined } ].filter( ( { text: words } ) => words );
}
