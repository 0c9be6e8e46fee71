import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { AmountField, NumberField } from '../../../components/fields';
import { Panel } from '../../../components/panel';
import { errorOf } from '../../../data/field-errors';
import { highValueInput } from '../../../data/settings/high-value';
import { highValueFrom } from '../draft';
import type { SectionProps } from '../section';
import type { HighValueDraft } from './draft';
import { Trial } from './trial';

const ways = () => [
	{ value: 'percentile', label: __( 'They paid more than nearly everybody else', 'amicable' ) },
	{ value: 'sum', label: __( 'They paid a sum that you name', 'amicable' ) },
	{ value: 'profit', label: __( 'They are still profitable after support', 'amicable' ) },
];

type FieldsProps = SectionProps & { set: ( change: Partial< HighValueDraft > ) => void };

const Others = ( { draft, errors, set }: FieldsProps ) => (
	<>
		<NumberField
			label={ __( 'The best so many percent', 'amicable' ) }
			help={ __( 'Of those who paid something in the last 24 months.', 'amicable' ) }
			min={ 1 }
			max={ 50 }
			value={ draft.highValue.percent }
			error={ errorOf( errors, 'high_value.percent' ) }
			onChange={ ( percent ) => set( { percent } ) }
		/>
		<NumberField
			label={ __( 'And at least so many times the middle', 'amicable' ) }
			help={ __(
				'Times what the customer in the middle paid: where all pay the same, nobody stands out.',
				'amicable'
			) }
			max={ 100 }
			value={ draft.highValue.timesMedian }
			error={ errorOf( errors, 'high_value.times_median' ) }
			onChange={ ( timesMedian ) => set( { timesMedian } ) }
		/>
	</>
);

const Sum = ( { draft, errors, set }: FieldsProps ) => (
	<AmountField
		label={ sprintf(
			/* translators: %s: currency code. */
			__( 'Paid altogether at least, in %s', 'amicable' ),
			draft.currency
		) }
		help={ __( 'Without tax, and less what was paid back.', 'amicable' ) }
		value={ draft.highValue.sum }
		error={ errorOf( errors, 'high_value.sum' ) }
		onChange={ ( sum ) => set( { sum } ) }
	/>
);

const Profit = ( { draft, errors, set }: FieldsProps ) => (
	<AmountField
		label={ sprintf(
			/* translators: %s: currency code. */
			__( 'Left after fees and support at least, in %s', 'amicable' ),
			draft.currency
		) }
		help={ __( 'Nobody has high value whose support cost is not known.', 'amicable' ) }
		value={ draft.highValue.profit }
		error={ errorOf( errors, 'high_value.profit' ) }
		onChange={ ( profit ) => set( { profit } ) }
	/>
);

const FIELDS = { percentile: Others, sum: Sum, profit: Profit };

/** To whom to be generous: a mark that comes and goes by itself, and never accuses. */
export function HighValueSection( { draft, errors, onChange }: SectionProps ) {
	const set = ( change: Partial< HighValueDraft > ) =>
		onChange( { ...draft, highValue: { ...draft.highValue, ...change } } );
	const Fields = FIELDS[ draft.highValue.by ];
	return (
		<Panel id="amicable-settings-high-value" title={ __( 'Who has high value?', 'amicable' ) }>
			<div className="amicable-settings__grid">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'High value means', 'amicable' ) }
					value={ draft.highValue.by }
					options={ ways() }
					onChange={ ( by: string ) =>
						set( { by: highValueInput.shape.by.parse( by ) } )
					}
				/>
				<Fields draft={ draft } errors={ errors } onChange={ onChange } set={ set } />
				<NumberField
					label={ __( 'It ends below so many percent of that', 'amicable' ) }
					help={ __(
						'So that nobody goes back and forth with every order.',
						'amicable'
					) }
					min={ 1 }
					max={ 100 }
					value={ draft.highValue.kept }
					error={ errorOf( errors, 'high_value.kept_percent' ) }
					onChange={ ( kept ) => set( { kept } ) }
				/>
			</div>
			<Trial rule={ highValueFrom( draft ) } />
		</Panel>
	);
}
