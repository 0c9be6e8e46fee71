import { __, _n, sprintf } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { MoneyList } from '../../components/money-text';
import { Panel } from '../../components/panel';
import { can } from '../../data/boot';
import type { ConcessionMonth, Report } from '../../data/reports/schema';
import { formatMonth } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { Link } from '../../router/link';
import { upToTheFirst } from './months';

const money = ( id: 'cost' | 'after_threat', label: string ): Column< ConcessionMonth >[] =>
	can( 'amicable_money' )
		? [
				{
					id: `money_${ id }`,
					label,
					isNumber: true,
					render: ( month ) => <MoneyList amounts={ month.money?.[ id ] ?? [] } />,
				},
			]
		: [];

const number = (
	id: 'given' | 'used' | 'after_threat',
	label: string
): Column< ConcessionMonth > => ( {
	id,
	label,
	isNumber: true,
	render: ( month ) => formatNumber( month[ id ] ),
} );

const columns = (): Column< ConcessionMonth >[] => [
	{
		id: 'month',
		label: __( 'Month', 'amicable' ),
		render: ( { month } ) => formatMonth( month ),
	},
	number( 'given', __( 'Given', 'amicable' ) ),
	number( 'used', __( 'Used so far', 'amicable' ) ),
	...money( 'cost', __( 'Cost so far', 'amicable' ) ),
	number( 'after_threat', __( 'Given after a threat', 'amicable' ) ),
	...money( 'after_threat', __( 'Cost of those', 'amicable' ) ),
];

/** What nobody has judged is in no column: read by a machine is not confirmed. */
function Unjudged( { months }: { months: ConcessionMonth[] } ) {
	const unjudged = months.reduce( ( sum, month ) => sum + month.unjudged, 0 );
	if ( unjudged === 0 ) {
		return null;
	}
	return (
		<p>
			{ sprintf(
				/* translators: %s: number. */
				_n(
					'%s more was given after words that read like a threat and that nobody has judged yet.',
					'%s more were given after words that read like a threat and that nobody has judged yet.',
					unjudged,
					'amicable'
				),
				formatNumber( unjudged )
			) }{ ' ' }
			<Link to="review">{ __( 'Look at what waits for review', 'amicable' ) }</Link>
		</p>
	);
}

const Definition = ( { days }: { days: number } ) => (
	<p className="amicable-muted">
		{ sprintf(
			/* translators: %s: number of days. */
			_n(
				'“After a threat” means: in the %s day before, that customer wrote something that ties a threat to a demand, and one of you confirmed it. Being given after a threat does not mean being given because of it. Announcing a lawyer or using a right is no threat.',
				'“After a threat” means: in the %s days before, that customer wrote something that ties a threat to a demand, and one of you confirmed it. Being given after a threat does not mean being given because of it. Announcing a lawyer or using a right is no threat.',
				days,
				'amicable'
			),
			formatNumber( days )
		) }
	</p>
);

export function Concessions( { report }: { report: Report } ) {
	const months = upToTheFirst( report.concessions, ( { given } ) => given > 0 );
	return (
		<Panel
			id="amicable-reports-concessions"
			title={ __( 'Concessions of the last twelve months', 'amicable' ) }
		>
			{ months.length === 0 ? (
				<p>
					{ __(
						'Nothing was given in the last twelve months. Gift codes, free products and exchanges appear here once they are booked to a customer.',
						'amicable'
					) }
				</p>
			) : (
				<>
					<p>
						{ __(
							'Gift codes, free products, exchanges and whatever else was booked to customers as goodwill. It costs something once it is used.',
							'amicable'
						) }
					</p>
					<DataTable
						caption={ __( 'Concessions by month', 'amicable' ) }
						isCaptionHidden
						columns={ columns() }
						rows={ months }
						keyOf={ ( { month } ) => month }
					/>
					<Unjudged months={ months } />
					<Definition days={ report.threat_days } />
				</>
			) }
		</Panel>
	);
}
