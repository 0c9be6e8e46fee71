import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { EvidenceWords } from '../../components/words-said';
import { useCustomerEvidence } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail, Evidence } from '../../data/customers/schema';
import { patternNames } from '../../format/words';
import { TabList } from './tab-list';

const Item = ( { item }: { item: Evidence } ) => (
	<li className="amicable-customer__entry">
		<EvidenceWords item={ item } />
		<span className="amicable-muted">
			{ patternNames()[ item.pattern ] }
			{ item.muted && ` · ${ __( 'dismissed', 'amicable' ) }` }
		</span>
	</li>
);

export function EvidenceList( { customer: { id } }: { customer: CustomerDetail } ) {
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<TabList
			customer={ id }
			useList={ useCustomerEvidence }
			onRetry={ ( of ) => invalidateResolution( 'getEvidence', of ) }
			failed={ __( 'The evidence could not be loaded.', 'amicable' ) }
			empty={ __( 'Nothing was noticed about this customer.', 'amicable' ) }
		>
			{ ( items ) => (
				<ul className="amicable-customer__entries">
					{ items.map( ( item ) => (
						<Item key={ item.id } item={ item } />
					) ) }
				</ul>
			) }
		</TabList>
	);
}
