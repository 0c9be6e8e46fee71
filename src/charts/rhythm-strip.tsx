import type { Day } from './rhythm';

type Props = { days: Day[]; lines: { id: string; value: number }[] };

const HEIGHT = 72;

/** A strip of tickets over time with the lines that a pattern begins at. Its words and its table stand beside it. */
export function RhythmStrip( { days, lines }: Props ) {
	const counts = days.map( ( { count } ) => count );
	const high = Math.max( 4, ...counts, ...lines.map( ( { value } ) => value ) ) * 1.1;
	const y = ( count: number ) => HEIGHT - ( count / high ) * HEIGHT;
	const steps = counts.map( ( count, day ) => `L${ day } ${ y( count ) }H${ day + 1 }` );
	return (
		<svg
			className="amicable-rhythm__strip"
			viewBox={ `0 0 ${ days.length } ${ HEIGHT }` }
			preserveAspectRatio="none"
			aria-hidden="true"
		>
			<path
				className="amicable-rhythm__area"
				d={ `M0 ${ HEIGHT }${ steps.join( '' ) }V${ HEIGHT }Z` }
			/>
			{ lines.map( ( { id, value } ) => (
				<line
					key={ id }
					className={ `amicable-rhythm__line amicable-rhythm__line--${ id }` }
					x1="0"
					x2={ days.length }
					y1={ y( value ) }
					y2={ y( value ) }
					vectorEffect="non-scaling-stroke"
				/>
			) ) }
		</svg>
	);
}
