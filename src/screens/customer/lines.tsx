import { __, _x } from '@wordpress/i18n';
import { DataTable } from '../../components/data-table';
import { Figure, Figures } from '../../components/figure';
import { MoneyText } from '../../components/money-text';
import type { CustomerDetail, RowMoney } from '../../data/customers/schema';
import { formatNumber } from '../../format/numbers';

/** Where something is unknown nothing is summed up: each currency stands for itself. */
export const Lines = ( { customer, money }: { customer: CustomerDetail; money: RowMoney } ) => (
	<>
		<Figures>
			<Figure label={ __( 'Support cost', 'amicable' ) }>
				<MoneyText
					money={ money.support_cost }
					approximate={ money.approximate }
					atLeast={ money.at_least }
				/>
			</Figure>
			<Figure label={ __( 'Margin', 'amicable' ) }>
				<MoneyText
					money={ money.margin }
					approximate={ money.approximate }
					atMost={ money.at_least }
				/>
			</Figure>
		</Figures>
		<DataTable
			caption={ __( 'By currency', 'amicable' ) }
			rows={ customer.lines ?? [] }
			keyOf={ ( { currency } ) => currency }
			columns={ [
				{
					id: 'currency',
					label: __( 'Currency', 'amicable' ),
					render: ( { currency } ) => currency,
				},
				{
					id: 'orders',
					label: __( 'Orders', 'amicable' ),
					isNumber: true,
					render: ( { orders } ) => formatNumber( orders ),
				},
				{
					id: 'gross',
					label: _x( 'Ordered', 'amount of money', 'amicable' ),
					isNumber: true,
					render: ( { gross } ) => <MoneyText money={ gross } />,
				},
				{
					id: 'refunded',
					label: __( 'Refunds', 'amicable' ),
					isNumber: true,
					render: ( { refunded } ) => <MoneyText money={ refunded } />,
				},
				{
					id: 'fees',
					label: __( 'Gateway fees', 'amicable' ),
					isNumber: true,
					render: ( { fees } ) => <MoneyText money={ fees } />,
				},
			] }
		/>
	</>
);
