import { __ } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { Figure, Figures } from '../../components/figure';
import { MoneyList } from '../../components/money-text';
import { Panel } from '../../components/panel';
import { can } from '../../data/boot';
import type { CameBack, Report } from '../../data/reports/schema';
import { formatDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { Link } from '../../router/link';
import { Cut, Who } from './listed';

const dateOf = ( time: string | null ) => ( time ? formatDate( time ) : __( 'no', 'amicable' ) );

const columns = (): Column< CameBack >[] => [
	{
		id: 'customer',
		label: __( 'Customer', 'amicable' ),
		render: ( row ) => <Who { ...row } />,
	},
	{
		id: 'case',
		label: __( 'Recovered', 'amicable' ),
		render: ( { case_id: id, recovered_at: at } ) => (
			<Link to="case" of={ id }>
				{ formatDate( at ) }
			</Link>
		),
	},
	{
		id: 'orders',
		label: __( 'Orders since', 'amicable' ),
		isNumber: true,
		render: ( { orders } ) => formatNumber( orders ),
	},
	...( can( 'amicable_money' )
		? [
				{
					id: 'money',
					label: __( 'Paid since', 'amicable' ),
					isNumber: true,
					render: ( { money }: CameBack ) => <MoneyList amounts={ money ?? [] } />,
				},
			]
		: [] ),
	{
		id: 'bought',
		label: __( 'Last bought', 'amicable' ),
		render: ( { bought_at: at } ) => dateOf( at ),
	},
	{
		id: 'praised',
		label: __( 'Praised us', 'amicable' ),
		render: ( { praised_at: at } ) => dateOf( at ),
	},
];

const Sums = ( { recovered }: { recovered: Report[ 'recovered' ] } ) => (
	<Figures>
		<Figure label={ __( 'Recovered', 'amicable' ) }>
			{ formatNumber( recovered.customers ) }
		</Figure>
		<Figure label={ __( 'Bought again', 'amicable' ) }>
			{ formatNumber( recovered.bought ) }
		</Figure>
		<Figure label={ __( 'Praised us', 'amicable' ) }>
			{ formatNumber( recovered.praised ) }
		</Figure>
		{ recovered.money && (
			<Figure label={ __( 'Paid since', 'amicable' ) }>
				<MoneyList amounts={ recovered.money } />
			</Figure>
		) }
	</Figures>
);

/** What the way out is for: the cases that ended well, and what became of them. */
export const Recovered = ( { recovered }: { recovered: Report[ 'recovered' ] } ) => (
	<Panel
		id="amicable-reports-recovered"
		title={ __( 'Recovered, and what came after', 'amicable' ) }
	>
		{ recovered.customers === 0 ? (
			<p>
				{ __(
					'No case has ended well yet. Whoever stays after a case that was closed as recovered appears here, with what they bought or praised later.',
					'amicable'
				) }
			</p>
		) : (
			<div className="amicable-reports__part">
				<Sums recovered={ recovered } />
				{ recovered.rows.length > 0 ? (
					<DataTable
						caption={ __( 'Who bought again or praised us', 'amicable' ) }
						columns={ columns() }
						rows={ recovered.rows }
						keyOf={ ( { customer_id: id } ) => id }
					/>
				) : (
					<p>{ __( 'Nobody has bought again or praised you since.', 'amicable' ) }</p>
				) }
				<Cut shown={ recovered.rows.length } of={ recovered.came_back } />
				<p className="amicable-muted">
					{ __(
						'Customers whose last case ended as recovered. Renewals count as bought, orders that were paid back in full do not; amounts are less tax, shipping and refunds. Praise is what was read in their messages, which are remembered for twelve months.',
						'amicable'
					) }
				</p>
			</div>
		) }
	</Panel>
);
