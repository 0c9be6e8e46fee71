import { CheckboxControl, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Badge } from '../../components/badge';
import { Panel } from '../../components/panel';
import { locale } from '../../data/boot';
import { errorOf } from '../../data/field-errors';
import { AmountField, describe } from '../../components/fields';
import type { SectionProps } from './section';

function currencies( current: string ) {
	const names = new Intl.DisplayNames( [ locale() ], { type: 'currency' } );
	const codes = new Set( [ current, ...Intl.supportedValuesOf( 'currency' ) ] );
	return [ ...codes ].map( ( value ) => ( {
		value,
		label: `${ value } – ${ names.of( value ) }`,
	} ) );
}

/** The first question of all: without an answer there are hours and no money. */
export function CostSection( { draft, errors, onChange }: SectionProps ) {
	return (
		<Panel
			id="amicable-settings-cost"
			title={ __( 'What does support cost you?', 'amicable' ) }
			aside={
				! draft.confirmed && <Badge look="watch">{ __( 'our guess', 'amicable' ) }</Badge>
			}
		>
			<div className="amicable-settings__grid">
				<AmountField
					label={ sprintf(
						/* translators: %s: currency code. */
						__( 'An hour of support, in %s', 'amicable' ),
						draft.currency
					) }
					help={ __(
						'Wage and everything around it. Left empty, only hours are shown.',
						'amicable'
					) }
					value={ draft.hourlyCost }
					error={ errorOf( errors, 'hourly_cost' ) }
					onChange={ ( hourlyCost ) =>
						onChange( { ...draft, hourlyCost, confirmed: hourlyCost.trim() !== '' } )
					}
				/>
				<AmountField
					label={ sprintf(
						/* translators: %s: currency code. */
						__( 'Besides, for each ticket, in %s', 'amicable' ),
						draft.currency
					) }
					help={ __( 'What your help desk charges for a ticket; else 0.', 'amicable' ) }
					value={ draft.ticketCost }
					error={ errorOf( errors, 'ticket_cost' ) }
					onChange={ ( ticketCost ) => onChange( { ...draft, ticketCost } ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Currency of costs', 'amicable' ) }
					{ ...describe(
						__( 'Changing it counts everything anew.', 'amicable' ),
						errorOf( errors, 'base_currency' )
					) }
					value={ draft.currency }
					options={ currencies( draft.currency ) }
					onChange={ ( currency ) => onChange( { ...draft, currency } ) }
				/>
			</div>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'This is what an hour really costs us', 'amicable' ) }
				help={ __( 'Until then every figure made of it wears a “≈”.', 'amicable' ) }
				checked={ draft.confirmed }
				onChange={ ( confirmed ) => onChange( { ...draft, confirmed } ) }
			/>
		</Panel>
	);
}
