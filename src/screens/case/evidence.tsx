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
import { formatList } from '../../format/list';
import { formatNumber } from '../../format/numbers';
import { patternNames } from '../../format/words';

const FEW = 4;

type Group = { item: Item; patterns: Item[ 'pattern' ][] };

/** The same words may speak for several patterns: they are shown once. */
export function grouped( items: Item[] ): Group[] {
	const groups = new Map< string, Group >();
	for ( const item of items.filter( ( { muted } ) => ! muted ) ) {
		const key = `${ item.message_id }:${ item.quote ?? '' }:${ item.said[ 0 ]?.quote ?? '' }`;
		const group = groups.get( key ) ?? { item, patterns: [] };
		groups.set( key, {
			...group,
			patterns: [ ...new Set( [ ...group.patterns, item.pattern ] ) ],
		} );
	}
	return [ ...groups.values() ];
}

const One = ( { item, patterns }: Group ) => (
	<li>
		<EvidenceWords item={ item } />{ ' ' }
		<span className="amicable-muted">
			{ formatList( patterns.map( ( pattern ) => patternNames()[ pattern ] ) ) }
		</span>
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
					const counted = grouped( items );
					return (
						<>
							<ul className="amicable-case__evidence">
								{ ( isAll ? counted : counted.slice( 0, FEW ) ).map( ( group ) => (
									<One key={ group.item.id } { ...group } />
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
