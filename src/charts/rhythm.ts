const DAY = 86_400_000;

export type Day = { at: number; count: number };

/** For each of the last `days` days, how many new tickets came in the 14 × 24 hours before its end. */
export function rhythmOf( times: string[], now: number, days = 182, window = 14 ): Day[] {
	const moments = times.map( ( time ) => Date.parse( time ) );
	return Array.from( { length: days }, ( _, back ) => {
		const at = now - ( days - 1 - back ) * DAY;
		const count = moments.filter( ( moment ) => moment <= at && moment > at - window * DAY );
		return { at, count: count.length };
	} );
}

export type Month = { month: string; count: number };

/** The same for a table: new tickets by calendar month, newest first. */
export function monthsOf( times: string[] ): Month[] {
	const counts = new Map< string, number >();
	times.forEach( ( time ) => {
		const month = time.slice( 0, 7 );
		counts.set( month, ( counts.get( month ) ?? 0 ) + 1 );
	} );
	return [ ...counts ]
		.map( ( [ month, count ] ) => ( { month, count } ) )
		.sort( ( a, b ) => b.month.localeCompare( a.month ) );
}
