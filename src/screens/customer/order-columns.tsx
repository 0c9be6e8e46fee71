import { CheckboxControl } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import type { Column } from '../../components/data-table';
import { MoneyText } from '../../components/money-text';
import { can } from '../../data/boot';
import type { CustomerOrder } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { formatList } from '../../format/list';
import { storeNames } from '../../format/words';
import { OrderMarks } from './order-marks';

export type Chosen = { keys: string[]; toggle: ( key: string ) => void };

export const keyOf = ( { ref }: CustomerOrder ) => `${ ref.store }:${ ref.id }`;

/** Whether there can be anything to give back; the plan says the rest. */
export const isOpen = ( { paid, money }: CustomerOrder ) => paid && money?.remaining.minor !== 0;

const numberOf = ( { number }: CustomerOrder ) =>
	/* translators: %s: number of an order. */
	sprintf( __( 'Order %s', 'amicable' ), number );

function Name( { order }: { order: CustomerOrder } ) {
	const disputed = order.dispute === 'open' || order.dispute === 'lost';
	return (
		<>
			{ order.url ? <a href={ order.url }>{ numberOf( order ) }</a> : numberOf( order ) }
			<br />
			<span className="amicable-muted">
				{ formatList(
					[
						storeNames()[ order.ref.store ],
						order.status,
						order.kind === 'renewal' ? __( 'renewal', 'amicable' ) : '',
						disputed ? __( 'disputed', 'amicable' ) : '',
					].filter( Boolean )
				) }
			</span>
			<OrderMarks order={ order } />
		</>
	);
}

const moneyColumns = (): Column< CustomerOrder >[] => [
	{
		id: 'total',
		label: __( 'Total', 'amicable' ),
		isNumber: true,
		render: ( { money } ) => <MoneyText money={ money?.total } />,
	},
	{
		id: 'refunded',
		label: _x( 'Refunded', 'amount of money', 'amicable' ),
		isNumber: true,
		render: ( { money } ) => <MoneyText money={ money?.refunded } />,
	},
	{
		id: 'fee',
		label: __( 'Gateway fee', 'amicable' ),
		isNumber: true,
		render: ( { money } ) => <MoneyText money={ money?.fee } />,
	},
];

export const columns = ( { keys, toggle }: Chosen ): Column< CustomerOrder >[] => [
	{
		id: 'order',
		label: _x( 'Order', 'a purchase', 'amicable' ),
		render: ( order ) => <Name order={ order } />,
	},
	{
		id: 'at',
		label: _x( 'Ordered', 'date of an order', 'amicable' ),
		render: ( order ) => formatDate( order.created_at ),
	},
	...( can( 'amicable_money' ) ? moneyColumns() : [] ),
	...( can( 'amicable_offboard' )
		? [
				{
					id: 'choose',
					label: __( 'Refund', 'amicable' ),
					render: ( order: CustomerOrder ) =>
						isOpen( order ) ? (
							<CheckboxControl
								__nextHasNoMarginBottom
								aria-label={ sprintf(
									/* translators: %s: number of an order. */
									__( 'Refund order %s', 'amicable' ),
									order.number
								) }
								checked={ keys.includes( keyOf( order ) ) }
								onChange={ () => toggle( keyOf( order ) ) }
							/>
						) : null,
				},
			]
		: [] ),
];
