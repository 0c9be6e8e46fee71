import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import { useAct } from '../../components/use-act';
import { useServices } from '../../data/services/hooks';
import type { ServiceList } from '../../data/services/schema';
import { servicesStore } from '../../data/services/store';
import { formatNumber } from '../../format/numbers';
import { storeNames } from '../../format/words';
import { ServiceForm } from './service-form';

type Service = ServiceList[ 'services' ][ number ];

const columns = ( onRemove: ( id: number ) => void, isBusy: boolean ): Column< Service >[] => [
	{ id: 'name', label: __( 'Service', 'amicable' ), render: ( { name } ) => name },
	{
		id: 'what',
		label: __( 'Kind', 'amicable' ),
		render: ( { what } ) =>
			what === 'product'
				? __( 'One product', 'amicable' )
				: __( 'A whole category', 'amicable' ),
	},
	{
		id: 'store',
		label: __( 'Store', 'amicable' ),
		render: ( { store } ) => storeNames()[ store ],
	},
	{
		id: 'days',
		label: __( 'Days for fetching data', 'amicable' ),
		isNumber: true,
		render: ( { days } ) => formatNumber( days ),
	},
	{
		id: 'remove',
		label: __( 'Remove', 'amicable' ),
		render: ( { id } ) => (
			<Button
				variant="link"
				isDestructive
				disabled={ isBusy }
				onClick={ () => onRemove( id ) }
			>
				{ __( 'No service any more', 'amicable' ) }
			</Button>
		),
	},
];

/** What is a service and not a product: its data can be fetched for some days after the end. */
export function ServicesSection() {
	const { list, error, isLoading } = useServices();
	const { invalidateResolution, remove } = useDispatch( servicesStore );
	const { act, isBusy, error: failed } = useAct();
	return (
		<Panel id="amicable-settings-services" title={ __( 'Services', 'amicable' ) }>
			<p>
				{ __(
					'Everything is a product unless you say here that it is a service. After parting ways the data of a service can be fetched for some days; the customer is told 14 and 3 days before they go, and on the day.',
					'amicable'
				) }
			</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The services could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getList', [] ) }
				/>
			) }
			{ ! list && isLoading && <Skeleton lines={ 3 } /> }
			{ list && list.services.length > 0 && (
				<DataTable
					caption={ __( 'Services', 'amicable' ) }
					isCaptionHidden
					columns={ columns( ( id ) => act( () => remove( id ) ), isBusy ) }
					rows={ list.services }
					keyOf={ ( { id } ) => id }
				/>
			) }
			{ Boolean( failed ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ failed } />
			) }
			{ list && list.stores.length > 0 && <ServiceForm stores={ list.stores } /> }
		</Panel>
	);
}
