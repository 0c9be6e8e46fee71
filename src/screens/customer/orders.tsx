import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { DataTable } from '../../components/data-table';
import { can } from '../../data/boot';
import { useCustomerOrders } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail } from '../../data/customers/schema';
import { formatNumber } from '../../format/numbers';
import { navigate } from '../../router/history';
import { columns, isOpen, keyOf, type Chosen } from './order-columns';
import { TabList } from './tab-list';

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
	const chosen = useChosen();
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<TabList
			customer={ id }
			useList={ useCustomerOrders }
			onRetry={ ( of ) => invalidateResolution( 'getOrders', of ) }
			failed={ __( 'The orders could not be loaded.', 'amicable' ) }
			empty={ __( 'No purchase of theirs is known.', 'amicable' ) }
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
		</TabList>
	);
}
