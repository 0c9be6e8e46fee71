import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { AmountField, NumberField } from '../../components/fields';
import { Panel } from '../../components/panel';
import { errorOf } from '../../data/field-errors';
import type { LimitsDraft } from './limits-draft';
import type { SectionProps } from './section';

type Field = {
	name: string;
	of: Exclude< keyof LimitsDraft, 'fourEyes' >;
	label: string;
	help?: string;
	isAmount?: true;
	min?: number;
};

const fields = ( currency: string ): Field[] => [
	{ name: 'part_ways_a_day', of: 'partings', label: __( 'Partings a day', 'amicable' ), min: 1 },
	{
		name: 'part_ways_sum',
		of: 'partingSum',
		label: sprintf(
			/* translators: %s: currency code. */
			__( 'Partings of a day may pay back, in %s', 'amicable' ),
			currency
		),
		isAmount: true,
	},
	{
		name: 'part_ways_percent',
		of: 'partingPercent',
		label: __( 'Or this percentage of the last 30 days’ revenue', 'amicable' ),
		help: __( 'Whichever is more. Tax and shipping do not count as revenue.', 'amicable' ),
	},
	{
		name: 'part_ways_delay_minutes',
		of: 'partingDelay',
		label: __( 'Minutes a parting waits after its approval', 'amicable' ),
		help: __( 'Until then anybody who may start one can stop it.', 'amicable' ),
	},
	{ name: 'refunds_a_day', of: 'refunds', label: __( 'Refunds a day', 'amicable' ), min: 1 },
	{
		name: 'refund_delay_minutes',
		of: 'refundDelay',
		label: __( 'Minutes a refund waits after its start', 'amicable' ),
	},
];

/** A brake on the second mistake: the first parting and the first refund of a day always go through. */
export function LimitsSection( { draft, errors, onChange }: SectionProps ) {
	const set = ( change: Partial< LimitsDraft > ) =>
		onChange( { ...draft, limits: { ...draft.limits, ...change } } );
	return (
		<Panel id="amicable-settings-limits" title={ __( 'Limits and waiting', 'amicable' ) }>
			<p>
				{ __(
					'The first parting and the first refund of a day always go through. What comes after them stops here until somebody raises the limit or the day is over.',
					'amicable'
				) }
			</p>
			<div className="amicable-settings__grid">
				{ fields( draft.currency ).map( ( { name, of, isAmount, ...field } ) => {
					const Field = isAmount ? AmountField : NumberField;
					return (
						<Field
							key={ name }
							{ ...field }
							value={ draft.limits[ of ] }
							error={ errorOf( errors, `limits.${ name }` ) }
							onChange={ ( value ) => set( { [ of ]: value } ) }
						/>
					);
				} ) }
			</div>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'Somebody else than who started a parting approves it', 'amicable' ) }
				help={ __( 'Counts where at least two people may approve.', 'amicable' ) }
				checked={ draft.limits.fourEyes }
				onChange={ ( fourEyes ) => set( { fourEyes } ) }
			/>
		</Panel>
	);
}
