import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ListRegion } from '../../components/list-region';
import { EvidenceWords } from '../../components/words-said';
import { useCustomerEvidence } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail, Evidence } from '../../data/customers/schema';
import { patternNames } from '../../format/words';

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
	const [ at, setAt ] = useState( 1 );
	const { page, isLoading, error } = useCustomerEvidence( id, at );
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<ListRegion
			page={ page }
			isLoading={ isLoading }
			error={ error }
			failed={ __( 'The evidence could not be loaded.', 'amicable' ) }
			empty={ __( 'Nothing was noticed about this customer.', 'amicable' ) }
			at={ at }
			onPage={ setAt }
			onRetry={ () => invalidateResolution( 'getEvidence', [ id, at ] ) }
		>
			{ ( items ) => (
				<ul className="amicable-customer__entries">
					{ items.map( ( item ) => (
						<Item key={ item.id } item={ item } />
					) ) }
				</ul>
			) }
		</ListRegion>
	);
}
