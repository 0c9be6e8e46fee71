import { useDispatch } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { ReplyLock } from '../../components/reply-lock';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { ApiError } from '../../data/api';
import { orderRef, type OrderRef } from '../../data/common';
import { useCustomer } from '../../data/customers/hooks';
import type { CustomerDetail } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';
import { history, hrefOf, type Params } from '../../router/history';
import { Link } from '../../router/link';
import type { ScreenProps } from '../../screens';
import { Actions } from './actions';
import { Economics } from './economics';
import { Flags } from './flags';
import { Holdings } from './holdings';
import { MergedList } from './merged';
import { nameOf } from '../../format/customer-name';
import { Rhythm } from './rhythm';
import { Tabs } from './tabs';
import { Who } from './who';

function Content( { customer, tab }: { customer: CustomerDetail; tab: string | undefined } ) {
	return (
		<>
			<Who customer={ customer } />
			{ customer.lock && <ReplyLock customer={ customer.id } /> }
			{ customer.merged.length > 0 && <MergedList customer={ customer } /> }
			<Flags customer={ customer } />
			<div className="amicable-customer__columns">
				<Economics customer={ customer } />
				<div className="amicable-customer__side">
					<Rhythm customer={ customer } />
					<Holdings customer={ customer } />
				</div>
			</div>
			<Tabs customer={ customer } tab={ tab } />
		</>
	);
}

const NotFound = () => (
	<EmptyState
		title={ __( 'No such customer', 'amicable' ) }
		actions={ <Link to="customers">{ __( 'All customers', 'amicable' ) }</Link> }
	>
		<p>{ __( 'They may have been erased, or belong to the other mode.', 'amicable' ) }</p>
	</EmptyState>
);

/** Merged customers answer from the page of whom they became. */
function useMove( to: number | undefined ) {
	useEffect( () => {
		if ( to !== undefined ) {
			history.replace( hrefOf( 'customer', to ) );
		}
	}, [ to ] );
}

/** The order from whose screen somebody came: a case opened from there is about it. */
function orderOf( { order }: Params ): OrderRef | undefined {
	const [ store, number ] = ( order ?? '' ).split( ':' );
	return orderRef.safeParse( { store, id: Number( number ) } ).data;
}

function Known( { id, params }: { id: number; params: Params } ) {
	const { customer, error, isLoading } = useCustomer( id );
	const { invalidateResolution } = useDispatch( customersStore );
	const moved = customer && 'moved_to' in customer ? customer.moved_to : undefined;
	const shown = customer && 'id' in customer ? customer : undefined;
	useMove( moved );

	if ( error instanceof ApiError && error.status === 404 ) {
		return <NotFound />;
	}
	return (
		<section
			className="amicable-screen amicable-customer"
			aria-labelledby="amicable-customer"
			aria-busy={ isLoading }
		>
			<ScreenTitle
				id="amicable-customer"
				title={ shown ? nameOf( shown ) : __( 'Customer', 'amicable' ) }
			>
				{ shown && <Actions customer={ shown } order={ orderOf( params ) } /> }
			</ScreenTitle>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The customer could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getCustomer', [ id ] ) }
				/>
			) }
			{ shown && <Content customer={ shown } tab={ params.tab } /> }
			{ ! shown && isLoading && <Skeleton lines={ 9 } height={ 28 } /> }
		</section>
	);
}

export const CustomerScreen = ( { id, params }: ScreenProps ) =>
	id === undefined ? <NotFound /> : <Known id={ id } params={ params } />;
