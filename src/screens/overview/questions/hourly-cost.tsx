import { TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Badge } from '../../../components/badge';
import type { Setup } from '../../../data/setup/schema';
import { editable, parseMoney } from '../../../format/money';
import { QuestionForm } from './form';

/** Our guess stands there; until somebody says so, every figure made of it wears a "≈". */
export function HourlyCost( { setup }: { setup: Setup } ) {
	const { currency, hourly_cost: guess } = setup;
	const [ typed, setTyped ] = useState( guess ? editable( guess ) : '' );
	const cost = parseMoney( typed, currency );
	const isOurs = guess !== null && typed === editable( guess );
	return (
		<QuestionForm
			question="hourly_cost"
			save={
				isOurs
					? __( 'Yes, about that', 'amicable' )
					: __( 'This is what it costs', 'amicable' )
			}
			answer={ cost && { hourly_cost: cost, hourly_cost_confirmed: true } }
		>
			<div className="amicable-question__line">
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ sprintf(
						/* translators: %s: currency code. */
						__( 'An hour of support, in %s', 'amicable' ),
						currency
					) }
					help={ __(
						'Wage and everything around it. Until you say so, figures made of it are marked ≈.',
						'amicable'
					) }
					inputMode="decimal"
					value={ typed }
					onChange={ setTyped }
				/>
				{ isOurs && <Badge look="watch">{ __( 'our guess', 'amicable' ) }</Badge> }
			</div>
		</QuestionForm>
	);
}
