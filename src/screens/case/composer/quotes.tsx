import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ListRegion } from '../../../components/list-region';
import { useCustomerEvidence } from '../../../data/customers/hooks';
import { listsStore } from '../../../data/customers/lists-store';
import type { Evidence } from '../../../data/customers/schema';
import { formatDate } from '../../../format/dates';

type Props = { customer: number; onInsert: ( text: string ) => void };
/** The marks that all three languages have. */
const quoted = ( words: string ) => `“${ words }”`;

type Quote = { key: string; words: string; why: string | null; harsh: boolean; at: string };

/** Words as they were written, each once. */
export function quotesOf( items: Evidence[] ): Quote[] {
	const all = items.flatMap( ( { id, quote, said, why, at } ): Quote[] =>
		said.length > 0
			? said.map( ( one, index ) => ( {
					key: `${ id }:${ index }`,
					words: one.quote,
					why: one.why,
					harsh: one.harsh,
					at,
				} ) )
			: [ { key: `${ id }`, words: quote ?? '', why, harsh: false, at } ]
	);
	return all.filter(
		( { words }, index ) =>
			words !== '' && all.findIndex( ( other ) => other.words === words ) === index
	);
}

const Words = ( { quote: { words, harsh } }: { quote: Quote } ) =>
	harsh ? (
		<details className="amicable-words__folded">
			<summary>{ __( 'Show the words', 'amicable' ) }</summary>
			<q className="amicable-words__quote">{ words }</q>
		</details>
	) : (
		<q className="amicable-words__quote">{ words }</q>
	);

const One = ( { quote, onInsert }: { quote: Quote; onInsert: Props[ 'onInsert' ] } ) => (
	<li className="amicable-quotes__one">
		<div>
			<Words quote={ quote } />
			<span className="amicable-muted">
				{ quote.why && `${ quote.why } · ` }
				<time dateTime={ quote.at }>{ formatDate( quote.at ) }</time>
			</span>
		</div>
		<Button
			variant="secondary"
			size="compact"
			aria-label={
				quote.harsh
					? __( 'Insert these words, unread', 'amicable' )
					: __( 'Insert these words', 'amicable' )
			}
			onClick={ () => onInsert( quoted( quote.words ) ) }
		>
			{ __( 'Insert', 'amicable' ) }
		</Button>
	</li>
);

/** What they wrote, to be put where the cursor is: a quotation is never typed. */
export function Quotes( { customer, onInsert }: Props ) {
	const [ at, setAt ] = useState( 1 );
	const { page, isLoading, error } = useCustomerEvidence( customer, at );
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<ListRegion
			page={ page }
			isLoading={ isLoading }
			error={ error }
			failed={ __( 'Their words could not be loaded.', 'amicable' ) }
			empty={ __(
				'Nothing they wrote stands out. You can still quote from the conversation; the words are compared with it.',
				'amicable'
			) }
			at={ at }
			onPage={ setAt }
			onRetry={ () => invalidateResolution( 'getEvidence', [ customer, at ] ) }
		>
			{ ( items ) => (
				<ul className="amicable-quotes">
					{ quotesOf( items ).map( ( quote ) => (
						<One key={ quote.key } quote={ quote } onInsert={ onInsert } />
					) ) }
				</ul>
			) }
		</ListRegion>
	);
}
