import { pathOf, type Point } from './curve';

/** What customers brought, added up from the best to the last. Its words and its table stand beside it. */
export function ValueCurve( { points }: { points: Point[] } ) {
	const { line, zero } = pathOf( points );
	return (
		<svg
			className="amicable-curve"
			viewBox="0 0 100 100"
			preserveAspectRatio="none"
			aria-hidden="true"
		>
			<line
				className="amicable-curve__zero"
				x1="0"
				x2="100"
				y1={ zero }
				y2={ zero }
				vectorEffect="non-scaling-stroke"
			/>
			<path className="amicable-curve__area" d={ `${ line }V${ zero }H0Z` } />
			<path
				className="amicable-curve__line"
				d={ line }
				fill="none"
				vectorEffect="non-scaling-stroke"
			/>
		</svg>
	);
}
