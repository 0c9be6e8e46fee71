type Props = { lines?: number; height?: number };

/** Takes the room of what is coming, so that nothing jumps; the region around it carries `aria-busy`. */
export const Skeleton = ( { lines = 1, height = 16 }: Props ) => (
	<div className="amicable-skeleton" aria-hidden="true">
		{ Array.from( { length: lines }, ( _, line ) => (
			<span
				key={ line }
				className="amicable-skeleton__line"
				style={ { blockSize: height } }
			/>
		) ) }
	</div>
);
