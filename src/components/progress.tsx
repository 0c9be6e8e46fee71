import { __, sprintf } from '@wordpress/i18n';
import { useId } from '@wordpress/element';
import { formatNumber } from '../format/numbers';

type Props = { label: string; done: number; total: number };

export function Progress( { label, done, total }: Props ) {
	const id = useId();
	return (
		<div className="amicable-progress">
			<span id={ id } className="amicable-progress__label">
				{ label }
			</span>
			<progress
				className="amicable-progress__bar"
				aria-labelledby={ id }
				{ ...( total > 0 && { value: done, max: total } ) }
			/>
			{ total > 0 && (
				<span className="amicable-progress__count amicable-number">
					{ sprintf(
						/* translators: 1: how many are done, 2: how many there are. */
						__( '%1$s of %2$s', 'amicable' ),
						formatNumber( done ),
						formatNumber( total )
					) }
				</span>
			) }
		</div>
	);
}
