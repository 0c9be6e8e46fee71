import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ListRegion } from '../../components/list-region';
import { Panel } from '../../components/panel';
import { EvidenceWords } from '../../components/words-said';
import { useCustomerEvidence } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { Evidence as Item } from '../../data/customers/schema';
import { formatNumber } from '../../format/numbers';
import { patternNames } from '../../format/words';

const FEW = 4;

const One = ( { item }: { item: Item } ) => (
	<li>
		<EvidenceWords item={ item } />{ ' ' }
		<span className="amicable-muted">{ patternNames()[ item.pattern ] }</span>
	</li>
);

/** What it rests on: their words, each with its day. What was dismissed does not count. */
export function Evidence( { customer }: { customer: number } ) {
	const [ at, setAt ] = useState( 1 );
	const [ isAll, setAll ] = useState( false );
	const { page, isLoading, error } = useCustomerEvidence( customer, at );
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<Panel
			id="amicable-case-evidence"
			title={ __( 'What it rests on', 'amicable' ) }
			isBusy={ isLoading }
		>
			<ListRegion
				page={ page }
				isLoading={ isLoading }
				error={ error }
				failed={ __( 'The evidence could not be loaded.', 'amicable' ) }
				empty={ __(
					'No words of theirs were noticed. A case without evidence is best kept to helping.',
					'amicable'
				) }
				at={ at }
				onPage={ setAt }
				onRetry={ () => invalidateResolution( 'getEvidence', [ customer, at ] ) }
			>
				{ ( items ) => {
					const counted = items.filter( ( { muted } ) => ! muted );
					return (
						<>
							<ul className="amicable-case__evidence">
								{ ( isAll ? counted : counted.slice( 0, FEW ) ).map( ( item ) => (
									<One key={ item.id } item={ item } />
								) ) }
							</ul>
							{ counted.length > FEW && ! isAll && (
								<Button variant="link" onClick={ () => setAll( true ) }>
									{ sprintf(
										/* translators: %s: number of pieces of evidence. */
										__( 'Show all %s', 'amicable' ),
										formatNumber( counted.length )
									) }
								</Button>
							) }
						</>
					);
				} }
			</ListRegion>
		</Panel>
	);
}
