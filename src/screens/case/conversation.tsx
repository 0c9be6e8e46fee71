import { __ } from '@wordpress/i18n';
import { useDispatch } from '@wordpress/data';
import { ListRegion } from '../../components/list-region';
import { Panel } from '../../components/panel';
import { useState } from '@wordpress/element';
import { useCustomerTimeline } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { TimelineEntry } from '../../data/customers/schema';
import { formatDateTime } from '../../format/dates';

const Entry = ( { entry }: { entry: TimelineEntry } ) => (
	<li className="amicable-case__happened">
		<span className="amicable-muted">
			<time dateTime={ entry.at }>{ formatDateTime( entry.at ) }</time>
			{ entry.who && ` · ${ entry.who }` }
		</span>
		<span>{ entry.url ? <a href={ entry.url }>{ entry.title }</a> : entry.title }</span>
		{ entry.text && <span className="amicable-muted">{ entry.text }</span> }
	</li>
);

/** What was between the shop and this customer, newest first, beside the step at hand. */
export function Conversation( { customer }: { customer: number } ) {
	const [ at, setAt ] = useState( 1 );
	const { page, isLoading, error } = useCustomerTimeline( customer, at );
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<Panel
			id="amicable-case-conversation"
			title={ __( 'What has happened so far', 'amicable' ) }
			isBusy={ isLoading }
		>
			<ListRegion
				page={ page }
				isLoading={ isLoading }
				error={ error }
				failed={ __( 'What has happened could not be loaded.', 'amicable' ) }
				empty={ __( 'Nothing has happened yet.', 'amicable' ) }
				at={ at }
				onPage={ setAt }
				onRetry={ () => invalidateResolution( 'getTimeline', [ customer, at ] ) }
			>
				{ ( entries ) => (
					<ol className="amicable-case__happenings">
						{ entries.map( ( entry ) => (
							<Entry key={ entry.id } entry={ entry } />
						) ) }
					</ol>
				) }
			</ListRegion>
		</Panel>
	);
}
