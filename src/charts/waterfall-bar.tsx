import type { Bar } from './waterfall';

type Props = { bar: Bar; at: ( minor: number ) => number };

const look = ( { isSum, minor }: Bar ) => {
	const side = minor < 0 ? 'less' : 'more';
	return isSum ? `sum-${ side }` : side;
};

/** One line of the waterfall, drawn beside its words and its amount: the table is the chart. */
export function WaterfallBar( { bar, at }: Props ) {
	const [ start, end ] = [ at( bar.from ), at( bar.to ) ].sort( ( a, b ) => a - b );
	const [ x = 0, until = 0 ] = [ start, end ];
	return (
		<svg
			className="amicable-waterfall__bar"
			viewBox="0 0 100 16"
			preserveAspectRatio="none"
			aria-hidden="true"
		>
			<line
				className="amicable-waterfall__zero"
				x1={ at( 0 ) }
				x2={ at( 0 ) }
				y1="0"
				y2="16"
				vectorEffect="non-scaling-stroke"
			/>
			<rect
				className={ `amicable-waterfall__step amicable-waterfall__step--${ look( bar ) }` }
				x={ x }
				y="2"
				width={ Math.max( until - x, bar.minor === 0 ? 0 : 0.5 ) }
				height="12"
			/>
		</svg>
	);
}
