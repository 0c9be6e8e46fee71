export type Step = {
	id: string;
	label: string;
	/** What is added or taken away; for a sum, the sum itself. */
	minor: number;
	isSum?: boolean;
};

export type Bar = Step & { from: number; to: number };

/** Where each bar begins and ends: a step continues from the one before, a sum stands on zero. */
export function barsOf( steps: Step[] ): Bar[] {
	let level = 0;
	return steps.map( ( step ) => {
		const from = step.isSum ? 0 : level;
		level = step.isSum ? step.minor : level + step.minor;
		return { ...step, from, to: level };
	} );
}

/** Percent of the width for each amount; zero is always in sight. */
export function scaleOf( bars: Bar[] ): ( minor: number ) => number {
	const ends = bars.flatMap( ( { from, to } ) => [ from, to ] );
	const [ low, high ] = [ Math.min( 0, ...ends ), Math.max( 0, ...ends ) ];
	return ( minor ) => ( high === low ? 0 : ( ( minor - low ) / ( high - low ) ) * 100 );
}
