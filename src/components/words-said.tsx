import { __, sprintf } from '@wordpress/i18n';
import type { EvidenceItem, Said } from '../data/customers/schema';
import { formatDate } from '../format/dates';

/** The words as they were written; those that nobody has to see are folded. */
function Quote( { said: { quote, harsh, read_as: readAs } }: { said: Said } ) {
	const words = (
		<>
			<q className="amicable-words__quote">{ quote }</q>
			{ readAs && (
				<span className="amicable-muted">
					{ ' ' }
					{ sprintf(
						/* translators: %s: what a disguised word was taken for, "idiots" for "i d i o t s". */
						__( '(read as “%s”)', 'amicable' ),
						readAs
					) }
				</span>
			) }
		</>
	);
	return harsh ? (
		<details className="amicable-words__folded">
			<summary>{ __( 'Show the words', 'amicable' ) }</summary>
			{ words }
		</details>
	) : (
		words
	);
}

const Reason = ( { children }: { children: string } ) => (
	<span className="amicable-muted amicable-words__why">{ children }</span>
);

/** Quote first, then why it was noticed. */
export const WordsSaid = ( { said }: { said: Said } ) => (
	<div className="amicable-words">
		<Quote said={ said } />
		<Reason>{ said.why }</Reason>
	</div>
);

function Body( { item: { said, quote, why } }: { item: EvidenceItem } ) {
	if ( said.length > 0 ) {
		return said.map( ( one ) => (
			<WordsSaid key={ `${ one.why }:${ one.quote }` } said={ one } />
		) );
	}
	if ( quote ) {
		return <q className="amicable-words__quote">{ quote }</q>;
	}
	return (
		<span className="amicable-muted">
			{ why ?? __( 'The words are no longer kept.', 'amicable' ) }
		</span>
	);
}

/** One piece of evidence: what was said, why it counts, when, and where to read the rest. */
export const EvidenceWords = ( { item }: { item: EvidenceItem } ) => (
	<>
		<Body item={ item } />{ ' ' }
		{ item.url ? (
			<a href={ item.url }>{ formatDate( item.at ) }</a>
		) : (
			<time className="amicable-muted" dateTime={ item.at }>
				{ formatDate( item.at ) }
			</time>
		) }
	</>
);
