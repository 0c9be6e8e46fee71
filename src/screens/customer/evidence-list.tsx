import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ListRegion } from '../../components/list-region';
import { useCustomerEvidence } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail, Evidence, Pattern } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { patternNames } from '../../format/words';

/** Harsh words stay folded until somebody wants to read them. */
const HARSH: Pattern[] = [ 'hostile_messages', 'threat_with_demand', 'legal_step' ];

function Words( { item: { quote, pattern } }: { item: Evidence } ) {
	if ( ! quote ) {
		return (
			<span className="amicable-muted">
				{ __( 'The words are no longer kept.', 'amicable' ) }
			</span>
		);
	}
	const words = <q className="amicable-customer__quote">{ quote }</q>;
	return HARSH.includes( pattern ) ? (
		<details>
			<summary>{ __( 'Show the words', 'amicable' ) }</summary>
			{ words }
		</details>
	) : (
		words
	);
}

const Item = ( { item }: { item: Evidence } ) => (
	<li className="amicable-customer__entry">
		<span className="amicable-muted">
			{ patternNames()[ item.pattern ] } ·{ ' ' }
			{ item.url ? (
				<a href={ item.url }>{ formatDate( item.at ) }</a>
			) : (
				formatDate( item.at )
			) }
			{ item.muted && ` · ${ __( 'dismissed', 'amicable' ) }` }
		</span>
		<Words item={ item } />
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
