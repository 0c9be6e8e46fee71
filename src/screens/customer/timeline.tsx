import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { MoneyText } from '../../components/money-text';
import { useCustomerTimeline } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail, TimelineEntry } from '../../data/customers/schema';
import { formatDateTime } from '../../format/dates';
import { TabList } from './tab-list';

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
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<TabList
			customer={ id }
			useList={ useCustomerTimeline }
			onRetry={ ( of ) => invalidateResolution( 'getTimeline', of ) }
			failed={ __( 'The timeline could not be loaded.', 'amicable' ) }
			empty={ __( 'Nothing has happened yet.', 'amicable' ) }
		>
			{ ( entries ) => (
				<ol className="amicable-customer__entries">
					{ entries.map( ( entry ) => (
						<Entry key={ entry.id } entry={ entry } />
					) ) }
				</ol>
			) }
		</TabList>
	);
}
