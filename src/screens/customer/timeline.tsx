import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ListRegion } from '../../components/list-region';
import { MoneyText } from '../../components/money-text';
import { useCustomerTimeline } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail, TimelineEntry } from '../../data/customers/schema';
import { formatDateTime } from '../../format/dates';

const Entry = ( { entry }: { entry: TimelineEntry } ) => (
	<li className="amicable-customer__entry">
		<span className="amicable-muted">
			<time dateTime={ entry.at }>{ formatDateTime( entry.at ) }</time>
			{ entry.who && ` · ${ entry.who }` }
		</span>
		<span>
			{ entry.url ? <a href={ entry.url }>{ entry.title }</a> : entry.title }{ ' ' }
			{ entry.amount && <MoneyText money={ entry.amount } /> }
		</span>
		{ entry.text && <span className="amicable-muted">{ entry.text }</span> }
	</li>
);

export function Timeline( { customer: { id } }: { customer: CustomerDetail } ) {
	const [ at, setAt ] = useState( 1 );
	const { page, isLoading, error } = useCustomerTimeline( id, at );
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<ListRegion
			page={ page }
			isLoading={ isLoading }
			error={ error }
			failed={ __( 'The timeline could not be loaded.', 'amicable' ) }
			empty={ __( 'Nothing has happened yet.', 'amicable' ) }
			at={ at }
			onPage={ setAt }
			onRetry={ () => invalidateResolution( 'getTimeline', [ id, at ] ) }
		>
			{ ( entries ) => (
				<ol className="amicable-customer__entries">
					{ entries.map( ( entry ) => (
						<Entry key={ entry.id } entry={ entry } />
					) ) }
				</ol>
			) }
		</ListRegion>
	);
}
