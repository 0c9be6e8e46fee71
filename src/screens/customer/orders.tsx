import { Button, CheckboxControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _x, _n, sprintf } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { ListRegion } from '../../components/list-region';
import { MoneyText } from '../../components/money-text';
import { can } from '../../data/boot';
import { useCustomerOrders } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail, CustomerOrder } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { formatList } from '../../format/list';
import { formatNumber } from '../../format/numbers';
import { storeNames } from '../../format/words';
import { navigate } from '../../router/history';

type Chosen = { keys: string[]; toggle: ( key: string ) => void };

const keyOf = ( { ref }: CustomerOrder ) => `${ ref.store }:${ ref.id }`;

/** Whether there can be anything to give back; the plan says the rest. */
const isOpen = ( { paid, money }: CustomerOrder ) => paid && money?.remaining.minor !== 0;

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

const columns = ( { keys, toggle }: Chosen ): Column< CustomerOrder >[] => [
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

function useChosen(): Chosen {
	const [ keys, setKeys ] = useState< string[] >( [] );
	const toggle = ( key: string ) =>
		setKeys( keys.includes( key ) ? keys.filter( ( k ) => k !== key ) : [ ...keys, key ] );
	return { keys, toggle };
}

const Go = ( { customer, keys }: { customer: number; keys: string[] } ) => (
	<div className="amicable-actions">
		<span className="amicable-muted">
			{ keys.length === 0 &&
				__( 'Choose the orders to give back. Nothing happens yet.', 'amicable' ) }
		</span>
		<Button
			__next40pxDefaultSize
			variant="primary"
			disabled={ keys.length === 0 }
			accessibleWhenDisabled
			onClick={ () =>
				navigate( 'run', undefined, {
					customer: String( customer ),
					kind: 'refund',
					orders: keys.join( ',' ),
				} )
			}
		>
			{ keys.length === 0
				? __( 'Refund and end license…', 'amicable' )
				: sprintf(
						/* translators: %s: number of orders. */
						_n(
							'Refund %s order and end license…',
							'Refund %s orders and end licenses…',
							keys.length,
							'amicable'
						),
						formatNumber( keys.length )
					) }
		</Button>
	</div>
);

export function Orders( { customer: { id } }: { customer: CustomerDetail } ) {
	const [ at, setAt ] = useState( 1 );
	const chosen = useChosen();
	const { page, isLoading, error } = useCustomerOrders( id, at );
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<ListRegion
			page={ page }
			isLoading={ isLoading }
			error={ error }
			failed={ __( 'The orders could not be loaded.', 'amicable' ) }
			empty={ __( 'No purchase of theirs is known.', 'amicable' ) }
			at={ at }
			onPage={ setAt }
			onRetry={ () => invalidateResolution( 'getOrders', [ id, at ] ) }
		>
			{ ( orders ) => (
				<>
					<DataTable
						caption={ __( 'Orders', 'amicable' ) }
						isCaptionHidden
						columns={ columns( chosen ) }
						rows={ orders }
						keyOf={ keyOf }
					/>
					{ can( 'amicable_offboard' ) && orders.some( isOpen ) && (
						<Go customer={ id } keys={ chosen.keys } />
					) }
				</>
			) }
		</ListRegion>
	);
}
